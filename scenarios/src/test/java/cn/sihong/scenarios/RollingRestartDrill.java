package cn.sihong.scenarios;

import static cn.sihong.scenarios.people.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.local.LocalRun;
import cn.sihong.local.Port;
import cn.sihong.local.Running;
import cn.sihong.scenarios.people.Officer;
import cn.sihong.scenarios.people.Person;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Two of each program behind balancers, as in a cluster; each is restarted in its turn while people
 * read and write. No request fails, and what was answered with yes is there, once.
 *
 * <p>It takes minutes and is not part of {@code verify}: {@code scenarios/rolling-restart}.
 */
class RollingRestartDrill {

    /** From {@code preStop} in deploy/kubernetes. */
    private static final Duration UNTIL_EVERYBODY_HAS_HEARD = Duration.ofSeconds(10);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Port> SERVICES = services();
    private static final List<String> READERS =
            List.of("group1", "discipline", "sysadmin", "office");
    private static final List<String> READ =
            List.of(
                    "/api/me",
                    "/api/programmes",
                    "/api/notifications",
                    "/api/tasks/submission",
                    "/api/tasks/review",
                    "/api/tasks/award",
                    "/api/public/notices");

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final Queue<UUID> published = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Map<String, List<Instance>> instances = new LinkedHashMap<>();
    private final Map<String, LoadBalancer> balancers = new LinkedHashMap<>();
    private Running stores;
    private Ingress ingress;
    private URI address;

    private static Map<String, Port> services() {
        var all = new LinkedHashMap<String, Port>();
        all.put("award-service", Port.AWARD);
        all.put("review-service", Port.REVIEW);
        all.put("submission-service", Port.SUBMISSION);
        return all;
    }

    @BeforeEach
    void twoOfEach() throws IOException, InterruptedException {
        var home = Path.of("target/rolling").toAbsolutePath();
        forget(home);
        Files.createDirectories(home.resolve("logs"));
        stores =
                LocalRun.in(home).onFreePorts().only("postgres", "kafka", "s3", "keycloak").start();
        for (var service : SERVICES.entrySet()) {
            var balancer = new LoadBalancer(stores.ports().of(service.getValue()));
            balancers.put(service.getKey(), balancer);
            for (var one : start(service.getKey())) balancer.admits(one);
        }
        ingress = new Ingress(stores.ports().of(Port.GATEWAY));
        address = URI.create(stores.gatewayUrl());
        start("gateway").forEach(ingress::admits);
    }

    /** One after the other: the first migrates the database. */
    private List<Instance> start(String application) throws IOException, InterruptedException {
        var two = new ArrayList<Instance>();
        instances.put(application, two);
        for (int number = 1; number <= 2; number++) {
            var one = new Instance(application, number, stores.settings(application));
            two.add(one);
            one.answers();
        }
        return two;
    }

    @AfterEach
    void end() throws IOException {
        instances.values().stream().flatMap(List::stream).forEach(Instance::isGone);
        if (ingress != null) ingress.close();
        for (var balancer : balancers.values()) balancer.close();
        stores.stop();
    }

    @Test
    void nobodyNoticesThatEveryInstanceIsReplaced()
            throws IOException, InterruptedException, ExecutionException {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var people = new ArrayList<Future<?>>();
            for (var name : READERS) {
                var reader = Person.signedIn(address, name);
                people.add(hands.submit(() -> reads(reader)));
            }
            var officer = new Officer(Person.signedIn(address, "office"));
            people.add(hands.submit(() -> writes(officer)));
            try {
                for (var service : balancers.entrySet()) {
                    for (var one : instances.getOrDefault(service.getKey(), List.of())) {
                        service.getValue().retires(one);
                        replace(one);
                        service.getValue().admits(one);
                    }
                }
                for (var one : instances.getOrDefault("gateway", List.of())) {
                    ingress.retires(one);
                    replace(one);
                    ingress.admits(one);
                }
            } finally {
                over.set(true);
            }
            for (var one : people) one.get();
            System.out.printf(
                    "%d requests, %d programmes published, %d failures%n",
                    requests.get(), published.size(), failures.size());
            assertThat(failures).isEmpty();
            assertThat(published).hasSizeGreaterThan(20);
            nothingIsLostOrDoubled(officer);
        }
    }

    private static void replace(Instance one) throws IOException, InterruptedException {
        Thread.sleep(UNTIL_EVERYBODY_HAS_HEARD);
        one.endsInOrder();
        one.starts();
        one.answers();
        System.out.println("replaced " + one);
    }

    private void reads(Person reader) {
        while (!over.get()) {
            for (var path : READ) {
                succeeds(reader + " GET " + path, () -> reader.visit(path));
                pause();
            }
        }
    }

    private void writes(Officer officer) {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var windows = new Officer.Windows(today.minusDays(30), today.plusDays(60));
        var terms = officer.demonstrationTerms("", today.getYear(), windows);
        for (int number = 1; !over.get(); number++) {
            var id = UUID.randomUUID();
            terms.put("id", id.toString()).put("title", "滚动重启（演示）第" + number + "号");
            sends(officer, "/api/programmes", terms)
                    .flatMap(draft ->
                            sends(
                                    officer,
                                    "/api/programmes/" + id + "/publish",
                                    Map.of("version", draft.path("version").asLong())))
                    .ifPresent(_ -> published.add(id));
            pause();
        }
    }

    private Optional<JsonNode> sends(Officer officer, String path, Object body) {
        return succeeds("POST " + path, () -> officer.person().sends(path, body))
                .map(answer -> JSON.readTree(answer.body()));
    }

    private Optional<HttpResponse<byte[]>> succeeds(
            String what, Supplier<HttpResponse<byte[]>> call) {
        requests.incrementAndGet();
        try {
            var answer = call.get();
            if (answer.statusCode() < 300) return Optional.of(answer);
            var said = new String(answer.body(), StandardCharsets.UTF_8);
            failures.add("%s %s %d %s".formatted(Instant.now(), what, answer.statusCode(), said));
        } catch (UncheckedIOException broken) {
            failures.add("%s %s %s".formatted(Instant.now(), what, broken.getCause()));
        }
        return Optional.empty();
    }

    private void nothingIsLostOrDoubled(Officer officer) {
        var there =
                officer.person().list("/api/programmes?limit=100").stream()
                        .map(one -> UUID.fromString(one.path("id").asString()))
                        .toList();
        assertThat(there).doesNotHaveDuplicates().containsAll(published);
        var topics = new Topics(stores.ports().address(Port.KAFKA));
        topics.allIsHeard();
        for (var programme : published) {
            var said = topics.eventsOf(programme).keySet();
            assertThat(said).as("events of %s", programme).isNotEmpty();
            eventually("台账记下 " + programme, () -> ledger(officer, programme).containsAll(said));
            assertThat(ledger(officer, programme)).doesNotHaveDuplicates();
        }
        assertThat(topics.deadLetters()).isEmpty();
        assertThat(officer.checksLedger().path("intact").asBoolean()).isTrue();
    }

    private static List<UUID> ledger(Officer officer, UUID programme) {
        return officer.ledger(programme).stream()
                .map(entry -> UUID.fromString(entry.path("eventId").asString()))
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Path home) throws IOException {
        if (!Files.exists(home)) return;
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
