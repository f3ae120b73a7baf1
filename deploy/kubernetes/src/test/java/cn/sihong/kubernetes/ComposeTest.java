package cn.sihong.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code deploy/compose.yaml} is well formed, keeps to the rules, and says the same as the code.
 */
class ComposeTest {

    private Map<String, Object> raw = Map.of();
    private Compose compose = new Compose("", Map.of(), Map.of(), Map.of(), Map.of());

    @BeforeEach
    void read() throws IOException {
        raw = Compose.raw();
        compose = Compose.read(raw);
    }

    /** A test of the test: one letter too many, at any depth, is found. */
    @Test
    void aMisspeltFieldIsFoundWhereverItStands() {
        var places = new ArrayList<Map<String, Object>>();
        places.add(raw);
        places.addAll(each(raw.get("services")));
        for (var service : each(raw.get("services"))) {
            places.add(map(service.get("deploy")));
            places.add(map(map(map(service.get("deploy")).get("resources")).get("limits")));
            if (service.containsKey("healthcheck")) places.add(map(service.get("healthcheck")));
            if (service.containsKey("depends_on")) places.addAll(each(service.get("depends_on")));
        }
        assertThat(places).hasSizeGreaterThan(40);
        for (var place : places) {
            place.put("replicaz", 1);
            assertThatThrownBy(() -> Compose.read(raw))
                    .as(place.toString())
                    .isInstanceOf(IllegalArgumentException.class);
            place.remove("replicaz");
        }
        Compose.read(raw);
    }

    @Test
    void noContainerMayBecomeMoreOrWriteToItself() {
        services((name, service) -> {
            assertThat(service.readOnly()).as(name).isTrue();
            assertThat(service.capDrop()).as(name).containsExactly("ALL");
            assertThat(service.securityOpt()).as(name).containsExactly("no-new-privileges:true");
            assertThat(service.pidsLimit()).as(name).isPositive();
            assertThat(service.deploy().resources().limits().memory()).as(name).isNotBlank();
            assertThat(service.deploy().resources().limits().cpus()).as(name).isNotBlank();
            assertThat(service.image()).as(name).matches(".+:.+").doesNotEndWith(":latest");
        });
        applications((name, service) -> {
            assertThat(service.user()).as(name).isEqualTo("10001:10001");
            assertThat(service.tmpfs()).as(name).singleElement().asString().startsWith("/tmp");
        });
    }

    @Test
    void nothingListensForTheWorld() {
        services((name, service) ->
                assertThat(service.published())
                        .as(name)
                        .allMatch(port -> port.startsWith("127.0.0.1:")));
        assertThat(compose.networks().get("inside"))
                .isNotNull()
                .satisfies(inside -> assertThat(inside.internal()).isTrue());
        services((name, service) ->
                assertThat(service.published().isEmpty())
                        .as(name + " is on the network of the door only to publish a port")
                        .isEqualTo(!service.networks().contains("door")));
    }

    @Test
    void whoWaitsForAnotherCanHearThatItIsThere() {
        services((name, service) ->
                service.needs()
                        .forEach((needed, how) -> {
                            var other = compose.services().get(needed);
                            assertThat(other).as(name + " needs " + needed).isNotNull();
                            if (other == null) return;
                            if (how.condition().equals("service_healthy"))
                                assertThat(other.healthcheck()).as(needed).isNotNull();
                            else {
                                assertThat(how.condition())
                                        .isEqualTo("service_completed_successfully");
                                assertThat(other.endsByItself()).as(needed).isTrue();
                            }
                        }));
    }

    @Test
    void whatRunsOnSaysHowItIs() {
        services((name, service) ->
                assertThat(service.healthcheck() == null)
                        .as(name)
                        .isEqualTo(service.endsByItself()));
    }

    @Test
    void anApplicationThatEndsHasTimeForTheCallsUnderWay() {
        applications((name, service) ->
                assertThat(seconds(service.stopGracePeriod()))
                        .as(name)
                        .isGreaterThan(
                                seconds(
                                        service.given()
                                                .get(
                                                        "SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE"))));
    }

    @Test
    void theHealthCheckAsksTheProgramThatTheImagesHold() throws IOException {
        var probe = "deploy/images/src/main/java/cn/sihong/images/Probe.java";
        assertThat(Settings.read(probe)).contains("package cn.sihong.images;");
        assertThat(Settings.read("pom.xml")).contains("<into>/app/probe</into>");
        applications((name, service) ->
                assertThat(service.healthcheck())
                        .isNotNull()
                        .satisfies(check ->
                                assertThat(check.test())
                                        .as(name)
                                        .contains("/app/probe", "cn.sihong.images.Probe")));
    }

    @Test
    void everySettingIsReadAndNoneIsMissing() throws IOException {
        var known = Settings.read();
        for (var module : Settings.APPLICATIONS) {
            var service = compose.services().get(module);
            assertThat(service).as(module).isNotNull();
            if (service == null) continue;
            var given =
                    service.given().keySet().stream()
                            .filter(name -> name.startsWith("SIHONG_"))
                            .collect(Collectors.toSet());
            assertThat(given).as(module).isSubsetOf(known).containsAll(Settings.needed(module));
        }
    }

