package cn.sihong.award.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sihong.award.selection.Selection.Deliberated;
import cn.sihong.award.selection.Selection.Entry;
import cn.sihong.award.selection.Selection.Frozen;
import cn.sihong.award.selection.Selection.InNotice;
import cn.sihong.award.selection.Selection.Open;
import cn.sihong.award.selection.Selection.Proposed;
import cn.sihong.award.selection.Selection.Released;
import cn.sihong.award.selection.Selection.Seal;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.platform.test.SihongTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;
import java.util.UUID;

@SihongTest
class SelectionsTest {

    private static final Instant NOW = Instant.parse("2026-12-20T02:00:00Z");

    @Autowired Selections selections;

    private final Open open =
            new Open(new Entry(new Selection.Id(UUID.randomUUID()), UUID.randomUUID(), 1));

    @Test
    void everyStateIsReadAsItWasWritten() {
        selections.add(open);
        assertThat(selections.find(open.entry().id())).contains(open);
        Frozen frozen = kept(open.freeze(new Seal("ab".repeat(32), UUID.randomUUID(), NOW)));
        Deliberated adopted = kept(frozen.deliberate(true));
        Proposed proposed = kept(adopted.propose());
        Released released = kept(proposed.release());
        InNotice inNotice = kept(released.enterNotice());
        kept(inNotice.commend("教党〔2026〕1号"));
    }

    @Test
    void whatWasVotedDownIsReadAsItWasWrittenAndMayBeFollowedByAnother() {
        selections.add(open);
        var frozen = kept(open.freeze(new Seal("ab".repeat(32), UUID.randomUUID(), NOW)));
        assertThat(selections.live(open.entry().programmeId())).isTrue();
        kept(frozen.deliberate(false));
        assertThat(selections.live(open.entry().programmeId())).isFalse();
    }

    @Test
    void aListThatFellIsReadAsItWasWrittenAndMayBeFollowedByAnother() {
        selections.add(open);
        var programme = open.entry().programmeId();
        var frozen = kept(open.freeze(new Seal("ab".repeat(32), UUID.randomUUID(), NOW)));
        Proposed proposed = kept(kept(frozen.deliberate(true)).propose());
        assertThat(selections.frozen(programme)).isTrue();
        kept(proposed.annul());
        assertThat(selections.live(programme)).isFalse();
        assertThat(selections.frozen(programme)).isFalse();
    }

    @Test
    void theSlowerOfTwoWritersIsRefused() {
        selections.add(open);
        var frozen = open.freeze(new Seal("ab".repeat(32), UUID.randomUUID(), NOW));
        selections.save(frozen);
        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> selections.save(frozen));
    }

    private <S extends Selection> S kept(S selection) {
        selections.save(selection);
        assertThat(selections.find(selection.entry().id())).contains(selection);
        return selection;
    }
}
