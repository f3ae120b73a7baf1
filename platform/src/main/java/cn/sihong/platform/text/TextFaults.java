package cn.sihong.platform.text;

import java.util.Optional;
import java.util.regex.Pattern;

/** What can be wrong with a text, wherever it comes from: a form or a workbook's cell. */
public final class TextFaults {

    /** 18 digits, the last may be X; not part of a longer run of digits. */
    private static final Pattern ID_CARD = Pattern.compile("(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])");

    private static final Pattern MOBILE =
            Pattern.compile("(?<![0-9])1[3-9][0-9]([ -]?[0-9]{4}){2}(?![0-9])");

    /** An id or a checksum of ours, which may hold digits like somebody's number. */
    private static final Pattern OURS =
            Pattern.compile(
                    "(?<![0-9A-Za-z])([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32,})(?![0-9A-Za-z])");

    private TextFaults() {}

    /** The first fault as a sentence for its author, or nothing. */
    public static Optional<String> find(String text, int min, int max) {
        var length = length(text);
        if (min > 0 && text.isBlank()) return Optional.of("请填写此项。");
        if (length < min) return Optional.of("至少填写 %d 个字，现有 %d 个字。".formatted(min, length));
        if (length > max) return Optional.of("最多 %d 个字，现有 %d 个字，请精简。".formatted(max, length));
        if (text.codePoints().anyMatch(TextFaults::harmful))
            return Optional.of("含有无法显示的控制字符，请删除后重新输入（可先粘贴到记事本再复制）。");
        var read = OURS.matcher(text).replaceAll(" ");
        if (ID_CARD.matcher(read).find()) return Optional.of("疑似含有身份证号；请删除，公开材料中不得出现身份证号。");
        if (MOBILE.matcher(read).find()) return Optional.of("疑似含有手机号；请删除，公开材料中不得出现手机号。");
        return Optional.empty();
    }

    /** As people count: code points, and a line end once whichever system wrote it. */
    public static int length(String text) {
        return (int) text.codePoints().filter(c -> c != '\r').count();
    }

    private static boolean harmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\r' && c != '\t';
            case Character.SURROGATE, Character.UNASSIGNED -> true;
            // direction overrides can make a text read as another than it is
            case Character.FORMAT -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
            default -> false;
        };
    }
}
