package cn.sihong.submission.organisations;

import cn.sihong.platform.keycloak.Accounts;
import cn.sihong.submission.organisations.People.Waiting;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Opens the accounts of people who wait for one, brings them in line with the seats they hold, and
 * closes those of people who hold none any more. Dies and comes back anywhere: who was taken waits
 * again after a while, and Keycloak finds what it has made before. No connection to the database is
 * held while Keycloak is asked.
 */
@Component
class AccountOpening {

    private static final Logger LOG = LoggerFactory.getLogger(AccountOpening.class);

    /** Longer than Keycloak may take for one piece of work. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration UNTIL_REFUSED_AGAIN = Duration.ofHours(1);

    private final People people;
    private final Accounts accounts;
    private final SeatAnnouncement seats;
    private final Clock clock;
    private final int atOnce;

    AccountOpening(
            People people,
            Accounts accounts,
            SeatAnnouncement seats,
            AccountSettings settings,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.seats = seats;
        this.clock = clock;
        this.atOnce = settings.atOnce();
    }

    /** Goes on until nobody is left to take. */
    @Scheduled(fixedDelayString = "${sihong.accounts.poll:2s}")
    void openAll() throws InterruptedException {
        try (var workers = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            while (openSome(workers)) {}
        }
    }

    private boolean openSome(ExecutorService workers) throws InterruptedException {
        var taken = people.take(4 * atOnce, clock.instant(), LEASE);
        List<Callable<Boolean>> work =
                taken.stream().map(waiting -> (Callable<Boolean>) () -> open(waiting)).toList();
        workers.invokeAll(work);
        return !taken.isEmpty();
    }

    private boolean open(Waiting waiting) {
        UUID subject;
        try {
            if (waiting.roles().isEmpty()) {
                accounts.close(waiting.username(), waiting.name());
                people.closed(waiting.username());
                return true;
            }
            subject =
                    accounts.settle(
                            waiting.username(), waiting.name(), waiting.roles(), Post.ROLES);
        } catch (Accounts.Refused refused) {
            LOG.warn(
                    "Keycloak refuses an account for {}: {}",
                    waiting.username(),
                    refused.getMessage());
            people.postpone(
                    waiting.username(),
                    clock.instant().plus(UNTIL_REFUSED_AGAIN),
                    String.valueOf(refused.getMessage()));
            return false;
        } catch (RestClientException away) {
            LOG.info("Keycloak is away, {} waits: {}", waiting.username(), away.getMessage());
            people.postpone(waiting.username(), clock.instant().plus(pause(waiting)), null);
            return false;
        }
        seats.announce(waiting, subject);
        return true;
    }

    /** Twice as long each time, up to five minutes. */
    private static Duration pause(Waiting waiting) {
        var pause = Duration.ofSeconds(1L << Math.min(waiting.attempts(), 16));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
