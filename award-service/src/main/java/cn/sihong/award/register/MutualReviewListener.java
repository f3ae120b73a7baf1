package cn.sihong.award.register;

import cn.sihong.contracts.MutualReviewEvent;
import cn.sihong.contracts.MutualReviewEvent.ApplicationExplained;
import cn.sihong.contracts.MutualReviewEvent.ApplicationScored;
import cn.sihong.contracts.MutualReviewEvent.Closed;
import cn.sihong.contracts.MutualReviewEvent.Committed;
import cn.sihong.contracts.MutualReviewEvent.Drawn;
import cn.sihong.contracts.MutualReviewEvent.Released;
import cn.sihong.contracts.MutualReviewEvent.SheetLocked;
import cn.sihong.contracts.MutualReviewEvent.Unrecognised;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Objects;

@Component
class MutualReviewListener {

    private final Inbox inbox;
    private final MutualReviews reviews;

    MutualReviewListener(Inbox inbox, MutualReviews reviews) {
        this.inbox = inbox;
        this.reviews = reviews;
    }

    @Transactional
    @KafkaListener(
            topics = MutualReviewEvent.TOPIC,
            groupId = "${spring.application.name}.mutual-reviews")
    public void on(MutualReviewEvent event) {
        if (!inbox.firstTime("mutual-reviews", event)) return;
        switch (event) {
            case ApplicationScored said ->
                    reviews.keep(
                            said.applicationId(),
                            said.roundId(),
                            said.trimmedMean(),
                            said.stamp().version());
            case Closed said ->
                    reviews.close(
                            said.roundId(),
                            Objects.requireNonNull(said.stamp().programmeId()),
                            said.applications());
            case Committed _,
                    Drawn _,
                    Released _,
                    SheetLocked _,
                    ApplicationExplained _,
                    Unrecognised _ -> {}
        }
    }
}
