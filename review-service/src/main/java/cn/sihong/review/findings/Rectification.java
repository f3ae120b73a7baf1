package cn.sihong.review.findings;

import cn.sihong.review.findings.Finding.Answer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a school writes of how it put something right (整改), before it is signed. */
record Rectification(
        String measures, String leader, String responsible, List<UUID> before, List<UUID> after) {

    Answer signed(UUID secretary, LocalDate on) {
        return new Answer(measures, leader, responsible, before, after, secretary, on);
    }
}
