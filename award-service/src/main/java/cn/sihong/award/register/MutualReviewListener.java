package cn.sihong.award.register;

import cn.sihong.contracts.MutualReviewEvent;
import cn.sihong.contracts.MutualReviewEvent.ApplicationCalibrated;
import cn.sihong.contracts.MutualReviewEvent.ApplicationExplained;
import cn.sihong.contracts.MutualReviewEvent.ApplicationScored;
import cn.sihong.contracts.MutualReviewEvent.Closed;
import cn.sihong.contracts.MutualReviewEvent.CommentSessionMinuted;
import cn.sihong.contracts.MutualReviewEvent.Committed;
import cn.sihong.contracts.MutualReviewEvent.Drawn;
import cn.sihong.contracts.MutualReviewEvent.Inspected;
import cn.sihong.contracts.MutualReviewEvent.Mended;
import cn.sihong.contracts.MutualReviewEvent.Released;
import cn.sihong.contracts.MutualReviewEvent.RunUndone;
import cn.sihong.contracts.MutualReviewEvent.SheetCorrected;
import cn.sihong.contracts.MutualReviewEvent.SheetLocked;
import cn.sihong.contracts.MutualReviewEvent.Unrecognised;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Objects;
import java.util.UUID;

@Component
class MutualReviewListener {

    private final Inbox inbox;
    private final MutualReviews reviews;
    private final Explanations explanations;
    private final Declarations declarations;

    MutualReviewListener(
            Inbox inbox,
            MutualReviews reviews,
            Explanations explanations,
            Declarations declarations) {
        this.inbox = inbox;
        this.reviews = reviews;
        this.explanations = explanations;
        this.declarations = declarations;
    }

    @Transactional
    @KafkaListener(
            topics = MutualReviewEvent.TOPIC,
            groupId = "${spring.application.name}.mutual-reviews")
    public void on(MutualReviewEvent event) {
        if (!inbox.firstTime("mutual-reviews", event)) return;
        switch (event) {
            case SheetLocked said -> scored(said);
            case ApplicationScored said -> {
                reviews.keep(
                        said.applicationId(),
                        said.roundId(),
                        said.trimmedMean(),
                        said.stamp().version());
                scored(said);
            }
            case ApplicationExplained said ->
                    explanations.keep(
                            said.roundId(),
                            said.applicationId(),
                            said.stamp().version(),
                            said.indicators().stream()
                                    .map(one ->
                                            new Indicator(
                                                    one.code(), one.name(), one.mean(), one.max()))
                                    .toList(),
                            said.comments());
            case Closed said ->
                    reviews.close(said.roundId(), programmeOf(said), said.applications());
            case SheetCorrected _,
                    Committed _,
                    Drawn _,
                    Inspected _,
                    RunUndone _,
                    Released _,
                    Mended _,
                    ApplicationCalibrated _,
                    CommentSessionMinuted _,
                    Unrecognised _ -> {}
        }
    }

    private void scored(MutualReviewEvent said) {
        declarations.scored(programmeOf(said), said.stamp().at());
    }

    private static UUID programmeOf(MutualReviewEvent said) {
        return Objects.requireNonNull(said.stamp().programmeId());
    }
}
