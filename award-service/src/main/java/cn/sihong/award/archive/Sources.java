package cn.sihong.award.archive;

import cn.sihong.award.honours.DecisionPapers;
import cn.sihong.award.honours.SignedCertificates;
import cn.sihong.award.statistics.Statistics;
import cn.sihong.award.statistics.StatisticsWorkbook;
import cn.sihong.platform.calendar.WorkingDays;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Where the documents of a programme come from: read from what there is, each made when its turn
 * comes.
 */
@Component
class Sources {

    private final JdbcClient jdbc;
    private final DecisionPapers papers;
    private final SignedCertificates certificates;
    private final Statistics statistics;
    private final Clock clock;

    Sources(
            JdbcClient jdbc,
            DecisionPapers papers,
            SignedCertificates certificates,
            Statistics statistics,
            Clock clock) {
        this.jdbc = jdbc;
        this.papers = papers;
        this.certificates = certificates;
        this.statistics = statistics;
        this.clock = clock;
    }

    /** A document to come, and how it is made. */
    record Planned(String path, Supplier<Item> make) {}

    /** The documents of a programme in the order of their folders; empty before its decision. */
    List<Planned> of(UUID programme) {
        var decisions =
                jdbc.sql(
                                "select id, document_number, issued_on from commendations where programme_id = ?"
                                        + " order by issued_on, id")
                        .param(programme)
                        .query((row, n) ->
                                new Decision(
                                        row.getObject("id", UUID.class),
                                        row.getString("document_number"),
                                        row.getObject("issued_on", LocalDate.class)))
                        .list();
        if (decisions.isEmpty()) return List.of();
        var planned = new ArrayList<Planned>();
        planned.addAll(selections(programme));
        planned.addAll(notices(programme));
        planned.add(docket(programme));
        for (var decision : decisions) planned.addAll(papersOf(decision));
        planned.add(
                one(
                        "07-统计/统计.xlsx",
                        "统计表",
                        "统计",
                        today(),
                        () -> StatisticsWorkbook.of(statistics.of(programme))));
        return planned;
    }

    private record Decision(UUID id, String number, LocalDate on) {}

    /** The very bytes that were hashed, and the votes. */
    private List<Planned> selections(UUID programme) {
        var planned = new ArrayList<Planned>();
        var ids =
                jdbc.sql(
                                """
                                select s.id from selections s join result_packages p on p.selection_id = s.id
                                where s.programme_id = ? order by s.opened_at, s.id
                                """)
                        .param(programme)
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .list();
        int number = 1;
        for (var id : ids) {
            planned.add(
                    one(
                            "01-算分包/算分包-%d.json".formatted(number),
                            "算分包",
                            "评选",
                            today(),
                            () ->
                                    text(
                                            "select body from result_packages where selection_id = ?",
                                            id)));
            planned.add(
                    one(
                            "02-会议研究/表决记录-%d.json".formatted(number),
                            "会议表决记录",
                            "评选",
                            today(),
                            () ->
                                    text(
                                            "select coalesce(json_agg(v), '[]')::text from votes v where selection_id = ?",
                                            id)));
            number++;
        }
        return planned;
    }

    private List<Planned> notices(UUID programme) {
        var planned = new ArrayList<Planned>();
        var ids =
                jdbc.sql(
                                "select id from notices where programme_id = ? and state <> 'DRAFT' order by opens_on,"
                                        + " id")
                        .param(programme)
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .list();
        int number = 1;
        for (var id : ids)
            planned.add(
                    one(
                            "03-公示/公示-%d.txt".formatted(number++),
                            "公示",
                            "公示",
                            today(),
                            () ->
                                    text(
                                            """
                                            select title || e'\\n\\n公示期：' || opens_on || ' 至 ' || closes_on
                                                || coalesce('（演示缩短：' || shortened_because || '）', '')
                                                || e'\\n\\n' || body || e'\\n\\n名单：\\n'
                                                || coalesce((select string_agg(
                                                        category_name || '　' || n.title || '（' || school_name || '）',
                                                        e'\\n' order by position)
                                                    from notice_lines n where notice_id = notices.id), '（无）')
                                                || e'\\n'
                                            from notices where id = ?
                                            """,
                                            id)));
        return planned;
    }

    /** Without persons: when, about what, how it ended. */
    private Planned docket(UUID programme) {
        return one(
                "04-异议/异议办理登记.json",
                "异议办理登记",
                "异议",
                today(),
                () ->
                        text(
                                """
                                select coalesce(json_agg(json_build_object(
                                    '受理编号', receipt, '类别', kind, '对象', title, '登记日期', received_on,
                                    '状态', state, '受理日期', accepted_on, '核查期限', investigate_by,
                                    '延期原因', extended_because, '核查日期', reported_on, '是否认定', sustained,
                                    '办结日期', decided_on) order by sequence), '[]')::text
                                from objections where programme_id = ?
                                """,
                                programme));
    }

    private List<Planned> papersOf(Decision decision) {
        var planned = new ArrayList<Planned>();
        planned.add(
                one(
                        "05-决定/%s.pdf".formatted(decision.number()),
                        "决定（通报）",
                        "决定",
                        decision.on(),
                        () -> papers.pdf(decision.id()).bytes()));
        planned.add(
                one(
                        "05-决定/%s.docx".formatted(decision.number()),
                        "决定（通报）",
                        "决定",
                        decision.on(),
                        () -> papers.docx(decision.id()).bytes()));
        for (var certificate : certificates.of(decision.id()))
            planned.add(
                    one(
                            "06-证书/%s.pdf".formatted(certificate.number()),
                            "证书",
                            "证书",
                            decision.on(),
                            () -> certificates.print(certificate.honour())));
        return planned;
    }

    private Planned one(
            String path, String title, String kind, LocalDate dated, Supplier<byte[]> bytes) {
        return new Planned(path, () -> new Item(path, title, kind, dated, bytes.get()));
    }

    private byte[] text(String query, UUID id) {
        return jdbc.sql(query)
                .param(id)
                .query(String.class)
                .single()
                .getBytes(StandardCharsets.UTF_8);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.BEIJING);
    }
}
