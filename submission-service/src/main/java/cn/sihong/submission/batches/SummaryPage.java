package cn.sihong.submission.batches;

import cn.sihong.submission.batches.Summary.Item;
import cn.sihong.submission.programmes.Category;

import org.springframework.web.util.HtmlUtils;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The summary as a page to print, sign and seal; plain tables, so that no style has to be allowed.
 * Never an imitation of a seal (research.md §3.8): there is a place for the real one.
 */
final class SummaryPage {

    private SummaryPage() {}

    static String of(Summary summary) {
        return """
        <!DOCTYPE html>
        <html lang="zh-CN"><head><meta charset="utf-8"><title>%1$s</title></head><body>
        <h1 align="center">%1$s</h1>
        <p>报送单位：%2$s　　学校（园）数：%3$d　　审核人：%4$s　　报送时间：%5$s%6$s</p>
        <h2>一、各校情况</h2>
        %7$s
        <h2>二、推荐名单（按推荐顺序）</h2>
        %8$s
        <h2>三、不推荐名单及理由</h2>
        %9$s
        %10$s
        <p><br>审核人签字：　　　　　　　　书记签字：　　　　　　　　（单位盖章处）　　　　　　年　　月　　日</p>
        </body></html>
        """
                .formatted(
                        text(summary.heading()),
                        text(summary.unit()),
                        summary.schools().size(),
                        text(summary.reviewer()),
                        SummaryWorkbook.MOMENT.format(summary.submittedAt()),
                        summary.late() ? "（经批准延期）" : "",
                        schools(summary),
                        items(summary.recommended(), "复核意见"),
                        items(summary.notRecommended(), "不推荐理由"),
                        summary.secondCheck() == null
                                ? ""
                                : "<h2>四、党建办复核意见</h2><p>%s</p>"
                                        .formatted(text(summary.secondCheck())));
    }

    private static String schools(Summary summary) {
        var names =
                Arrays.stream(Category.values())
                        .map(category -> "<th>%s<br>推荐／打造</th>".formatted(category.chinese()))
                        .collect(Collectors.joining());
        var rows =
                summary.schools().stream()
                        .map(school ->
                                "<tr><td>%s</td>%s<td>%s</td></tr>"
                                        .formatted(
                                                text(school.name()),
                                                school.counts().stream()
                                                        .map(count ->
                                                                "<td align=\"center\">%d／%d</td>"
                                                                        .formatted(
                                                                                count.putForward(),
                                                                                count.built()))
                                                        .collect(Collectors.joining()),
                                                school.reason() == null
                                                        ? ""
                                                        : text(school.reason())))
                        .collect(Collectors.joining("\n"));
        return table("<th>学校（园）</th>%s<th>未达最低数的说明</th>".formatted(names), rows);
    }

    private static String items(List<Item> items, String note) {
        if (items.isEmpty()) return "<p>无</p>";
        var rows =
                items.stream()
                        .map(item ->
                                "<tr><td>%s</td><td align=\"center\">%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                                        .formatted(
                                                item.categoryName(),
                                                item.rank() == null ? "" : item.rank(),
                                                text(item.title()),
                                                text(item.school()),
                                                item.built() ? "打造" : "推荐",
                                                item.note() == null ? "" : text(item.note())))
                        .collect(Collectors.joining("\n"));
        return table(
                "<th>类别</th><th>名次</th><th>名称</th><th>学校（园）</th><th>推荐或打造</th><th>%s</th>"
                        .formatted(note),
                rows);
    }

    private static String table(String headings, String rows) {
        return "<table border=\"1\" cellspacing=\"0\" cellpadding=\"6\" width=\"100%%\"><thead><tr>%s</tr></thead><tbody>\n%s\n</tbody></table>"
                .formatted(headings, rows);
    }

    private static String text(String typed) {
        return HtmlUtils.htmlEscape(typed);
    }
}
