package cn.sihong.submission.attachments;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.reach.Reach;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.UUID;

/**
 * Which pictures look like others that were here before, at this school in an earlier year or at
 * another (research.md §8.10). A hint to the school alone: nobody is judged by it, and it never
 * says which other school.
 */
@Component
class Lookalikes {

    private static final int MOST = 5;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Lookalikes(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * A picture that was here before.
     *
     * @param bits in how many of 128 the two differ
     */
    record Notice(boolean ownSchool, int year, int bits) {}

    /** Remembers how the picture looks, and what it looks like; sees all schools for that. */
    void remember(Attachment.Entry picture, Fingerprint print) {
        Reach.everything()
                .during(() ->
                        transaction.execute(status -> {
                            notice(picture, print);
                            return jdbc.sql(
                                            """
                                            update attachments set look_across = ?, look_down = ?, look_pieces = ? where id = ?
                                            """)
                                    .params(
                                            print.across(),
                                            print.down(),
                                            print.pieces().toArray(Integer[]::new),
                                            picture.id())
                                    .update();
                        }));
    }

    /** The same school's pictures of the same year may be alike: a series of one event is. */
    private void notice(Attachment.Entry picture, Fingerprint print) {
        int year = picture.uploadedAt().atZone(WorkingDays.BEIJING).getYear();
        jdbc.sql(
                        """
                        insert into lookalikes (attachment_id, school_id, own_school, year, bits)
                        select :id, :school, own_school, year, min(bits)
                        from (select school_id = :school as own_school,
                                     extract(year from uploaded_at at time zone 'Asia/Shanghai')::int as year,
                                     bit_count((look_across # :across)::bit(64))
                                     + bit_count((look_down # :down)::bit(64)) as bits
                              from attachments
                              where look_pieces && :pieces and id <> :id and state <> 'CONDEMNED') as other
                        where bits <= :same and (not own_school or year < :year)
                        group by own_school, year
                        order by min(bits) limit :most
                        on conflict do nothing
                        """)
                .param("id", picture.id())
                .param("school", picture.school().value())
                .param("across", print.across())
                .param("down", print.down())
                .param("pieces", print.pieces().toArray(Integer[]::new))
                .param("same", Fingerprint.SAME)
                .param("year", year)
                .param("most", MOST)
                .update();
    }

    /** To be asked by the school alone. */
    List<Notice> of(UUID picture) {
        return jdbc.sql(
                        """
                        select own_school, year, bits from lookalikes where attachment_id = ?
                        order by bits, year desc
                        """)
                .param(picture)
                .query((row, n) ->
                        new Notice(
                                row.getBoolean("own_school"),
                                row.getInt("year"),
                                row.getInt("bits")))
                .list();
    }
}
