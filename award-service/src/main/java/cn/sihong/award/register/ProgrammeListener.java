package cn.sihong.award.register;

import cn.sihong.award.register.Programme.Category;
import cn.sihong.award.register.Programme.Weights;
import cn.sihong.award.register.Programme.Window;
import cn.sihong.contracts.ProgrammeEvent;
import cn.sihong.contracts.ProgrammeEvent.Closed;
import cn.sihong.contracts.ProgrammeEvent.Extended;
import cn.sihong.contracts.ProgrammeEvent.Published;
import cn.sihong.contracts.ProgrammeEvent.Unrecognised;
import cn.sihong.contracts.ProgrammeEvent.Wiped;
import cn.sihong.platform.inbox.Inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

@Component
class ProgrammeListener {

    /** Stages in which nothing is decided here are none of ours. */
    private static final Map<String, Stage> STAGES =
            Arrays.stream(Stage.values()).collect(Collectors.toMap(Stage::name, stage -> stage));

    private static final ProgrammeEvent.Rules NOTHING_ELSE =
            new ProgrammeEvent.Rules(null, null, null, null, null, null);

    private final Inbox inbox;
    private final Programmes programmes;
    private final Declarations declarations;

    ProgrammeListener(Inbox inbox, Programmes programmes, Declarations declarations) {
        this.inbox = inbox;
        this.programmes = programmes;
        this.declarations = declarations;
    }

    @Transactional
    @KafkaListener(topics = ProgrammeEvent.TOPIC, groupId = "${spring.application.name}.programmes")
    public void on(ProgrammeEvent event) {
        if (!inbox.firstTime("programmes", event)) return;
        switch (event) {
            case Published said -> {
                programmes.keep(programme(said), said.stamp().version());
                declarations.keep(said.programmeId(), said.stamp().version(), declaration(said));
            }
            case Closed said -> programmes.close(said.programmeId());
            // what was wiped is over for good
            case Wiped said -> programmes.close(said.programmeId());
            case Extended _, Unrecognised _ -> {}
        }
    }

    private static Programme programme(Published said) {
        return new Programme(
                said.programmeId(),
                said.title(),
                said.year(),
                Mode.valueOf(said.mode()),
                said.demonstration(),
                false,
                said.categories().stream()
                        .map(one -> new Category(one.category(), one.name(), one.quota()))
                        .toList(),
                windows(said),
                weights(said));
    }

    private static Weights weights(Published said) {
        var weights = said.weights();
        return new Weights(
                weights.mutualReview(),
                weights.appraisal(),
                weights.acceptance(),
                weights.supervision());
    }

    private static Declaration declaration(Published said) {
        var rules = said.rules() == null ? NOTHING_ELSE : said.rules();
        return new Declaration(
                said.stamp().at(),
                false,
                weights(said),
                said.categories().stream()
                        .map(one -> new Declaration.Places(one.category(), one.quota()))
                        .toList(),
                rules.minimumAcceptance(),
                rules.minimumSatisfaction(),
                rules.tieBreak(),
                limits(rules.caps()),
                Objects.requireNonNullElse(rules.outstandingSchools(), 0),
                Objects.requireNonNullElse(rules.outstandingMembers(), 0));
    }

    private static Declaration.Limits limits(ProgrammeEvent.@Nullable Caps caps) {
        return caps == null
                ? Declaration.Limits.NONE
                : new Declaration.Limits(
                        caps.perSchool(), caps.headsPercent(), caps.kindergartens());
    }

    private static Map<Stage, Window> windows(Published said) {
        var windows = new EnumMap<Stage, Window>(Stage.class);
        for (var window : said.windows()) {
            var stage = STAGES.get(window.stage());
            if (stage != null) windows.put(stage, new Window(window.opensOn(), window.closesOn()));
        }
        return windows;
    }
}
