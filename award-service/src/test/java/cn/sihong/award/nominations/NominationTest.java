package cn.sihong.award.nominations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sihong.award.nominations.Nomination.Entry;
import cn.sihong.award.nominations.Nomination.Member;
import cn.sihong.award.nominations.Nomination.Nominated;
import cn.sihong.platform.problem.InvalidInput;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.UUID;

class NominationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    @Test
    void moreThanHalfOfTheBranchHasToBeThereAndToAgree() {
        assertThat(new BranchVote(DAY, 7, 4, 4)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, due",
        "7, 8, 5, present",
        "8, 4, 4, present",
        "8, 6, 4, inFavour",
        "7, 5, 6, inFavour",
        "7, 5, -1, inFavour"
    })
    void aVoteThatPutsNobodyForwardIsRefusedBesideItsField(
            int due, int present, int inFavour, String field) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new BranchVote(DAY, due, present, inFavour))
                .satisfies(refusal ->
                        assertThat(refusal.errors()).extracting("field").contains(field));
    }

    @Test
    void whoeverPutsAMemberForwardDoesNotAnswerForTheParentUnit() {
        var by = UUID.randomUUID();
        var nominated = nominated(by);
        assertThatExceptionOfType(OwnNomination.class).isThrownBy(() -> nominated.endorse(by));
        assertThatExceptionOfType(OwnNomination.class)
                .isThrownBy(() -> nominated.decline("材料不实", by));
        assertThat(nominated.endorse(UUID.randomUUID()).entry().version()).isEqualTo(2);
    }

    static Nominated nominated(UUID by) {
        return new Nominated(
                new Entry(
                        new Nomination.Id(UUID.randomUUID()),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        new Member("欧阳若曦", "语文教师", false, "带领同学把红色课堂开进社区，两年坚持不断。"),
                        new BranchVote(DAY, 7, 6, 5),
                        by,
                        1));
    }
}
