package cn.sihong.gateway;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionOperations;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Sessions that are not written on every request. Spring Session notes the time of each access,
 * which is an update and a commit per call; here the time moves at most once a minute, so reading
 * stays reading.
 *
 * @param <S> the session that is kept
 */
final class CalmSessions<S extends Session> implements SessionRepository<CalmSessions.Calm<S>> {

    static final Duration STEP = Duration.ofMinutes(1);

    private final SessionRepository<S> sessions;
    private final TransactionOperations transactions;

    CalmSessions(SessionRepository<S> sessions, TransactionOperations transactions) {
        this.sessions = sessions;
        this.transactions = transactions;
    }

    @Override
    public Calm<S> createSession() {
        return new Calm<>(sessions.createSession());
    }

    @Override
    public void save(Calm<S> session) {
        transactions.executeWithoutResult(_ -> sessions.save(session.kept));
    }

    @Override
    public @Nullable Calm<S> findById(String id) {
        var session = sessions.findById(id);
        return session == null ? null : new Calm<>(session);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }

    static final class Calm<S extends Session> implements Session {

        private final S kept;

        Calm(S kept) {
            this.kept = kept;
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (now.isAfter(kept.getLastAccessedTime().plus(STEP))) kept.setLastAccessedTime(now);
        }

        /**
         * What another version of the gateway wrote and this one cannot read counts as absent: the
         * person signs in again instead of meeting an error until the session ends.
         */
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the interface's signature
        public <T> @Nullable T getAttribute(String name) {
            try {
                return kept.getAttribute(name);
            } catch (ConversionException e) {
                return null;
            }
        }

        @Override
        public void setAttribute(String name, Object value) {
            kept.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            kept.removeAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        public String changeSessionId() {
            return kept.changeSessionId();
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            kept.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }
    }
}
