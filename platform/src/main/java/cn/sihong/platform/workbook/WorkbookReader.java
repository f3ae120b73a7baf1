package cn.sihong.platform.workbook;

import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads a workbook's sheets as text. */
public final class WorkbookReader {

    private static final int MOST_ROWS = 30_000;
    private static final int BIGGEST = 20 * 1024 * 1024;

    private final List<Fault> faults = new ArrayList<>();

    private WorkbookReader() {}

    /** The filled-in rows of each sheet, from a body as it comes in. */
    public static Map<Layout, List<Line>> read(InputStream body, List<Layout> layouts)
            throws IOException {
        var bytes = body.readNBytes(BIGGEST + 1);
        if (bytes.length > BIGGEST) throw new WorkbookTooLarge();
        return read(bytes, layouts);
    }

    /** The filled-in rows of each sheet; refuses what is no workbook of ours. */
    public static Map<Layout, List<Line>> read(byte[] bytes, List<Layout> layouts) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(Guard.examined(bytes)))) {
            return new WorkbookReader().read(workbook, layouts);
        } catch (IOException | ExcelReaderException e) {
            throw Guard.notAWorkbook();
        }
    }

    private Map<Layout, List<Line>> read(ReadableWorkbook workbook, List<Layout> layouts)
            throws IOException {
        var filled = new HashMap<Layout, List<Line>>();
        for (var layout : layouts) filled.put(layout, lines(workbook, layout));
        if (!faults.isEmpty()) throw new InvalidWorkbook(faults);
        if (filled.values().stream().allMatch(List::isEmpty))
            throw new InvalidWorkbook("文件中没有填写任何内容；请在模板第 2 行起填写后再上传。");
        return filled;
    }

    private List<Line> lines(ReadableWorkbook workbook, Layout layout) throws IOException {
        var sheet = workbook.findSheet(layout.sheet());
        if (sheet.isPresent()) return lines(sheet.get(), layout);
        if (layout.mayBeAbsent()) return List.of();
        faults.add(Fault.at(layout, "缺少工作表“%s”，请使用下载的模板。".formatted(layout.sheet())));
        return List.of();
    }

    private List<Line> lines(Sheet sheet, Layout layout) throws IOException {
        var lines = new ArrayList<Line>();
        try (var rows = sheet.openStream()) {
            for (var row : (Iterable<Row>) rows::iterator) {
                var line = line(row, layout);
                if (line.row() == 1) headings(line);
                else if (!line.isEmpty()) lines.add(line);
                if (lines.size() > MOST_ROWS) {
                    faults.add(
                            Fault.at(
                                    line,
                                    layout.columns().getFirst(),
                                    "一次最多导入 %d 行，请分成几个文件。".formatted(MOST_ROWS)));
                    return lines;
                }
            }
        }
        return lines;
    }

    private void headings(Line line) {
        for (var heading : line.layout().columns())
            if (!line.in(heading).equals(heading))
                faults.add(Fault.at(line, heading, "表头应为“%s”，请使用下载的模板。".formatted(heading)));
    }

    private static Line line(Row row, Layout layout) {
        return new Line(
                layout,
                row.getRowNum(),
                IntStream.range(0, layout.columns().size()).mapToObj(n -> text(row, n)).toList());
    }

    /** Without the white space, Chinese or not, that hides around what people paste. */
    private static String text(Row row, int column) {
        return row.getOptionalCell(column)
                .map(cell -> cell.getText().replace('\u00A0', ' ').strip())
                .orElse("");
    }
}
