package cn.sihong.local;

/** Columns of text in which a Chinese character is two wide. */
final class Columns {

    private Columns() {}

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - width(text)));
    }

    static String dotted(String text, int width) {
        return text + " " + "…".repeat(Math.max(2, width - width(text)));
    }

    static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }
}
