package cn.sihong.submission.batches;

import cn.sihong.submission.applications.Reporting.Line;
import cn.sihong.submission.batches.Batch.Received;
import cn.sihong.submission.batches.Batch.SecondCheck;
import cn.sihong.submission.batches.Batch.SecondChecked;
import cn.sihong.submission.batches.Batch.Submitted;
import cn.sihong.submission.batches.Summary.Count;
import cn.sihong.submission.batches.Summary.Item;
import cn.sihong.submission.batches.Summary.School;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Organisations;
import cn.sihong.submission.programmes.Programmes;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts a batch and its lines together with the names people know them by. */
@Component
class Summaries {

    private final Programmes programmes;
    private final Organisations organisations;
    private final JdbcClient jdbc;

    Summaries(Programmes programmes, Organisations organisations, JdbcClient jdbc) {
        this.programmes = programmes;
        this.organisations = organisations;
        this.jdbc = jdbc;
    }

    Summary of(Batch batch, List<Line> lines) {
        var entry = batch.entry();
        var schools = organisations.schoolsOf(entry.unit());
        var names =
                schools.stream()
                        .collect(
                                Collectors.toMap(
                                        school -> school.id().value(), Organisation::name));
        var check = secondCheck(batch);
        var struck = check == null ? Map.<UUID, String>of() : check.struck();
        var programme = programmes.terms(entry.programme());
        return new Summary(
                programme.title(),
                programme.demonstration(),
                organisations.get(entry.unit()).name(),
                nameOf(entry.submittedBy()),
                entry.submittedAt(),
                entry.late(),
                schools.stream().map(school -> school(school, entry, lines)).toList(),
                items(lines, names, struck, true),
                items(lines, names, struck, false),
                check == null ? null : check.opinion());
    }

    private static @Nullable SecondCheck secondCheck(Batch batch) {
        return switch (batch) {
            case Submitted _ -> null;
            case SecondChecked checked -> checked.check();
            case Received received -> received.check();
        };
    }

    private static School school(Organisation school, Batch.Entry entry, List<Line> lines) {
        var id = school.id().value();
        var mine = lines.stream().filter(line -> line.schoolId().equals(id)).toList();
        return new School(id, school.name(), Count.ofAll(mine), entry.reasons().get(id));
    }

    private static List<Item> items(
            List<Line> lines, Map<UUID, String> names, Map<UUID, String> struck, boolean ranked) {
        return lines.stream()
                .filter(line -> (line.rank() != null) == ranked)
                .map(line -> item(line, names, struck.get(line.applicationId())))
                .toList();
    }

    private static Item item(Line line, Map<UUID, String> names, @Nullable String struck) {
        return new Item(
                line.applicationId(),
                line.category(),
                line.category().chinese(),
                line.rank(),
                line.title(),
                names.getOrDefault(line.schoolId(), ""),
                line.origin().equals("BUILT"),
                struck == null ? line.reason() : "党建办复核未予维持：" + struck);
    }

    private String nameOf(@Nullable UUID subject) {
        return jdbc.sql("select name from people where subject = ?")
                .param(subject)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
