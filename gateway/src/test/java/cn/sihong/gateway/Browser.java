package cn.sihong.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A person's browser: it keeps cookies, and follows nothing by itself. */
final class Browser {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final HttpClient http;

    Browser() {
        this(HTTP);
    }

    Browser(HttpClient http) {
        this.http = http;
    }

    HttpResponse<String> get(String url, String... headers) {
        return send("GET", url, BodyPublishers.noBody(), headers);
    }

    /** As the portal's pages post: the cookie's token repeated in a header. */
    HttpResponse<String> post(String url, BodyPublisher body, String... headers) {
        var all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "X-XSRF-TOKEN";
        all[headers.length + 1] = cookies.getOrDefault("XSRF-TOKEN", "none");
        return send("POST", url, body, all);
    }

    HttpResponse<String> send(String method, String url, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url)).method(method, body);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    String.join(
                            "; ",
                            cookies.entrySet().stream()
                                    .map(c -> c.getKey() + "=" + c.getValue())
                                    .toList()));
        }
        if (headers.length > 0) request.headers(headers);
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) cookies.remove(pair[0]);
        else cookies.put(pair[0], pair[1]);
    }

    /**
     * To Keycloak and back; the answer is the gateway's redirect to where the person wanted to go.
     */
    HttpResponse<String> signIn(String gateway, String query) {
        var toKeycloak = get(gateway + "/oauth2/authorization/keycloak" + query);
        var back = get(location(toKeycloak));
        var callback = URI.create(location(back));
        var arrived = get(gateway + callback.getRawPath() + "?" + callback.getRawQuery());
        get(gateway + "/api/me"); // brings the CSRF cookie, as for the portal
        return arrived;
    }

    Browser signedIn(String gateway) {
        signIn(gateway, "");
        return this;
    }

    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("location").orElseThrow();
    }
}
