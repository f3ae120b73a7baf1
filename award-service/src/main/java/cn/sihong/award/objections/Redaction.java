package cn.sihong.award.objections;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A text without the person who wrote it: their name, their unit, whatever one could call or write
 * to, and every number that looks like a person's. Too much is taken out rather than too little; a
 * discipline officer reads it before the unit concerned does.
 */
final class Redaction {

    private static final String GONE = "〔已隐去〕";
    private static final String SPEAKER = "反映人";

    private static final List<Pattern> MARKS =
            List.of(
                    Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}"),
                    Pattern.compile("(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])"),
                    Pattern.compile("(?<![0-9])1[3-9][0-9]([ -]?[0-9]{4}){2}(?![0-9])"),
                    Pattern.compile("(?<![0-9])0[0-9]{2,3}[ -]?[0-9]{7,8}(?![0-9])"),
                    // 微信、QQ 号
                    Pattern.compile("(?i)(微信|QQ|qq)(号)?[:： ]*[A-Za-z0-9_-]{5,}"));

    private Redaction() {}

    /**
     * The text without these names and contacts.
     *
     * @param known what identifies the speaker, each at least two characters to count
     */
    static String of(String text, List<String> known) {
        var result = text;
        for (var mark : MARKS) result = mark.matcher(result).replaceAll(GONE);
        for (var word : known) {
            var plain = word.strip();
            if (plain.codePointCount(0, plain.length()) >= 2)
                result = result.replace(plain, SPEAKER);
        }
        return result;
    }

    /** Whether something that identifies the speaker is still in it. */
    static boolean betrays(String text, List<String> known) {
        return !of(text, known).equals(text);
    }
}
