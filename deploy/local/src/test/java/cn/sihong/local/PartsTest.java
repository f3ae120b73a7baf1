package cn.sihong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class PartsTest {

    @Test
    void aPartBeforeWhatItNeedsIsNoOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parts(List.of(new Keycloak(), new Postgres())));
    }

    @Test
    void whoIsAskedForBringsWhatItNeeds() {
        var reduced = Parts.EVERYTHING.reduced(Set.of("gateway"));

        assertThat(reduced.all())
                .extracting(Part::name)
                .containsExactly("postgres", "keycloak", "gateway");
    }

    @Test
    void theDatabaseEndsAfterAllWhoWriteToIt() {
        assertThat(Parts.EVERYTHING.dependents(new Postgres()))
                .extracting(Part::name)
                .containsExactly(
                        "keycloak",
                        "submission-service",
                        "review-service",
                        "award-service",
                        "gateway");
    }

    @Test
    void noTwoPartsShareAPort() {
        assertThat(Parts.EVERYTHING.all().stream().flatMap(part -> part.ports().stream()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrder(Port.values());
    }

    @Test
    void everyEventOfTheContractsHasItsTopic() {
        assertThat(Topics.names())
                .contains("applications", "programmes", "notices")
                .doesNotHaveDuplicates();
    }
}
