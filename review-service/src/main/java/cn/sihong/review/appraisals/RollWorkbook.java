package cn.sihong.review.appraisals;

import cn.sihong.platform.workbook.Layout;
import cn.sihong.platform.workbook.WorkbookReader;
import cn.sihong.platform.workbook.WorkbookWriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The roll as a workbook (.xlsx), the way schools keep it. */
final class RollWorkbook {

    private static final Layout ROLL = Layout.of("名册", "姓名", "用户名");

    private static final Map<String, String> COLUMNS = Map.of("name", "姓名", "username", "用户名");

    private RollWorkbook() {}

    /** An empty one to fill in; whoever has no account votes with a printed code. */
    static byte[] template() throws IOException {
        var bytes = new ByteArrayOutputStream();
        WorkbookWriter.write(bytes, List.of(ROLL), Map.of());
        return bytes.toByteArray();
    }

    /** The rows that were filled in; where each stands in the workbook goes along. */
    static List<RollCheck.Line> read(InputStream body) throws IOException {
        return Objects.requireNonNull(WorkbookReader.read(body, List.of(ROLL)).get(ROLL)).stream()
                .map(line ->
                        new RollCheck.Line(
                                field -> line.place(Objects.requireNonNull(COLUMNS.get(field))),
                                line.in("姓名"),
                                line.in("用户名")))
                .toList();
    }
}
