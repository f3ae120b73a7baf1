package cn.sihong.award.statistics;

import cn.sihong.award.statistics.Statistics.Report;

import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The same numbers as sheets, in words and points instead of codes and thousandths. */
public final class StatisticsWorkbook {

    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("RED_GARDENER", "红色园丁"),
                    Map.entry("RED_READING_ROOM", "红色书屋"),
                    Map.entry("RED_CLASSROOM", "红色课堂"),
                    Map.entry("RED_BASE", "红色基地"),
                    Map.entry("MUTUAL_REVIEW", "互查互评"),
                    Map.entry("INSPECTION", "现场考核验收"),
                    Map.entry("SCHOOL_INSPECTION", "现场考核验收（学校）"),
                    Map.entry("SUPERVISION", "调研督查"),
                    Map.entry("APPRAISAL", "群众评议"),
                    Map.entry("AT_ONCE", "立行立改"),
                    Map.entry("DATED", "限期整改"),
                    Map.entry("LASTING", "长期坚持"),
                    Map.entry("PARTY_MEMBERS", "党员"),
                    Map.entry("STAFF", "教职工群众"),
                    Map.entry("PARENTS", "家长"));

    private StatisticsWorkbook() {}

    public static byte[] of(Report report) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Sihong", "1.0")) {
            sheet(
                    workbook,
                    "分级参与",
                    List.of("单位", "参与学校", "提交方案", "方案备案", "提交申报", "推荐", "接收", "完成验收"),
                    report.participation().stream()
                            .map(row ->
                                    row(
                                            row.unitName(),
                                            row.schools(),
                                            row.plansSubmitted(),
                                            row.plansFiled(),
                                            row.applicationsSubmitted(),
                                            row.recommended(),
                                            row.received(),
                                            row.inspected()))
                            .toList());
            sheet(
                    workbook,
                    "分类申报",
                    List.of("类别", "提交", "推荐", "不推荐", "接收"),
                    report.categories().stream()
                            .map(row ->
                                    row(
                                            word(row.category()),
                                            row.submitted(),
                                            row.recommended(),
                                            row.notRecommended(),
                                            row.received()))
                            .toList());
            sheet(
                    workbook,
                    "指标得分",
                    List.of("来源", "类别", "指标", "计分数", "最低", "中位数", "平均", "最高", "满分", "平均得分率"),
                    report.indicators().stream()
                            .map(row ->
                                    row(
                                            word(row.source()),
                                            word(row.category()),
                                            row.name(),
                                            row.scored(),
                                            points(row.lowest()),
                                            points(row.median()),
                                            points(row.mean()),
                                            points(row.highest()),
                                            points(row.max()),
                                            row.share() / 1000.0))
                            .toList());
            sheet(
                    workbook,
                    "问题整改",
                    List.of("来源", "整改时限", "问题数", "未整改", "已答复待销号", "已销号", "按时", "重新整改"),
                    report.findings().stream()
                            .map(row ->
                                    row(
                                            word(row.source()),
                                            word(row.timeClass()),
                                            row.opened(),
                                            row.open(),
                                            row.answered(),
                                            row.closed(),
                                            row.inTime(),
                                            row.reopened()))
                            .toList());
            sheet(
                    workbook,
                    "评议参与",
                    List.of("评议人群", "评议场次", "应参加", "收回", "有效", "参与率", "仅供参考"),
                    report.turnout().stream()
                            .map(row ->
                                    row(
                                            word(row.electorate()),
                                            row.appraisals(),
                                            row.eligible(),
                                            row.returned(),
                                            row.valid(),
                                            row.share() == null ? "无数据" : row.share() / 1000.0,
                                            row.advisory()))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void sheet(
            Workbook workbook, String name, List<String> head, List<List<Object>> rows) {
        var sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int column = 0; column < head.size(); column++) {
            sheet.value(0, column, head.get(column));
            sheet.style(0, column).bold().fillColor("F3E9DC").set();
            sheet.width(column, column == 0 ? 24 : 14);
        }
        for (int row = 0; row < rows.size(); row++)
            for (int column = 0; column < head.size(); column++) {
                var value = rows.get(row).get(column);
                if (value instanceof Number number) sheet.value(row + 1, column, number);
                else sheet.value(row + 1, column, String.valueOf(value));
            }
        if (rows.isEmpty()) sheet.value(1, 0, "暂无数据");
    }

    private static List<Object> row(Object... values) {
        return Arrays.asList(values);
    }

    private static double points(long thousandths) {
        return thousandths / 1000.0;
    }

    private static String word(@Nullable String code) {
        return code == null ? "" : WORDS.getOrDefault(code, code);
    }
}
