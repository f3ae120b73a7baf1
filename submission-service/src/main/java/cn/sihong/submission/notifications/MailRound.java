package cn.sihong.submission.notifications;

import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.submission.notifications.Mails.Claimed;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings the mail out in kind hours. Each mail is claimed in a transaction of its own before it is
 * sent, so that neither a second replica nor a restart sends it again; no connection to the
 * database is held while the mail server is spoken to.
 */
@Component
class MailRound {

    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);

    /** Longer than the mail server may take for one mail. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Mailboxes mailboxes;
    private final Mails mails;
    private final CalendarDays calendar;
    private final Clock clock;
    private final @Nullable Post post;

    MailRound(
            Mailboxes mailboxes,
            Mails mails,
            CalendarDays calendar,
            MailSettings settings,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.mails = mails;
        this.calendar = calendar;
        this.clock = clock;
        this.post = settings.sender().map(sender -> new Post(sender, settings)).orElse(null);
        if (post == null) LOG.info("No mail server is set: people are told on the platform only");
    }

    @Scheduled(
            fixedDelayString = "${sihong.mail.poll:1m}",
            initialDelayString = "${sihong.mail.poll:1m}")
    void goRound() {
        goRound(clock.instant());
    }

    void goRound(Instant now) {
        if (post == null) return;
        int lost = mails.giveUp(now.minus(LEASE));
        if (lost > 0) LOG.warn("{} mails have an uncertain end and are not sent again", lost);
        var hours = new KindHours(calendar.workingDays());
        if (!hours.include(now)) return;
        for (var mailbox : mailboxes.all())
            switch (mailbox.rhythm()) {
                case DAILY -> {
                    if (hours.includeDigest(now)) send(post, mails.claimDigest(mailbox, now));
                }
                case EACH -> {
                    while (send(post, mails.claimOne(mailbox, now))) {}
                }
            }
    }

    /** Whether it makes sense to go on with this mailbox. */
    private boolean send(Post post, Optional<Claimed> claimed) {
        if (claimed.isEmpty()) return false;
        var mail = claimed.get().id();
        return switch (post.hand(claimed.get())) {
            case Post.Outcome.Sent() -> {
                mails.sent(mail);
                yield true;
            }
            case Post.Outcome.NotSent(var reason) -> {
                LOG.info("The mail server is away: {}", reason);
                mails.release(mail);
                yield false;
            }
            case Post.Outcome.Refused(var reason) -> {
                LOG.warn("The mail server refuses mail {}: {}", mail, reason);
                mails.refused(mail, reason);
                yield true;
            }
            case Post.Outcome.Uncertain(var reason) -> {
                LOG.warn("Mail {} has an uncertain end: {}", mail, reason);
                mails.uncertain(mail, reason);
                yield false;
            }
        };
    }
}
