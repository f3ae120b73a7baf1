package cn.sihong.platform.workbook;

import java.util.List;

/**
 * A row somebody filled in.
 *
 * @param row its number as the program shows it; the headings are row 1
 * @param cells a text for each column, without white space around it, empty where nothing is
 */
public record Line(Layout layout, int row, List<String> cells) {

    public Line {
        cells = List.copyOf(cells);
    }

    public String in(String column) {
        return cells.get(layout.columns().indexOf(column));
    }

    /** Where a cell stands, as people write it: {@code 单位!C7}. */
    public String place(String column) {
        return "%s!%s%d".formatted(layout.sheet(), layout.letter(column), row);
    }

    boolean isEmpty() {
        return cells.stream().allMatch(String::isEmpty);
    }
}
