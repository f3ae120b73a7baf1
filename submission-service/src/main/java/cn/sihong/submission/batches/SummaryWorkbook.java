package cn.sihong.submission.batches;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.submission.batches.Summary.Item;
import cn.sihong.submission.programmes.Category;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The summary as a workbook: schools, recommended, not recommended. */
final class SummaryWorkbook {

    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(WorkingDays.BEIJING);

    private SummaryWorkbook() {}

    static byte[] of(Summary summary) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "sihong", "1.0")) {
            schools(workbook.newWorksheet("各校情况"), summary);
            items(workbook.newWorksheet("推荐排序"), summary.recommended(), "名次", "复核意见");
            items(workbook.newWorksheet("不推荐"), summary.notRecommended(), "", "不推荐理由");
        }
        return bytes.toByteArray();
    }

    private static void schools(Worksheet sheet, Summary summary) {
        line(sheet, 0, List.of(summary.heading()));
        line(sheet, 1, List.of("报送单位", summary.unit(), "审核人", summary.reviewer()));
        line(
                sheet,
                2,
                List.of(
                        "报送时间",
                        MOMENT.format(summary.submittedAt()) + (summary.late() ? "（经批准延期）" : ""),
                        "学校（园）数",
                        Integer.toString(summary.schools().size())));
        var headings = new ArrayList<>(List.of("学校（园）"));
        for (var category : Category.values())
            for (var what : List.of("推荐申报", "打造", "本单位推荐")) headings.add(category.chinese() + what);
        headings.add("未达最低数的说明");
        line(sheet, 4, headings);
        sheet.range(4, 0, 4, headings.size() - 1).style().bold().wrapText(true).set();
        int row = 5;
        for (var school : summary.schools()) {
            int column = 0;
            sheet.value(row, column++, school.name());
            for (var count : school.counts()) {
                sheet.value(row, column++, count.putForward());
                sheet.value(row, column++, count.built());
                sheet.value(row, column++, count.recommended());
            }
            sheet.value(row++, column, school.reason() == null ? "" : school.reason());
        }
        if (summary.secondCheck() != null)
            line(sheet, row + 1, List.of("党建办复核意见", summary.secondCheck()));
        sheet.width(0, 24);
        sheet.freezePane(1, 5);
    }

    private static void items(Worksheet sheet, List<Item> items, String rank, String note) {
        line(sheet, 0, List.of("类别", rank, "名称", "学校（园）", "推荐或打造", note));
        sheet.range(0, 0, 0, 5).style().bold().set();
        int row = 1;
        for (var item : items) {
            sheet.value(row, 0, item.categoryName());
            if (item.rank() != null) sheet.value(row, 1, item.rank());
            sheet.value(row, 2, item.title());
            sheet.value(row, 3, item.school());
            sheet.value(row, 4, item.built() ? "打造" : "推荐");
            sheet.value(row++, 5, item.note() == null ? "" : item.note());
        }
        for (int column : new int[] {2, 3, 5}) sheet.width(column, 30);
        sheet.freezePane(0, 1);
    }

    private static void line(Worksheet sheet, int row, List<String> words) {
        for (int column = 0; column < words.size(); column++)
            sheet.value(row, column, words.get(column));
    }
}