    @Test
    void theImagesAreTheOnesTheBuildMakes() throws IOException {
        var tag =
                Pattern.compile("<sihong.tag>(.+)</sihong.tag>").matcher(Settings.read("pom.xml"));
        assertThat(tag.find()).isTrue();
        applications((name, service) ->
                assertThat(service.image()).isEqualTo("sihong/" + name + ":" + tag.group(1)));
    }

    @Test
    void everyTopicOfTheContractsIsMade() throws IOException {
        var loop =
                Pattern.compile("for topic in (.+); do")
                        .matcher(Settings.read("deploy/compose/topics.sh"));
        assertThat(loop.find()).isTrue();
        assertThat(List.of(loop.group(1).split(" ", -1)))
                .containsExactlyElementsOf(Settings.topics());
    }

    @Test
    void everyApplicationsDatabaseIsMadeWithItsTwoRoles() throws IOException {
        var loop =
                Pattern.compile("for service in (.+); do")
                        .matcher(Settings.read("deploy/compose/databases.sh"));
        assertThat(loop.find()).isTrue();
        var made = List.of(loop.group(1).split(" ", -1));
        var used = new TreeSet<String>();
        applications((name, service) -> {
            var url = service.given().getOrDefault("SIHONG_DB_URL", "");
            var database = url.substring(url.lastIndexOf('/') + 1);
            used.add(database);
            assertThat(service.given())
                    .containsEntry("SIHONG_DB_USER", database + "_app")
                    .containsEntry("SIHONG_DB_OWNER", database + "_owner");
        });
        assertThat(made).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everySecretIsGeneratedAndEveryGeneratedOneIsUsed() throws IOException {
        var used =
                Pattern.compile("\\$\\{([A-Z_]+):\\?")
                        .matcher(Settings.read("deploy/compose.yaml"))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
        var script = Settings.read("deploy/compose/secrets");
        var listed = script.substring(script.indexOf("for name in"), script.indexOf("; do"));
        var generated =
                Stream.concat(
                                Pattern.compile("give ([A-Z_]+) ")
                                        .matcher(script)
                                        .results()
                                        .map(found -> found.group(1)),
                                Pattern.compile("[A-Z_]{6,}")
                                        .matcher(listed)
                                        .results()
                                        .map(found -> found.group()))
                        .collect(Collectors.toSet());
        assertThat(generated).isEqualTo(used);
        assertThat(Settings.read("deploy/compose.yaml"))
                .as("every ${…} refuses to be empty")
                .doesNotContainPattern("\\$\\{[A-Z_]+}");
        assertThat(Settings.read(".gitignore")).contains("deploy/.env");
    }

    @Test
    void keycloakIsGivenWhatItsRealmAsksFor() throws IOException {
        var asked =
                Pattern.compile("\\$\\{(SIHONG_[A-Z_]+)}")
                        .matcher(Settings.read("deploy/keycloak/sihong-realm.json"))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
        assertThat(asked).isNotEmpty();
        assertThat(compose.services().get("keycloak"))
                .isNotNull()
                .satisfies(keycloak -> assertThat(keycloak.given().keySet()).containsAll(asked));
    }

    @Test
    void nothingIsSwitchedOffThatOnlyADemonstrationDoesWithout() {
        services((name, service) ->
                assertThat(service.given().keySet())
                        .as(name)
                        .doesNotContainAnyElementsOf(Settings.DEMONSTRATION));
    }

    @Test
    void everyMountedFileIsThere() {
        services((name, service) -> {
            for (var volume : service.volumes() == null ? List.<String>of() : service.volumes()) {
                var source = volume.substring(0, volume.indexOf(':'));
                if (source.startsWith("./"))
                    assertThat(Settings.REPOSITORY.resolve("deploy").resolve(source))
                            .as(name)
                            .matches(Files::exists);
                else assertThat(compose.volumes()).as(name).containsKey(source);
            }
        });
    }

    private void services(BiConsumer<String, Compose.Service> check) {
        compose.services().forEach(check);
    }

    private void applications(BiConsumer<String, Compose.Service> check) {
        assertThat(compose.services()).containsKeys(Settings.APPLICATIONS.toArray(String[]::new));
        compose.services().entrySet().stream()
                .filter(one -> Set.copyOf(Settings.APPLICATIONS).contains(one.getKey()))
                .forEach(one -> check.accept(one.getKey(), one.getValue()));
    }

    private static int seconds(@Nullable String text) {
        assertThat(text).isNotNull().endsWith("s");
        return text == null ? 0 : Integer.parseInt(text.replace("s", ""));
    }

    private static List<Map<String, Object>> each(@Nullable Object folder) {
        return map(folder).values().stream().map(ComposeTest::map).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        if (value == null) throw new IllegalStateException("nothing there");
        return (Map<String, Object>) value;
    }
}
