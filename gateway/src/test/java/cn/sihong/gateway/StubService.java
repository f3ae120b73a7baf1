package cn.sihong.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Stands behind the gateway, answers everything with {@code {"ok":true}} and notes what it was
 * asked.
 */
final class StubService {

    record Call(String method, String path, Map<String, String> headers, long bodySize) {
        String header(String name) {
            return headers.get(name.toLowerCase(java.util.Locale.ROOT));
        }
    }

    final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final HttpServer server;

    StubService() throws IOException {
        this(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
    }

    StubService(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        long size;
        try (InputStream body = exchange.getRequestBody()) {
            size = body.transferTo(java.io.OutputStream.nullOutputStream());
        }
        var headers = new java.util.HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        calls.add(
                new Call(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        headers,
                        size));
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.getResponseHeaders().add("set-cookie", "service=1");
        var answer = "{\"ok\":true}".getBytes(UTF_8);
        var path = exchange.getRequestURI().getPath();
        // it says more than it has, or never ends
        if (path.endsWith("/dies-short")) exchange.sendResponseHeaders(200, answer.length + 1);
        else if (path.endsWith("/dies-in-a-chunk")) exchange.sendResponseHeaders(200, 0);
        else exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        if (path.contains("/dies-")) {
            exchange.getResponseBody().flush();
            throw new IOException("the line is cut");
        }
        exchange.close();
    }
}
