package cn.sihong.review.scoresheets;

import cn.sihong.platform.reach.Reach;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was said of a school's applications, for that school, once the round is closed. In the order
 * of the words themselves, which tells nothing of who said them.
 */
@Repository
public class SheetComments {

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    SheetComments(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
    }

    /** By application. The caller has made sure that the round is closed. */
    public Map<UUID, List<String>> about(UUID round, Collection<UUID> schools) {
        var comments =
                Reach.everything().during(() -> apart.execute(status -> read(round, schools)));
        return comments == null ? Map.of() : comments;
    }

    private Map<UUID, List<String>> read(UUID round, Collection<UUID> schools) {
        var comments = new LinkedHashMap<UUID, List<String>>();
        jdbc.sql(
                        """
                        select c.application_id, c.comment
                        from score_comments c join score_sheets s on s.id = c.sheet_id and s.state = 'LOCKED'
                        where s.round_id = ? and s.judged_school_id = any (?::uuid[]) and c.comment <> ''
                        order by c.application_id, md5(c.comment)
                        """)
                .param(round)
                .param(schools.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    comments.computeIfAbsent(
                                    row.getObject("application_id", UUID.class),
                                    application -> new ArrayList<>())
                            .add(row.getString("comment"));
                });
        return comments;
    }
}
