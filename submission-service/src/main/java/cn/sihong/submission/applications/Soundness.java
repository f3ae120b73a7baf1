package cn.sihong.submission.applications;

import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.text.TextFaults;
import cn.sihong.submission.applications.Field.Choice;
import cn.sihong.submission.applications.Field.Evidence;
import cn.sihong.submission.applications.Field.Notice;
import cn.sihong.submission.applications.Field.Option;
import cn.sihong.submission.applications.Field.Scores;
import cn.sihong.submission.applications.Field.Table;
import cn.sihong.submission.applications.Field.Text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a form can be used at all; its author is told everything that is wrong in one go. */
final class Soundness {

    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final int MOST_MINUTES = 240;
    private static final int LONGEST_TEXT = 5_000;
    private static final int LONGEST_TABLE = 100;
    private static final int MOST_EVIDENCE = 10;

    private final Form form;
    private final List<FieldError> faults = new ArrayList<>();

    private Soundness(Form form) {
        this.form = form;
    }

    static void check(Form form) {
        var soundness = new Soundness(form);
        soundness.run();
        Form.refuse(soundness.faults);
    }

    private void run() {
        if (form.minutes() < 1 || form.minutes() > MOST_MINUTES)
            fault("minutes", "填写时间应在 1 到 %d 分钟之间。".formatted(MOST_MINUTES));
        TextFaults.find(form.undertaking(), 1, 500).ifPresent(said -> fault("undertaking", said));
        asksOnceOnly();
        asksWhatEverybodyReads();
        form.fields().forEach(this::isSound);
        dependsOnWhatIsAskedBefore();
        proofSpeaksForTheRubric();
    }

    /** What is asked twice is answered differently twice (一数一源). */
    private void asksOnceOnly() {
        var keys = new HashSet<String>();
        var labels = new HashSet<String>();
        for (var field : form.fields()) {
            if (!keys.add(field.key())) fault(field, "栏目代号重复，请换一个。");
            if (!labels.add(field.label())) fault(field, "同一内容不能问两次，请删去重复的栏目。");
        }
    }

    private void asksWhatEverybodyReads() {
        mustAsk(Content.TITLE, field -> field instanceof Text, "缺少必填的“名称”栏（title）。");
        mustAsk(Content.SUMMARY, field -> field instanceof Text, "缺少必填的“概要”栏（summary）。");
        mustAsk(Content.ORIGIN, Soundness::offersBothOrigins, "缺少必填的“推荐或打造”栏（origin）。");
        mustAsk(
                Content.SCHOOL_NOTICE,
                field -> field instanceof Notice,
                "缺少必填的“校内公示”栏（schoolNotice）。");
    }

    private static boolean offersBothOrigins(Field field) {
        return field instanceof Choice choice
                && !choice.several()
                && values(choice)
                        .equals(
                                Arrays.stream(Content.Origin.values())
                                        .map(Enum::name)
                                        .collect(Collectors.toSet()));
    }

    private static Set<String> values(Choice choice) {
        return choice.options().stream().map(Option::value).collect(Collectors.toSet());
    }

    private void mustAsk(String key, Predicate<Field> right, String sentence) {
        var asked =
                form.fields().stream()
                        .filter(field -> field.key().equals(key))
                        .anyMatch(field ->
                                right.test(field) && !field.optional() && field.when() == null);
        if (!asked) fault("sections", sentence);
    }

    private void isSound(Field field) {
        if (!KEY.matcher(field.key()).matches()) fault(field, "栏目代号应以小写字母开头，只用字母和数字。");
        TextFaults.find(field.label(), 1, 60).ifPresent(said -> fault(field, said));
        switch (field) {
            case Text text -> {
                if (text.max() < 1 || text.max() > LONGEST_TEXT)
                    fault(field, "字数上限应在 1 到 %d 之间。".formatted(LONGEST_TEXT));
            }
            case Choice choice -> {
                if (choice.options().size() < 2 || values(choice).size() < choice.options().size())
                    fault(field, "至少两个选项，且代号不能重复。");
            }
            case Field.Amount amount -> {
                if (amount.min() > amount.max()) fault(field, "最小值不能大于最大值。");
            }
            case Table table -> {
                if (table.max() < Math.max(1, table.min()) || table.max() > LONGEST_TABLE)
                    fault(field, "行数上限应在 1 到 %d 之间，且不小于下限。".formatted(LONGEST_TABLE));
                table.columns().forEach(this::isSoundColumn);
            }
            case Evidence evidence -> {
                if (evidence.max() < 1 || evidence.max() > MOST_EVIDENCE)
                    fault(field, "佐证件数上限应在 1 到 %d 之间。".formatted(MOST_EVIDENCE));
            }
            case Scores scores -> {
                if (scores.codes().size() < scores.criteria().size()) fault(field, "指标代号重复。");
            }
            case Field.YesNo _, Field.Consent _, Field.Day _, Field.Month _, Notice _ -> {}
        }
    }

    private void isSoundColumn(Field column) {
        switch (column) {
            case Text _, Choice _, Field.Amount _, Field.YesNo _, Field.Day _, Field.Month _ -> {
                if (column.when() != null) fault(column, "表格中的栏目不能设条件。");
                isSound(column);
            }
            case Field.Consent _, Table _, Scores _, Evidence _, Notice _ ->
                    fault(column, "这种栏目不能放在表格里。");
        }
    }

    private void dependsOnWhatIsAskedBefore() {
        var before = new HashSet<String>();
        for (var field : form.fields()) {
            if (field.when() != null && !before.contains(field.when().field()))
                fault(field, "所依据的栏目应排在它前面。");
            before.add(field.key());
        }
    }

    private void proofSpeaksForTheRubric() {
        var codes =
                form.fields().stream()
                        .filter(Scores.class::isInstance)
                        .flatMap(field -> ((Scores) field).codes().stream())
                        .collect(Collectors.toSet());
        for (var field : form.fields())
            if (field instanceof Evidence evidence && !codes.containsAll(evidence.criteria()))
                fault(field, "佐证所对应的指标不在自评指标之内。");
    }

    private void fault(Field field, String sentence) {
        fault("sections." + field.key(), sentence);
    }

    private void fault(String at, String sentence) {
        faults.add(new FieldError(at, sentence));
    }
}
