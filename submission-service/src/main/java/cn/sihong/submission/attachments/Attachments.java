package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.submission.organisations.Organisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Collection;
import java.util.UUID;

/** What schools uploaded. */
@Repository
public class Attachments {

    private final JdbcClient jdbc;

    Attachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Refuses ids under which there is no picture of this school. To be called in a transaction:
     * row security shows the caller their own only.
     */
    public void mustBeUsable(Organisation.Id school, Collection<UUID> ids) {
        var distinct = ids.stream().distinct().toArray(UUID[]::new);
        long usable =
                jdbc.sql(
                                """
                                select count(*) from attachments
                                where id = any (?) and school_id = ? and type in ('image/jpeg', 'image/png')
                                """)
                        .params(distinct, school.value())
                        .query(Long.class)
                        .single();
        if (usable != distinct.length)
            throw new InvalidInput("content.photos", "有照片不存在或不属于本校，请删除后重新上传。");
    }
}
