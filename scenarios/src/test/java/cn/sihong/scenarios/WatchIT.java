package cn.sihong.scenarios;

import static cn.sihong.scenarios.people.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sihong.local.Port;
import cn.sihong.scenarios.people.Officer;
import cn.sihong.scenarios.people.Person;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an operator sees of the running platform: its traces and its figures. */
class WatchIT {

    private static final Path OBSERVABILITY = Path.of("../deploy/observability");

    /**
     * A figure's name, wherever PromQL may hold one: these are the only families of names that our
     * expressions use, and no label is called like that.
     */
    private static final Pattern FIGURE =
            Pattern.compile("\\b(?:sihong|http|hikaricp|jvm|kafka|up)_[a-z0-9_]+\\b");

    private static final List<Port> WATCHED =
            List.of(
                    Port.GATEWAY_MANAGEMENT,
                    Port.SUBMISSION_MANAGEMENT,
                    Port.REVIEW_MANAGEMENT,
                    Port.AWARD_MANAGEMENT);

    @Test
    void aClickIsOneTraceFromTheGatewayThroughTheOutboxToTheListenersOfTheOthers() {
        Platform.cast();
        var officer = new Officer(Platform.another("office"));
        var today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        var windows = new Officer.Windows(today.minusDays(1), today.plusDays(1));
        var terms = officer.demonstrationTerms("调用链测试（演示）", 2022, windows);
        var draft = officer.drafts(UUID.randomUUID(), terms);
        Platform.COLLECTOR.listen();
        var passerBy = Person.anonymous(Platform.gateway());
        passerBy.visit("/api/public/ballots/" + UUID.randomUUID());
        passerBy.visit("/api/public/notices");

        officer.publishes(draft);

        var said =
                eventually(
                        "方案发布的消息",
                        () ->
                                Platform.topics().everything().stream()
                                        .filter(one -> one.topic().equals("programmes"))
                                        .filter(one -> one.key().equals(draft.id().toString()))
                                        .findFirst());
        // version-trace-span-flags, written into the outbox row by the service
        var header = header(said, "traceparent").split("-", -1);
        var trace = header[1];
        var announcing = header[2];
        var spans =
                eventually(
                        "两个服务都听到",
                        () ->
                                Optional.of(spansOf(trace))
                                        .filter(all -> hears(all, "review-service"))
                                        .filter(all -> hears(all, "award-service"))
                                        .filter(all -> all.containsKey(announcing)));

        var entry = spans.values().stream().filter(span -> span.parent().isEmpty()).toList();
        assertThat(entry)
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.program()).isEqualTo("gateway");
                    assertThat(span.kind()).isEqualTo("SERVER");
                });
        var service = spans.get(announcing);
        assertThat(service.program()).isEqualTo("submission-service");
        assertThat(ancestors(service, spans))
                .extracting(Collector.Span::program)
                .contains("submission-service", "gateway")
                .endsWith("gateway");
        for (var listener : List.of("review-service", "award-service"))
            assertThat(spans.values())
                    .filteredOn(span -> span.program().equals(listener))
                    .filteredOn(span -> span.kind().equals("CONSUMER"))
                    .isNotEmpty()
                    .allSatisfy(span -> assertThat(span.parent()).isEqualTo(announcing));
        assertThat(Platform.COLLECTOR.heard())
                .extracting(Collector.Span::tags)
                .anyMatch(tags -> tags.contains("/api/public/notices"))
                .noneMatch(tags -> tags.contains("/public/ballots"));
    }

    @Test
    void everyFigureOfADashboardOrAnAlertIsScrapedFromOneOfTheFour() throws Exception {
        Platform.cast();
        var asked = new TreeSet<String>();
        try (var files = Files.walk(OBSERVABILITY)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                if (file.toString().matches(".*(dashboards/.*\\.json|alerts\\.yaml)"))
                    FIGURE.matcher(Files.readString(file))
                            .results()
                            .forEach(found -> asked.add(found.group()));
        }
        assertThat(asked).hasSizeGreaterThan(20);

        eventually("看板和告警用到的每个指标都在", () -> scraped().containsAll(asked));
    }

    @Test
    void aLineOfARequestIsJsonWithTheTraceAndWithoutASecret() throws Exception {
        Platform.cast();
        var officer = Platform.another("office");
        Platform.run().kill("award-service");
        try {
            assertThat(officer.visit("/api/selections").statusCode()).isEqualTo(503);
        } finally {
            Platform.run().restart("award-service");
        }

        var log = Files.readString(Platform.run().log("gateway"));
        var lines = log.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
        assertThat(lines)
                .filteredOn(line ->
                        line.path("message")
                                .asString("")
                                .contains("/api/selections is unavailable"))
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line.findValue("traceId").asString()).hasSize(32);
                    assertThat(line.findValue("spanId").asString()).hasSize(16);
                });
        assertThat(log).doesNotContain("Bearer", "eyJ", Person.PASSWORD);
    }

    private static Set<String> scraped() {
        return WATCHED.stream()
                .flatMap(port -> scrape(port).lines())
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }

    private static String scrape(Port port) {
        var address = Platform.run().ports().url(port) + "/actuator/prometheus";
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Collector.Span> spansOf(String trace) {
        return Platform.COLLECTOR.heard().stream()
                .filter(span -> span.trace().equals(trace))
                .collect(
                        Collectors.toMap(Collector.Span::id, Function.identity(), (one, _) -> one));
    }

    private static boolean hears(Map<String, Collector.Span> spans, String program) {
        return spans.values().stream()
                .anyMatch(span -> span.program().equals(program) && span.kind().equals("CONSUMER"));
    }

    /** From the span to where its trace begins. */
    private static List<Collector.Span> ancestors(
            Collector.Span span, Map<String, Collector.Span> spans) {
        return java.util.stream.Stream.iterate(
                        span, java.util.Objects::nonNull, one -> spans.get(one.parent()))
                .toList();
    }

    private static String header(ConsumerRecord<String, String> said, String name) {
        return new String(said.headers().lastHeader(name).value(), UTF_8);
    }
}
