package cn.sihong.submission.views;

import cn.sihong.platform.keycloak.Actor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/** What people keep for themselves; each sees their own and no other. */
@Repository
class Views {

    private final JdbcClient jdbc;

    Views(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<View> of(Actor actor, String page) {
        return of(actor).stream().filter(view -> view.page().equals(page)).toList();
    }

    private List<View> of(Actor actor) {
        return jdbc.sql(
                        "select id, page, name, query from views where subject = ? order by name, id")
                .param(actor.subject())
                .query((row, n) ->
                        new View(
                                row.getObject("id", UUID.class),
                                row.getString("page"),
                                row.getString("name"),
                                row.getString("query")))
                .list();
    }

    /** Keeps it under its id, in place of what its owner kept there before. */
    @Transactional
    public View keep(Actor actor, View view) {
        lock(actor);
        view.mustFitAmong(of(actor));
        var kept =
                jdbc.sql(
                                """
                                insert into views (id, subject, page, name, query) values (?, ?, ?, ?, ?)
                                on conflict (id) do update
                                set page = excluded.page, name = excluded.name, query = excluded.query
                                where views.subject = excluded.subject
                                """)
                        .params(view.id(), actor.subject(), view.page(), view.name(), view.query())
                        .update();
        if (kept == 0) throw new NoSuchView();
        return view;
    }

    /** What is not there, or not theirs, is left as it is. */
    void remove(Actor actor, UUID id) {
        jdbc.sql("delete from views where id = ? and subject = ?")
                .params(id, actor.subject())
                .update();
    }

    /** Until the transaction ends nobody else counts for this person. */
    private void lock(Actor actor) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('views/' || ?, 0))")
                .param(actor.subject().toString())
                .query((row, n) -> "")
                .single();
    }
}
