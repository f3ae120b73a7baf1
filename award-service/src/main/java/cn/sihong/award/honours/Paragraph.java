package cn.sihong.award.honours;

import org.apache.pdfbox.pdmodel.font.PDFont;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Breaks a Chinese text into lines: anywhere, but never so that a line begins with a stop. */
record Paragraph(PDFont font, float size, float width) {

    private static final String NOT_FIRST = "，。、；：？！）〕》”’…";
    private static final String NOT_LAST = "（〔《“‘";

    /** The lines of the text, the first indented by two characters. */
    List<String> lines(String text) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder("　　");
        for (var sign : text.codePoints().mapToObj(Character::toString).toList()) {
            if (widthOf(line + sign) > width && !NOT_FIRST.contains(sign)) {
                var carried = carried(line);
                lines.add(line.toString());
                line = new StringBuilder(carried);
            }
            line.append(sign);
        }
        lines.add(line.toString());
        return List.copyOf(lines);
    }

    float widthOf(String text) throws IOException {
        return font.getStringWidth(text) / 1_000 * size;
    }

    /** An opening mark at the end of a line goes down with what it opens. */
    static String carried(StringBuilder line) {
        int last = line.length() - 1;
        if (last < 0 || NOT_LAST.indexOf(line.charAt(last)) < 0) return "";
        var mark = line.substring(last);
        line.setLength(last);
        return mark;
    }
}
