package cn.sihong.award.honours;

import java.util.Map;

/**
 * The number of a certificate within its series and year.
 *
 * @param series {@code 红园证}; samples of a demonstration have a series of their own, so that they
 *     use up no real number
 */
record CertificateNumber(String series, int year, int place) {

    private static final Map<String, String> SERIES =
            Map.of(
                    "RED_GARDENER", "红园证",
                    "RED_READING_ROOM", "红屋证",
                    "RED_CLASSROOM", "红课证",
                    "RED_BASE", "红基证");

    static String series(String category, boolean demonstration) {
        var series = SERIES.getOrDefault(category, "四红证");
        return demonstration ? "演示" + series : series;
    }

    /** {@code 红园证〔2027〕0007号}. */
    String text() {
        return "%s〔%d〕%04d号".formatted(series, year, place);
    }
}
