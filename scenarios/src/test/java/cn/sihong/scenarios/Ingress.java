package cn.sihong.scenarios;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where browsers come in: reads requests and hands each to the next admitted gateway, as what
 * stands before a bureau's platform does. A request goes out once: no failure is mended here.
 */
final class Ingress implements AutoCloseable {

    private static final Set<String> OF_THE_CONNECTION = ofTheConnection();

    private final HttpServer server;
    private final HttpClient line =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Integer> admitted = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    Ingress(int port) throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    void admits(Instance gateway) {
        admitted.add(gateway.port());
    }

    void retires(Instance gateway) {
        admitted.remove(Integer.valueOf(gateway.port()));
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = ask(exchange);
            answer.headers()
                    .map()
                    .forEach((name, values) -> {
                        if (!OF_THE_CONNECTION.contains(name)) {
                            exchange.getResponseHeaders().put(name, values);
                        }
                    });
            var body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException broken) {
            exchange.sendResponseHeaders(502, -1);
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange)
            throws IOException, InterruptedException {
        var gateways = List.copyOf(admitted);
        var port = gateways.get(Math.floorMod(turn.getAndIncrement(), gateways.size()));
        var body = exchange.getRequestBody().readAllBytes();
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()))
                        .method(
                                exchange.getRequestMethod(),
                                body.length == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach((name, values) -> {
                    if (!OF_THE_CONNECTION.contains(name)) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
        return line.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** What two ends of one line say to each other, and no further. */
    private static Set<String> ofTheConnection() {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(
                List.of(
                        "Connection",
                        "Keep-Alive",
                        "Host",
                        "Content-Length",
                        "Transfer-Encoding",
                        "Upgrade",
                        "HTTP2-Settings",
                        "Date"));
        return names;
    }

    @Override
    public void close() {
        server.stop(0);
        line.close();
    }
}
