package cn.sihong.platform.workbook;

/**
 * Something to correct, and where.
 *
 * @param place as people write it, {@code 单位!C7}
 */
public record Fault(String place, String message) {

    public static Fault at(Line line, String column, String message) {
        return new Fault(line.place(column), message);
    }

    /** Nothing of a sheet can be read; said at its first cell. */
    static Fault at(Layout layout, String message) {
        return new Fault(layout.sheet() + "!A1", message);
    }
}
