package cn.sihong.platform.workbook;

import java.util.List;

/**
 * A sheet and its columns, left to right.
 *
 * @param mayBeAbsent older workbooks have no such sheet, and none counts as an empty one
 */
public record Layout(String sheet, List<String> columns, boolean mayBeAbsent) {

    public Layout {
        columns = List.copyOf(columns);
    }

    public static Layout of(String sheet, String... columns) {
        return new Layout(sheet, List.of(columns), false);
    }

    /** The letter over a column, {@code C} for {@code 类型}. */
    String letter(String column) {
        return String.valueOf((char) ('A' + columns.indexOf(column)));
    }
}
