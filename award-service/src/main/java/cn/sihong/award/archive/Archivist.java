package cn.sihong.award.archive;

import cn.sihong.award.archive.Archives.Progress;
import cn.sihong.award.archive.PackagePapers.Line;
import cn.sihong.award.register.Bureau;
import cn.sihong.award.register.Programmes;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.reach.Reach;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes packages in the background, a document at a time, each kept in a transaction of its own.
 */
@Component
class Archivist implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Archivist.class);

    private final Archives archives;
    private final Sources sources;
    private final Programmes programmes;
    private final Bureau bureau;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService work =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("archivist", 0).factory());

    Archivist(
            Archives archives,
            Sources sources,
            Programmes programmes,
            Bureau bureau,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.archives = archives;
        this.sources = sources;
        this.programmes = programmes;
        this.bureau = bureau;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begins the package of a programme, or goes on with it, and answers at once. */
    Progress start(UUID id, UUID programmeId, Actor actor) {
        var progress =
                inside(() -> {
                    var programme = programmes.get(programmeId);
                    var planned = sources.of(programmeId);
                    if (planned.isEmpty()) throw new NothingToArchive();
                    archives.begin(id, programmeId, programme.title(), planned.size());
                    audit.record(
                            actor,
                            Role.ARCHIVIST,
                            Deed.of("archive.make", "archive", id, programmeId));
                    return archives.of(programmeId).orElseThrow();
                });
        var _ = work.submit(() -> make(progress.id()));
        return progress;
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        for (var id : inside(archives::unfinished)) {
            var _ = work.submit(() -> make(id));
        }
    }

    void make(UUID id) {
        try {
            var progress = inside(() -> archives.find(id).orElseThrow(NoSuchArchive::new));
            if (progress.finished()) return;
            var planned = inside(() -> sources.of(progress.programmeId()));
            for (var next : planned) {
                if (Thread.currentThread().isInterrupted()) return;
                keepUnlessThere(id, next);
            }
            inside(() -> addPapers(progress));
        } catch (RuntimeException e) {
            LOG.error("The package {} is not complete; asking again goes on", id, e);
        }
    }

    private void keepUnlessThere(UUID id, Sources.Planned planned) {
        inside(() -> {
            if (!archives.paths(id).contains(planned.path()))
                archives.keep(id, planned.make().get());
            return true;
        });
    }

    private boolean addPapers(Progress progress) {
        var id = progress.id();
        var lines = archives.lines(id);
        paper(
                id,
                PackagePapers.METADATA,
                PackagePapers.metadata(progress.title(), bureau.name(), lines));
        paper(id, PackagePapers.INDEX, PackagePapers.index(lines));
        paper(id, PackagePapers.DIGESTS, PackagePapers.digests(lines));
        var check =
                new FourProperties(
                        lines.stream().collect(Collectors.toMap(Line::path, Line::sha256)),
                        lines.stream().map(Line::path).collect(Collectors.toSet()));
        for (var line : lines) check.look(line.path(), archives.bytes(id, line.path()));
        paper(id, PackagePapers.REPORT, PackagePapers.report(check.findings()));
        archives.finish(id);
        return true;
    }

    private void paper(UUID id, String path, byte[] bytes) {
        archives.keep(
                id,
                new Item(
                        path,
                        path,
                        "档案",
                        LocalDate.ofInstant(clock.instant(), WorkingDays.BEIJING),
                        bytes));
    }

    private <T> T inside(Supplier<T> deed) {
        return Objects.requireNonNull(
                Reach.everything().during(() -> transaction.execute(status -> deed.get())));
    }

    @Override
    public void destroy() {
        work.shutdownNow();
    }
}
