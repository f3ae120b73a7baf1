package cn.sihong.award.honours;

import cn.sihong.award.honours.PrintedCertificates.Run;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Prints all certificates of a commendation in the background. What was printed is kept at once, so
 * that a run goes on after a restart where it was, and two replicas at it only waste paper.
 */
@Component
class CertificatePress implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CertificatePress.class);
    private static final int AT_ONCE = 50;
    private static final int HANDS = Math.min(2, Runtime.getRuntime().availableProcessors());

    private final PrintedCertificates prints;
    private final Certificates certificates;
    private final Commendations commendations;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final ExecutorService runs = Executors.newSingleThreadExecutor(daemons("press"));
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, daemons("printer"));

    CertificatePress(
            PrintedCertificates prints,
            Certificates certificates,
            Commendations commendations,
            Audit audit,
            TransactionTemplate transaction) {
        this.prints = prints;
        this.certificates = certificates;
        this.commendations = commendations;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Begins or goes on, and answers at once. */
    Run start(UUID commendation, Actor actor) {
        var run =
                inside(() -> {
                    var known =
                            commendations.find(commendation).orElseThrow(NoSuchCommendation::new);
                    prints.begin(commendation);
                    audit.record(
                            actor,
                            Role.PARTY_OFFICE,
                            Deed.of(
                                    "certificates.print",
                                    "commendation",
                                    commendation,
                                    known.programmeId()));
                    return prints.run(commendation).orElseThrow();
                });
        var _ = runs.submit(() -> print(commendation));
        return run;
    }

    Run progress(UUID commendation) {
        return inside(() -> prints.run(commendation).orElseThrow(NoSuchCommendation::new));
    }

    /** What a restart interrupted goes on. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        for (var commendation : inside(prints::unfinished)) {
            var _ = runs.submit(() -> print(commendation));
        }
    }

    private void print(UUID commendation) {
        try {
            for (var next = unprinted(commendation);
                    !next.isEmpty();
                    next = unprinted(commendation)) printAll(next);
            inside(() -> {
                prints.finish(commendation);
                return true;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            LOG.error(
                    "The certificates of {} are not all printed; asking again goes on",
                    commendation,
                    e);
        }
    }

    private List<UUID> unprinted(UUID commendation) {
        return inside(() -> prints.unprinted(commendation, AT_ONCE));
    }

    private void printAll(List<UUID> honours) throws InterruptedException, ExecutionException {
        var printing = new ArrayList<Future<?>>();
        for (var honour : honours)
            printing.add(
                    hands.submit(() -> inside(() -> certificates.print(new Honour.Id(honour)))));
        for (var one : printing) one.get();
    }

    private <T> T inside(Supplier<T> deed) {
        return Objects.requireNonNull(
                Reach.everything().during(() -> transaction.execute(status -> deed.get())));
    }

    private static java.util.concurrent.ThreadFactory daemons(String name) {
        return Thread.ofPlatform().daemon().name(name, 0).factory();
    }

    @Override
    public void destroy() {
        runs.shutdownNow();
        hands.shutdownNow();
    }
}
