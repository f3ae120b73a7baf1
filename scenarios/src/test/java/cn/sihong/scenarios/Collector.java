package cn.sihong.scenarios;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * Takes in traces by OTLP over HTTP, as a real collector does; keeps them only while it listens.
 */
final class Collector {

    /**
     * One piece of work of one program.
     *
     * @param kind {@code SERVER}, {@code CLIENT}, {@code CONSUMER}, …
     * @param tags all of them as one text
     * @param parent the span it belongs to, empty where the trace begins
     */
    record Span(
            String program,
            String name,
            String kind,
            String trace,
            String id,
            String parent,
            String tags) {}

    private final HttpServer server;
    private final Queue<Span> heard = new ConcurrentLinkedQueue<>();
    private volatile boolean listens;

    Collector() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void listen() {
        listens = true;
    }

    List<Span> heard() {
        return List.copyOf(heard);
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            var said = call.getRequestBody().readAllBytes();
            if (listens) keep(ExportTraceServiceRequest.parseFrom(said));
            call.sendResponseHeaders(200, -1);
        }
    }

    private void keep(ExportTraceServiceRequest said) {
        for (var resource : said.getResourceSpansList()) {
            var program =
                    resource.getResource().getAttributesList().stream()
                            .filter(one -> one.getKey().equals("service.name"))
                            .map(KeyValue::getValue)
                            .map(value -> value.getStringValue())
                            .findFirst()
                            .orElse("");
            for (var scope : resource.getScopeSpansList())
                for (var span : scope.getSpansList())
                    heard.add(
                            new Span(
                                    program,
                                    span.getName(),
                                    span.getKind().name().replace("SPAN_KIND_", ""),
                                    hex(span.getTraceId()),
                                    hex(span.getSpanId()),
                                    hex(span.getParentSpanId()),
                                    span.getAttributesList().toString()));
        }
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
