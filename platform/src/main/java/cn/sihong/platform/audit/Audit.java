package cn.sihong.platform.audit;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;

import io.micrometer.tracing.Tracer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

import java.util.UUID;

/** The audit trail of a service. */
public class Audit {

    private final JdbcClient jdbc;
    private final Tracer tracer;

    Audit(JdbcClient jdbc, Tracer tracer) {
        this.jdbc = jdbc;
        this.tracer = tracer;
    }

    /**
     * A deed, in the words of the audit trail.
     *
     * @param action what was done, {@code application.submit}
     * @param about the kind of thing, {@code application}
     * @param detail what else a controller of the trail wants to know; never personal data
     */
    public record Deed(
            String action,
            String about,
            String aboutId,
            @Nullable UUID programmeId,
            @Nullable String detail) {

        public static Deed of(String action, String about, UUID aboutId, @Nullable UUID programme) {
            return new Deed(action, about, aboutId.toString(), programme, null);
        }

        public Deed saying(String detail) {
            return new Deed(action, about, aboutId, programmeId, detail);
        }
    }

    /** Writes the row; refuses to do so outside the transaction of the deed. */
    public void record(Actor actor, Role role, Deed deed) {
        Assert.state(
                TransactionSynchronizationManager.isActualTransactionActive(),
                "an audit row belongs into the transaction of its deed");
        jdbc.sql(
                        """
                        insert into audit (subject, role, action, about, about_id, programme_id, detail, trace_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        actor.subject(),
                        role.wireName(),
                        deed.action(),
                        deed.about(),
                        deed.aboutId())
                .param(deed.programmeId())
                .param(deed.detail())
                .param(traceId())
                .update();
    }

    private @Nullable String traceId() {
        var span = tracer.currentSpan();
        return span == null ? null : span.context().traceId();
    }
}
