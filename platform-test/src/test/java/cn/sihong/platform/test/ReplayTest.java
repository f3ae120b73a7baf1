package cn.sihong.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sihong.contracts.BatchEvent;
import cn.sihong.contracts.Stamp;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What an operator writes beside a parked key is done, in order, whole or not at all. */
@SihongTest
@TestPropertySource(properties = "sihong.inbox.replay-every=200ms")
class ReplayTest {

    @Autowired JdbcClient jdbc;
    @Autowired Events events;

    private final UUID batch = UUID.randomUUID();
    private final BatchEvent.Received stuck = received(1, MiniService.BatchListener.POISON);

    @Test
    void onceTheCauseIsMendedAllThatWaitedIsAppliedInOrderAndTheKeyGoesOn() {
        parkedWith(2, 3);
        MiniService.BatchListener.MENDED.add(batch);

        wish("REPLAY");

        awaits(1, 2, 3);
        assertThat(parked()).isEmpty();
        events.say(received(4, UUID.randomUUID()));
        awaits(1, 2, 3, 4);
    }

    @Test
    void replayingWhatWasReplayedChangesNothing() {
        parkedWith(2);
        var from =
                jdbc.sql("select * from parked_keys where key = ?")
                        .param(stuck.key())
                        .query()
                        .singleRow();
        MiniService.BatchListener.MENDED.add(batch);
        wish("REPLAY");
        awaits(1, 2);

        jdbc.sql(
                        """
                        insert into parked_keys (reader, topic, key, reason, letters_partition, letters_from, wish)
                        values (?, 'batches', ?, 'again', ?, ?, 'REPLAY')
                        """)
                .params(
                        from.get("reader"),
                        stuck.key(),
                        from.get("letters_partition"),
                        from.get("letters_from"))
                .update();

        await().atMost(Duration.ofSeconds(30)).until(() -> parked().isEmpty());
        awaits(1, 2);
    }

    @Test
    void whatStillCannotBeAppliedLeavesEverythingAsItWas() {
        parkedWith(2);
        jdbc.sql("update parked_keys set reason = 'of old' where key = ?")
                .param(stuck.key())
                .update();

        wish("REPLAY");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> parked().equals(List.of("java.lang.IllegalStateException: poison")));
        assertThat(heard()).isEmpty();
        assertThat(
                        jdbc.sql("select count(*) from parked_keys where key = ? and wish is null")
                                .param(stuck.key())
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeAppliedIsPassedOverAndTheRestReplayed() {
        parkedWith(2, 3);

        wish("SKIP");

        awaits(2, 3);
        assertThat(parked()).isEmpty();
    }

    @Test
    void aKeyThatWasParkedBeforePlacesWereKeptIsReplayedFromTheBeginningOfItsTopic() {
        parkedWith(2);
        MiniService.BatchListener.MENDED.add(batch);
        jdbc.sql(
                        "update parked_keys set letters_partition = null, letters_from = null where"
                                + " key = ?")
                .param(stuck.key())
                .update();

        wish("REPLAY");

        awaits(1, 2);
    }

    private void parkedWith(long... versions) {
        events.say(stuck);
        for (var version : versions) events.say(received(version, UUID.randomUUID()));
        await().atMost(Duration.ofSeconds(30)).until(() -> !parked().isEmpty());
        // the event of another key behind them tells that they were all read
        var after = new BatchEvent.Received(stamp(1), UUID.randomUUID(), UUID.randomUUID(), 1);
        events.sayAndBeHeard(List.of(after));
    }

    private void wish(String wish) {
        jdbc.sql("update parked_keys set wish = ? where key = ?")
                .params(wish, stuck.key())
                .update();
    }

    private void awaits(Long... versions) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(heard()).containsExactly(versions));
    }

    private void awaits(int... versions) {
        awaits(java.util.Arrays.stream(versions).mapToObj(Long::valueOf).toArray(Long[]::new));
    }

    private List<Long> heard() {
        return jdbc.sql("select version from heard where batch_id = ? order by ctid")
                .param(batch)
                .query(Long.class)
                .list();
    }

    private List<String> parked() {
        return jdbc.sql("select reason from parked_keys where key = ?")
                .param(stuck.key())
                .query(String.class)
                .list();
    }

    private BatchEvent.Received received(long version, UUID unit) {
        return new BatchEvent.Received(stamp(version), batch, unit, 1);
    }

    private static Stamp stamp(long version) {
        return new Stamp(UUID.randomUUID(), version, null, "party-office", Instant.EPOCH);
    }
}
