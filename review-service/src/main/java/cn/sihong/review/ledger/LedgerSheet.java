package cn.sihong.review.ledger;

import cn.sihong.review.ledger.LedgerViews.Extract;

import org.dhatim.fastexcel.Workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** The special ledger as a workbook. */
final class LedgerSheet {

    private static final List<String> COLUMNS = List.of("序号", "时间", "岗位", "事项", "校验值");
    private static final List<Integer> WIDTHS = List.of(8, 20, 14, 70, 68);

    private LedgerSheet() {}

    static byte[] write(Extract extract) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "sihong", "1.0")) {
            var sheet =
                    workbook.newWorksheet(
                            extract.filter() == null ? "专项台账" : extract.filter().chinese());
            for (int i = 0; i < COLUMNS.size(); i++) {
                sheet.value(0, i, COLUMNS.get(i));
                sheet.width(i, WIDTHS.get(i));
            }
            sheet.range(0, 0, 0, COLUMNS.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            int row = 1;
            for (var line : extract.lines()) {
                sheet.value(row, 0, line.sequence());
                sheet.value(row, 1, LedgerPrinter.time(line.at()));
                sheet.value(row, 2, LedgerPrinter.role(line.role()));
                sheet.value(row, 3, line.sentence());
                sheet.value(row, 4, line.hash());
                row++;
            }
        }
        return bytes.toByteArray();
    }
}
