package cn.sihong.submission.organisations.workbook;

/**
 * Something to correct, and where.
 *
 * @param row as the program shows it
 * @param column the letter over it
 */
public record Fault(String sheet, int row, String column, String message) {

    public static Fault at(Line line, String column, String message) {
        return new Fault(line.layout().sheet(), line.row(), line.layout().letter(column), message);
    }
}
