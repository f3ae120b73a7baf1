package cn.sihong.platform.workbook;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Sheets as the reader reads them: empty, to be filled in, or filled. */
public final class WorkbookWriter {

    /** The media type of a workbook. */
    public static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private WorkbookWriter() {}

    /**
     * Writes a sheet for each layout.
     *
     * @param rows a text for each column of the layout; none leaves the sheet empty
     */
    public static void write(
            OutputStream out, List<Layout> layouts, Map<Layout, List<List<String>>> rows)
            throws IOException {
        try (var workbook = workbook(out)) {
            for (var layout : layouts) {
                var sheet = sheet(workbook, layout);
                int line = 1;
                for (var row : rows.getOrDefault(layout, List.of())) {
                    for (int column = 0; column < row.size(); column++)
                        sheet.value(line, column, row.get(column));
                    line++;
                }
            }
        }
    }

    public static Workbook workbook(OutputStream out) {
        return new Workbook(out, "sihong", "1.0");
    }

    /** A sheet with its headings, whose cells are text. */
    public static Worksheet sheet(Workbook workbook, Layout layout) {
        var sheet = workbook.newWorksheet(layout.sheet());
        for (int i = 0; i < layout.columns().size(); i++) {
            sheet.value(0, i, layout.columns().get(i));
            sheet.width(i, 20);
            // as text, or 0012 would become 12
            sheet.style(i).format("@").set();
        }
        sheet.range(0, 0, 0, layout.columns().size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        return sheet;
    }
}
