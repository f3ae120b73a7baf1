package cn.sihong.submission.plans;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.text.TextFaults;

import java.util.ArrayList;
import java.util.List;

/** The form's texts and limits, once: a draft keeps the upper ones, a submission is complete. */
final class Form {

    private static final int ASPECT = 800;
    private static final int MOST_TARGETS = 10;
    private static final int TARGET = 100;
    private static final int MOST_LEADERS = 15;
    private static final int MOST_PARTICIPANTS = 10_000;
    private static final int MOST_PUBLICITY = 10;

    private final Content content;
    private final int least;
    private final List<FieldError> faults = new ArrayList<>();

    private Form(Content content, boolean complete) {
        this.content = content;
        this.least = complete ? 1 : 0;
    }

    /** What even a draft may not hold. */
    static void check(Content content) {
        refuse(new Form(content, false).faults());
    }

    /** What a submission needs; everything that is missing is named at once. */
    static void checkComplete(Content content) {
        refuse(missing(content));
    }

    /** The same, for whoever only wants to know. */
    static List<FieldError> missing(Content content) {
        return new Form(content, true).faults();
    }

    private static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) throw new InvalidInput(faults);
    }

    private List<FieldError> faults() {
        text("ideology", content.ideology(), ASPECT);
        text("organisation", content.organisation(), ASPECT);
        text("institution", content.institution(), ASPECT);
        text("team", content.team(), ASPECT);
        text("integrity", content.integrity(), ASPECT);
        text("highlights", content.highlights(), 500);
        text("brandName", content.brandName(), 25);
        text("brandMeaning", content.brandMeaning(), 300);
        text("brandCarrier", content.brandCarrier(), 300);
        text("brandMethod", content.brandMethod(), 300);
        text("brandEffect", content.brandEffect(), 300);
        text("secretary", content.secretary(), 20);
        text("infoOfficer", content.infoOfficer(), 20);
        leadGroup();
        targets();
        discussion();
        publicity();
        return faults;
    }

    private void targets() {
        var targets = content.targets();
        if (targets.size() > MOST_TARGETS)
            fault("targets", "年度工作目标最多 %d 条。".formatted(MOST_TARGETS));
        if (targets.size() < least) fault("targets", "请至少填写 1 条年度工作目标。");
        for (int i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            text("targets[%d].text".formatted(i), target.text(), TARGET);
            text("targets[%d].measure".formatted(i), target.measure(), TARGET);
            if (least > 0 && target.dueOn() == null)
                fault("targets[%d].dueOn".formatted(i), "请选择完成日期。");
        }
    }

    private void leadGroup() {
        var group = content.leadGroup();
        if (group.size() > MOST_LEADERS) fault("leadGroup", "领导小组最多 %d 人。".formatted(MOST_LEADERS));
        if (group.size() < least) fault("leadGroup", "请填写领导小组成员。");
        for (int i = 0; i < group.size(); i++) {
            text("leadGroup[%d].name".formatted(i), group.get(i).name(), 20);
            text("leadGroup[%d].duty".formatted(i), group.get(i).duty(), 50);
        }
    }

    private void discussion() {
        var participants = content.discussion().participants();
        if (participants != null && (participants < 1 || participants > MOST_PARTICIPANTS))
            fault("discussion.participants", "人数应在 1 到 %d 之间。".formatted(MOST_PARTICIPANTS));
    }

    /** Told or not told, but nothing half told. */
    private void publicity() {
        var publicity = content.publicity();
        if (publicity.size() > MOST_PUBLICITY)
            fault("publicity", "宣传情况最多 %d 条。".formatted(MOST_PUBLICITY));
        for (int i = 0; i < publicity.size(); i++)
            text("publicity[%d].what".formatted(i), publicity.get(i).what(), 100);
    }

    private void text(String field, String text, int max) {
        TextFaults.find(text, least, max).ifPresent(sentence -> fault(field, sentence));
    }

    private void fault(String field, String sentence) {
        faults.add(new FieldError("content." + field, sentence));
    }
}
