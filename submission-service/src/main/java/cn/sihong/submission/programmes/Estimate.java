package cn.sihong.submission.programmes;

import java.util.ArrayList;
import java.util.List;

/** What a programme asks one school to fill in, at the least: the sheets, and their minutes. */
public record Estimate(List<Sheet> sheets) {

    public Estimate {
        sheets = List.copyOf(sheets);
    }

    /**
     * A form or sheet.
     *
     * @param minutes that one takes about
     * @param times how often a school fills it in
     */
    public record Sheet(String name, int minutes, int times) {
        int total() {
            return minutes * times;
        }
    }

    /**
     * Those that every programme has; each is shown with the same minutes where it is filled in.
     */
    private static final List<Sheet> ALWAYS =
            List.of(new Sheet("实施方案", 60, 1), new Sheet("机制表", 20, 1), new Sheet("自查表", 30, 1));

    static Estimate of(Terms terms, FormEditions forms) {
        var sheets = new ArrayList<>(ALWAYS);
        for (var rule : terms.categories())
            forms.minutes(rule.category(), rule.formEdition())
                    .ifPresent(minutes ->
                            sheets.add(
                                    new Sheet(
                                            "“%s”申报表".formatted(rule.name()),
                                            minutes,
                                            rule.minPerUnit())));
        return new Estimate(sheets);
    }

    public int minutes() {
        return sheets.stream().mapToInt(Sheet::total).sum();
    }
}
