package cn.sihong.submission.organisations.workbook;

import java.util.List;

/** The sheets and their columns, left to right. */
public enum Layout {
    ORGANISATIONS("单位", List.of("编码", "名称", "类型", "学段", "上级编码")),
    PEOPLE("人员", List.of("用户名", "姓名", "单位编码", "岗位")),
    /** Older workbooks have none. */
    PARTY("党组织", List.of("编码", "名称", "类型", "上级编码", "书记用户名", "覆盖单位编码"));

    private final String sheet;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> columns;

    Layout(String sheet, List<String> columns) {
        this.sheet = sheet;
        this.columns = columns;
    }

    public String sheet() {
        return sheet;
    }

    public List<String> columns() {
        return columns;
    }

    /** The letter over a column, {@code C} for {@code 类型}. */
    String letter(String column) {
        return String.valueOf((char) ('A' + columns.indexOf(column)));
    }
}
