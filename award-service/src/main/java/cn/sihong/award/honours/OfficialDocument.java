package cn.sihong.award.honours;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A decision or circular in the parts that GB/T 9704-2012 names, whatever it is written to.
 *
 * @param issuer 发文机关标志 and 署名, {@code 区教育局党组}
 * @param number 发文字号
 * @param addressees 主送机关, ends with a colon
 * @param body paragraphs, each indented by two characters
 * @param annexTitle name of the only annex
 * @param annex what is on it, category by category
 * @param office 印发机关
 * @param issuedOn 成文日期, also of printing
 * @param sample whether it has to say that it is a sample
 */
record OfficialDocument(
        String issuer,
        String number,
        String title,
        String addressees,
        List<String> body,
        String annexTitle,
        List<Group> annex,
        String office,
        LocalDate issuedOn,
        boolean sample) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    OfficialDocument {
        body = List.copyOf(body);
        annex = List.copyOf(annex);
    }

    /** The lines of one category. */
    record Group(String heading, List<String> lines) {
        Group {
            lines = List.copyOf(lines);
        }
    }

    /** 成文日期 in Arabic numerals, as the standard has it. */
    String date() {
        return DAY.format(issuedOn);
    }

    /** Measures of GB/T 9704-2012, in millimetres and points. */
    static final class Measures {
        static final float TOP_MM = 37;
        static final float LEFT_MM = 28;
        static final float WIDTH_MM = 156;
        static final float HEIGHT_MM = 225;
        static final int LINES = 22;
        static final int CHARACTERS = 28;

        /** 二号, 三号, 四号. */
        static final float TITLE = 22;

        static final float BODY = 16;
        static final float SMALL = 14;

        /** From the top of the type area to the top of the issuer's name. */
        static final float ISSUER_DOWN_MM = 35;

        private Measures() {}

        static float points(float millimetres) {
            return millimetres / 25.4f * 72;
        }
    }
}
