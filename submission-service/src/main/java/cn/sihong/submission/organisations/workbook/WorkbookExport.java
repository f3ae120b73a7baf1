package cn.sihong.submission.organisations.workbook;

import org.dhatim.fastexcel.Workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** The workbook filled in, as the import would read it. */
public final class WorkbookExport {

    private WorkbookExport() {}

    /**
     * Writes a sheet for each layout.
     *
     * @param rows a text for each column of the layout
     */
    public static void write(OutputStream out, Map<Layout, List<List<String>>> rows)
            throws IOException {
        try (var workbook = new Workbook(out, "sihong", "1.0")) {
            for (var layout : Layout.values()) {
                var sheet = WorkbookTemplate.sheet(workbook, layout);
                int line = 1;
                for (var row : rows.getOrDefault(layout, List.of())) {
                    for (int column = 0; column < row.size(); column++)
                        sheet.value(line, column, row.get(column));
                    line++;
                }
            }
        }
    }
}
