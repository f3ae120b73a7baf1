package cn.sihong.award.objections;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/**
 * The two discipline officers who see who objects (research.md §1.4). One offers itself, a member
 * of the Party group confirms; two are confirmed at most, which the table itself forbids to exceed.
 */
@Repository
class Confidants {

    private final JdbcClient jdbc;
    private final Audit audit;

    Confidants(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Who offered, and whether they were confirmed. */
    record Confidant(UUID subject, String name, boolean confirmed) {}

    @Transactional(readOnly = true)
    public List<Confidant> all() {
        return jdbc.sql(
                        "select subject, name, place is not null as confirmed from confidants order by"
                                + " place nulls last, subject")
                .query((row, n) ->
                        new Confidant(
                                row.getObject("subject", UUID.class),
                                row.getString("name"),
                                row.getBoolean("confirmed")))
                .list();
    }

    @Transactional
    public void offer(Actor actor) {
        jdbc.sql(
                        """
                        insert into confidants (subject, name) values (?, ?)
                        on conflict (subject) do update set name = excluded.name
                        """)
                .params(actor.subject(), actor.name())
                .update();
        audit(actor, Role.DISCIPLINE, "confidant.offer", actor.subject());
    }

    @Transactional
    public void confirm(UUID subject, Actor actor) {
        if (all().stream().anyMatch(one -> one.confirmed() && one.subject().equals(subject)))
            return;
        var taken =
                jdbc.sql("select place from confidants where place is not null for update")
                        .query(Integer.class)
                        .list();
        if (taken.size() == 2) throw new SeatsTaken();
        int confirmed =
                jdbc.sql("update confidants set place = ? where subject = ?")
                        .params(taken.contains(1) ? 2 : 1, subject)
                        .update();
        if (confirmed == 0) throw new NoSuchConfidant();
        audit(actor, Role.PARTY_GROUP_MEMBER, "confidant.confirm", subject);
    }

    @Transactional
    public void release(UUID subject, Actor actor) {
        if (jdbc.sql("delete from confidants where subject = ?").param(subject).update() == 0)
            throw new NoSuchConfidant();
        audit(actor, Role.PARTY_GROUP_MEMBER, "confidant.release", subject);
    }

    void require(Actor actor) {
        var confirmed =
                jdbc.sql(
                                "select exists (select from confidants where subject = ? and place is"
                                        + " not null)")
                        .param(actor.subject())
                        .query(Boolean.class)
                        .single();
        if (!confirmed || !actor.is(Role.DISCIPLINE)) throw new NotAConfidant();
    }

    private void audit(Actor actor, Role role, String action, UUID subject) {
        audit.record(actor, role, Deed.of(action, "confidant", subject, null));
    }
}
