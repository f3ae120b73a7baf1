package cn.sihong.award.honours;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
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
                .query((row, n) -> commendation(row))
                .optional();
    }

    /** Those of a programme, the earliest first. */
    List<Commendation> of(UUID programme) {
        return jdbc.sql("select * from commendations where programme_id = ? order by issued_on, id")
                .param(programme)
                .query((row, n) -> commendation(row))
                .list();
    }

    private static Commendation commendation(ResultSet row) throws SQLException {
        return new Commendation(
                row.getObject("id", UUID.class),
                row.getObject("selection_id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getString("document_number"),
                row.getObject("issued_on", LocalDate.class));
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
