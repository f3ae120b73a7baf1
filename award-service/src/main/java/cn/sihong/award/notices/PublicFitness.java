package cn.sihong.award.notices;

import cn.sihong.award.register.Mode;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.text.TextFaults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a text may be read by everybody (secrecy and personal-data check, research.md §6.3). A
 * machine cannot know a secret, so a person ticks the box; but what says of itself that it is
 * secret, and what looks like the number of a person, is refused whatever was ticked.
 */
final class PublicFitness {

    private static final int LONGEST = 20_000;

    private static final Pattern SECRET = Pattern.compile("绝密|机密|秘密\\s*[★☆]|内部资料|内部文件|不得外传|注意保密");

    private static final Pattern PERSONAL = Pattern.compile("(家庭住址|身份证号|手机号|银行卡号|出生年月日)\\s*[:：]");

    private PublicFitness() {}

    /** Names all faults of a notice at once. */
    static void require(String title, String text, List<Notice.Line> list, Mode mode) {
        var errors = new ArrayList<FieldError>();
        for (var field : List.of(new FieldError("title", title), new FieldError("text", text))) {
            faults(field.message())
                    .forEach(fault -> errors.add(new FieldError(field.field(), fault)));
            for (var word : mode.forbiddenIn(field.message()))
                errors.add(
                        new FieldError(
                                field.field(),
                                "本方案的立项依据不允许使用“%s”一词，请改用“%s”。".formatted(word, mode.deed())));
        }
        for (var line : list)
            Stream.of(line.title(), line.summary(), line.schoolName())
                    .flatMap(said -> faults(said).stream())
                    .forEach(fault ->
                            errors.add(
                                    new FieldError(
                                            line.applicationId().toString(),
                                            line.title() + "：" + fault)));
        if (!errors.isEmpty()) throw new InvalidInput(errors);
    }

    private static List<String> faults(String text) {
        return Stream.of(
                        TextFaults.find(text, 0, LONGEST),
                        mark(SECRET, text, "含有密级或内部标记“%s”，不得公开；请核对并删除。"),
                        mark(PERSONAL, text, "含有个人信息栏目“%s”，公开材料中不得出现；请删除。"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> mark(Pattern pattern, String text, String sentence) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(sentence.formatted(found.group())) : Optional.empty();
    }
}
