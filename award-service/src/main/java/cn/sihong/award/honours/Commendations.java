package cn.sihong.award.honours;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The decisions. */
@Repository
class Commendations {

    private final JdbcClient jdbc;

    Commendations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Commendation> find(UUID id) {
        return jdbc.sql("select * from commendations where id = ?")
                .param(id)
                .query((row, n) ->
                        new Commendation(
                                row.getObject("id", UUID.class),
                                row.getObject("selection_id", UUID.class),
                                row.getObject("programme_id", UUID.class),
                                row.getString("document_number"),
                                row.getObject("issued_on", LocalDate.class)))
                .optional();
    }

    /** Refuses a document number that another decision has. */
    void add(Commendation commendation) {
        var added =
                jdbc.sql(
                                """
                                insert into commendations (id, selection_id, programme_id, document_number, issued_on)
                                values (?, ?, ?, ?, ?) on conflict (document_number) do nothing
                                """)
                        .params(
                                commendation.id(),
                                commendation.selectionId(),
                                commendation.programmeId(),
                                commendation.documentNumber(),
                                commendation.issuedOn())
                        .update();
        if (added == 0) throw new DocumentNumberTaken();
    }
}
