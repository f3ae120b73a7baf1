package cn.sihong.review.findings;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.review.findings.Finding.Answered;
import cn.sihong.review.findings.Finding.Closed;
import cn.sihong.review.findings.Finding.Closing;
import cn.sihong.review.findings.Finding.Entry;
import cn.sihong.review.findings.Finding.Finder;
import cn.sihong.review.findings.Finding.Matter;
import cn.sihong.review.findings.Finding.Open;
import cn.sihong.review.findings.Finding.Reopened;
import cn.sihong.review.findings.Finding.Verified;
import cn.sihong.review.findings.Finding.Word;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Findings as tests want them, each made by its own moves. */
final class Samples {

    static final LocalDate TOLD = LocalDate.of(2026, 9, 1);
    static final LocalDate DUE = LocalDate.of(2026, 9, 21);
    static final UUID FIRST = UUID.randomUUID();
    static final UUID SECOND = UUID.randomUUID();
    private static final Instant THEN = Instant.parse("2026-09-22T02:00:00Z");

    private Samples() {}

    static Open open() {
        return new Open(
                new Entry(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Source.MUTUAL_REVIEW,
                        UUID.randomUUID(),
                        new Finder(UUID.randomUUID(), Role.PEER_REVIEWER, UUID.randomUUID()),
                        0),
                new Matter(
                        Area.PLACES,
                        TimeClass.DATED,
                        "书屋图书未分类上架",
                        "请参照三类图书分架",
                        List.of(UUID.randomUUID())),
                new Term(TOLD, DUE));
    }

    static Answered answered(LocalDate on) {
        return open().answer(
                        new Rectification(
                                        "已按三类分架并登记",
                                        "张书记",
                                        "李老师",
                                        List.of(UUID.randomUUID()),
                                        List.of(UUID.randomUUID(), UUID.randomUUID()))
                                .signed(UUID.randomUUID(), on));
    }

    static Verified verified() {
        return answered(DUE).verify(new Word(UUID.randomUUID(), THEN));
    }

    static Closing closing() {
        return verified().close(new Word(FIRST, THEN));
    }

    static Closed closed() {
        return closing().close(new Word(SECOND, THEN));
    }

    static Reopened reopened() {
        return closed().reopen("回头看发现新书仍未上架", new Term(DUE, DUE.plusDays(10)));
    }
}
