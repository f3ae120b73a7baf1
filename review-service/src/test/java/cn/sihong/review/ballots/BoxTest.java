package cn.sihong.review.ballots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

class BoxTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private final Random chance = new Random(14);

    private record Ballot(Receipt receipt, List<Mark> marks) {}

    @Test
    void aBoxLooksTheSameInWhateverOrderPeopleVoted() {
        var ballots = new ArrayList<>(IntStream.range(0, 200).mapToObj(i -> ballot()).toList());
        var box = filled(ballots);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(ballots, chance);
            assertThat(filled(ballots)).isEqualTo(box);
        }
    }

    @Test
    void eachSubjectsMarksAddUpToTheBallots() {
        var box = filled(IntStream.range(0, 50).mapToObj(i -> ballot()).toList());
        for (int subject = 0; subject < 3; subject++)
            assertThat(box.tallyOf(subject).stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(50);
    }

    @Test
    void aReceiptGoesInOnce() {
        var ballot = ballot();
        var box = filled(List.of(ballot));
        assertThat(box.contains(ballot.receipt())).isTrue();
        assertThatThrownBy(() -> box.with(ballot.receipt(), ballot.marks(), MONDAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyTheDayIsRememberedAndHowManyThereWereBeforeIt() {
        var box = empty().with(ballot().receipt(), ballot().marks(), MONDAY);
        assertThat(box.beforeDay()).isZero();
        var next = box.with(ballot().receipt(), ballot().marks(), MONDAY.plusDays(1));
        assertThat(next.beforeDay()).isOne();
        assertThat(next.with(ballot().receipt(), ballot().marks(), MONDAY.plusDays(1)).beforeDay())
                .isOne();
    }

    @Test
    void aCodeIsReadAsItWasMeant() {
        assertThat(IssuingDesk.hash("7k2m-oqxf 9a3d-wtli"))
                .isEqualTo(IssuingDesk.hash("7K2M0QXF9A3DWT11"));
        assertThat(IssuingDesk.hash("7K2M0QXF9A3DWT12"))
                .isNotEqualTo(IssuingDesk.hash("7K2M0QXF9A3DWT11"));
    }

    private static Box filled(List<Ballot> ballots) {
        var box = empty();
        for (var ballot : ballots) box = box.with(ballot.receipt(), ballot.marks(), MONDAY);
        return box;
    }

    private static final byte[] KEY = {};
    private static final UUID ID = new UUID(1, 1);

    private static Box empty() {
        return Box.opened(
                new BallotPaper(
                        ID,
                        "实验小学",
                        "党员",
                        List.of("总体", "甲", "乙"),
                        MONDAY,
                        MONDAY.plusDays(6),
                        false),
                KEY);
    }

    private Ballot ballot() {
        var message = new byte[Token.LENGTH];
        chance.nextBytes(message);
        var marks = List.of(Mark.values());
        return new Ballot(
                Receipt.of(new Token(message, new byte[0])),
                IntStream.range(0, 3).mapToObj(i -> marks.get(chance.nextInt(6))).toList());
    }
}
