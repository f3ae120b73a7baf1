package cn.sihong.award.register;

import static java.util.Objects.requireNonNull;

import cn.sihong.contracts.Stamp;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.UUID;

/** Which schools and applications were ruled out (一票否决), and where that is not decided yet. */
@Repository
public class Vetoes {

    private final JdbcClient jdbc;

    Vetoes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a veto stands. */
    enum Standing {
        /** The Party group has not spoken, or not about the appeal. */
        PENDING,
        IMPOSED,
        NONE;

        static Standing of(boolean imposed) {
            return imposed ? IMPOSED : NONE;
        }
    }

    /** How many the Party group still has to decide: nobody is ranked past them. */
    public int pending(UUID programme) {
        return jdbc.sql(
                        "select count(*) from vetoes where programme_id = ? and standing = 'PENDING'")
                .param(programme)
                .query(Integer.class)
                .single();
    }

    /**
     * @param application absent where it is about the school as a whole
     */
    void keep(Stamp stamp, UUID veto, UUID school, @Nullable UUID application, Standing standing) {
        jdbc.sql(
                        """
                        insert into vetoes (id, version, programme_id, school_id, application_id, standing)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set version = excluded.version, standing = excluded.standing
                        where vetoes.version < excluded.version
                        """)
                .params(veto, stamp.version(), requireNonNull(stamp.programmeId()), school)
                .param(application)
                .param(standing.name())
                .update();
    }
}
