package cn.sihong.review.scoresheets;

import cn.sihong.review.register.Applications;
import cn.sihong.review.rubrics.Rubric;
import cn.sihong.review.rubrics.Rubrics;

import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.UUID;

/** Lays out what there is to judge about a school. */
@Component
class Papers {

    private final Applications applications;
    private final Rubrics rubrics;

    Papers(Applications applications, Rubrics rubrics) {
        this.applications = applications;
        this.rubrics = rubrics;
    }

    Paper of(ScoreSheet.Heading heading) {
        var book = rubrics.of(heading.programmeId());
        var paper = new LinkedHashMap<UUID, Rubric>();
        for (var application : applications.of(heading.programmeId(), heading.judged()))
            if (heading.covers(application.id(), application.category()))
                paper.put(application.id(), book.ofCategory(application.category()));
        return new Paper(heading.kind(), paper);
    }
}
