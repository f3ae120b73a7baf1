package cn.sihong.submission.applications;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.text.TextFaults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The texts of the form and their limits in characters (research.md §3.2), once: a draft keeps the
 * upper limit, a submission also needs something to be there.
 */
enum Form {
    TITLE("title", 25),
    SUMMARY("summary", 300),
    DEEDS("deeds", 1_500),
    EFFECT("effect", 500),
    TEACHING_LINK("teachingLink", 300),
    MECHANISM("mechanism", 300);

    private static final int MOST_PHOTOS = 6;
    private static final int NOTICE_PLACE = 50;

    private final String field;
    private final int max;

    Form(String field, int max) {
        this.field = "content." + field;
        this.max = max;
    }

    Optional<FieldError> fault(Content content, int min) {
        return TextFaults.find(text(content), min, max)
                .map(sentence -> new FieldError(field, sentence));
    }

    private String text(Content content) {
        return switch (this) {
            case TITLE -> content.title();
            case SUMMARY -> content.summary();
            case DEEDS -> content.deeds();
            case EFFECT -> content.effect();
            case TEACHING_LINK -> content.teachingLink();
            case MECHANISM -> content.mechanism();
        };
    }

    /** What even a draft may not hold; all faults at once. */
    static void check(Content content) {
        var faults = new ArrayList<FieldError>();
        for (var field : values()) field.fault(content, 0).ifPresent(faults::add);
        if (content.photos().size() > MOST_PHOTOS)
            faults.add(new FieldError("content.photos", "照片最多 %d 张。".formatted(MOST_PHOTOS)));
        TextFaults.find(content.schoolNotice().place(), 0, NOTICE_PLACE)
                .ifPresent(sentence ->
                        faults.add(new FieldError("content.schoolNotice.place", sentence)));
        refuse(faults);
    }

    static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) throw new InvalidInput(faults);
    }
}
