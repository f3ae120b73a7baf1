package cn.sihong.scenarios;

import static cn.sihong.scenarios.people.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.scenarios.Story.Winner;
import cn.sihong.scenarios.town.Category;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The whole story in a small town, with everything going wrong that a machine room knows. */
class ProgrammeScenarioIT {

    private static final int K = 5;
    private static final long SEED = 7;

    private final Topics topics = Platform.topics();
    private final Story story = new Story(Platform.cast(), SEED, Narrator.on(System.out));

    @Test
    void killsAndEchoesChangeNothingInTheOutcome() {
        story.everybodySignsIn();
        story.theOfficerPublishes("清溪区“四红”党建品牌创建（演示）");
        story.schoolsPlan();
        story.unitsPassPlans();

        while_(story::schoolsApply).killed("submission-service");
        story.unitsScreenAndReport();
        story.theOfficerReceives();
        story.theMutualReviewIsDrawn(K);
        while_(() -> story.schoolsJudge(K)).killed("review-service");
        story.theMutualReviewCloses();
        while_(story::inspectorsVisit).killed("gateway");

        topics.say("applications", UUID.randomUUID().toString(), EVENT_OF_NEXT_YEAR);
        topics.sayEverythingAgainBackwards();
        while_(topics::allIsHeard).killed("award-service");
        assertThat(topics.deadLetters()).isEmpty();

        story.theSelectionIsDecided();
        theRankingIsThatOfAnUndisturbedComputation();
        story.theNoticeRuns();
        var winners = story.honoursAreGranted();
        theWinnersAreTheBest(winners);
        story.theLedgerHoldsEverything(count(winners));
        topics.sayEverythingAgainBackwards();
        topics.allIsHeard();
        theLedgerHoldsEachEventOnce();
        nobodyWroteDownASecret();
    }

    private static void nobodyWroteDownASecret() {
        var logs = Platform.logs();
        assertThat(logs.files()).isNotEmpty();
        assertThat(logs.indiscretions()).isEmpty();
    }

    private static final String EVENT_OF_NEXT_YEAR =
            """
            {"type":"application.translated.v1","language":"en","stamp":{"eventId":"%s","version":1,\
            "role":"info-officer","at":"2027-01-01T00:00:00Z"}}\
            """
                    .formatted(UUID.randomUUID());

    private void theRankingIsThatOfAnUndisturbedComputation() {
        var expected = Expectation.from(story.book());
        var ranked = ranking();

        assertThat(ranked).hasSize(story.applicationsPlanned());
        for (var candidate : ranked) {
            var id = UUID.fromString(candidate.path("applicationId").asString());
            var scores = candidate.path("scores");
            assertThat(scores.path("mutualReview").asLong())
                    .isEqualTo(expected.mutualReviews().get(id));
            assertThat(scores.path("acceptance").asLong()).isEqualTo(story.book().onSitePoints(id));
            assertThat(
                            candidate
                                    .path("composite")
                                    .decimalValue()
                                    .movePointRight(2)
                                    .longValueExact())
                    .isEqualTo(expected.composites().get(id));
        }
    }

    private List<JsonNode> ranking() {
        return Story.candidates(story.cast().officer().selection(story.selection()));
    }

    private void theWinnersAreTheBest(Map<Category, List<Winner>> winners) {
        var quotas = new HashMap<Category, Integer>();
        for (var category :
                story.cast().officer().selection(story.selection()).path("categories")) {
            quotas.put(
                    Category.valueOf(category.path("category").asString()),
                    category.path("quota").asInt());
        }
        var best = Expectation.from(story.book()).best(story.book(), quotas);
        for (var category : Category.values()) {
            assertThat(winners.get(category))
                    .extracting(winner -> winner.entry().id())
                    .as(category.chinese())
                    .containsExactlyInAnyOrderElementsOf(best.get(category));
        }
    }

    private void theLedgerHoldsEachEventOnce() {
        var said = topics.eventsOf(story.programme()).keySet();

        eventually("专项台账记下全部事项", () -> ledgerEvents().containsAll(said));
        assertThat(ledgerEvents()).doesNotHaveDuplicates();
        assertThat(story.cast().officer().checksLedger().path("intact").asBoolean()).isTrue();
    }

    private List<UUID> ledgerEvents() {
        return story.cast().officer().ledger(story.programme()).stream()
                .map(entry -> UUID.fromString(entry.path("eventId").asString()))
                .toList();
    }

    private static int count(Map<Category, List<Winner>> winners) {
        return winners.values().stream().collect(Collectors.summingInt(List::size));
    }

    private static Disturbed while_(Runnable stage) {
        return new Disturbed(stage);
    }

    /** A stage in the middle of which a part of the platform loses its power. */
    private record Disturbed(Runnable stage) {

        private static final long A_MOMENT = 1_500;

        void killed(String part) {
            try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
                var going = CompletableFuture.runAsync(stage, hands);
                Thread.sleep(A_MOMENT);
                assertThat(going).as("%s dies in the middle", part).isNotDone();
                Platform.run().kill(part);
                Platform.run().restart(part);
                going.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
