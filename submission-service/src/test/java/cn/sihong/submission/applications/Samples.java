package cn.sihong.submission.applications;

import cn.sihong.submission.applications.Application.Draft;
import cn.sihong.submission.applications.Application.Entry;
import cn.sihong.submission.applications.Application.Signature;
import cn.sihong.submission.applications.Application.Submitted;
import cn.sihong.submission.applications.Content.Origin;
import cn.sihong.submission.applications.Content.SchoolNotice;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Applications for tests, made by their own moves. */
final class Samples {

    /** A Monday, with a working week before it. */
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    static final SchoolNotice A_WEEK =
            new SchoolNotice(MONDAY.minusDays(7), MONDAY.minusDays(3), "校门口公示栏", false);

    private Samples() {}

    static Draft aDraft() {
        return new Draft(anEntry(), complete());
    }

    static Submitted aSubmission() {
        return aDraft().submit(aSignature());
    }

    static Signature aSignature() {
        return new Signature("同意申报。", UUID.randomUUID(), Instant.parse("2026-11-23T02:00:00Z"));
    }

    static Entry anEntry() {
        return new Entry(
                new Application.Id(UUID.randomUUID()),
                new Programme.Id(UUID.randomUUID()),
                new Organisation.Id(UUID.randomUUID()),
                new Organisation.Id(UUID.randomUUID()),
                Category.RED_BASE,
                0);
    }

    static Content complete() {
        return new Content(
                "星火展厅",
                Origin.RECOMMENDED,
                "由旧礼堂改建的红色文化展厅。",
                "师生共同整理校史与本地革命史料，布置六个展区。",
                "全年接待学生三千人次。",
                "与道德与法治课、班会课同步使用。",
                "由少先队大队部每周值守。",
                A_WEEK,
                List.of(UUID.randomUUID()));
    }

    static Content titled(String title) {
        var c = complete();
        return new Content(
                title,
                c.origin(),
                c.summary(),
                c.deeds(),
                c.effect(),
                c.teachingLink(),
                c.mechanism(),
                c.schoolNotice(),
                c.photos());
    }

    static Content noticed(SchoolNotice notice) {
        var c = complete();
        return new Content(
                c.title(),
                c.origin(),
                c.summary(),
                c.deeds(),
                c.effect(),
                c.teachingLink(),
                c.mechanism(),
                notice,
                c.photos());
    }

    static Content empty() {
        return new Content(
                "",
                Origin.BUILT,
                "",
                "",
                "",
                "",
                "",
                new SchoolNotice(null, null, "", false),
                List.of());
    }
}
