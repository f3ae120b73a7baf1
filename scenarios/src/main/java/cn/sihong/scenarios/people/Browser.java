package cn.sihong.scenarios.people;

import org.jsoup.Jsoup;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * One browser: keeps cookies and repeats the CSRF cookie in a header when it writes. It follows
 * redirects only while somebody signs in, so that every other answer is seen as it is.
 */
final class Browser {

    private static final HttpClient LINE =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    /** Longer than any single answer takes on two busy cores. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI gateway;

    /**
     * By origin. The JDK's own {@link CookieManager} would not send a Secure cookie to 127.0.0.1,
     * which browsers do.
     */
    private final Map<String, Map<String, String>> cookies = new ConcurrentHashMap<>();

    Browser(URI gateway) {
        this.gateway = gateway;
    }

    HttpResponse<byte[]> get(String path) throws IOException {
        return exchange("GET", gateway.resolve(path), "", BodyPublishers.noBody());
    }

    HttpResponse<byte[]> write(String method, String path, String type, byte[] body)
            throws IOException {
        return exchange(method, gateway.resolve(path), type, BodyPublishers.ofByteArray(body));
    }

    void forget(String cookie) {
        cookies.values().forEach(jar -> jar.remove(cookie));
    }

    /** Through the gateway to Keycloak's form and back, as a person would. */
    void signIn(String username, String password, Telephone telephone) throws IOException {
        var answer =
                filledIn(
                        following(get("/oauth2/authorization/keycloak")),
                        Map.of("username", username, "password", password, "credentialId", ""));
        if (!isGateway(answer.uri())) answer = withCode(answer, telephone);
        if (!isGateway(answer.uri())) answer = withNewPassword(answer, password);
        if (!isGateway(answer.uri())) {
            throw new IllegalStateException(
                    "%s 登录没有成功，登录页说：%s".formatted(username, complaintOf(answer)));
        }
        get("/api/me"); // brings the CSRF cookie, as it does for the portal
    }

    /** Shows a code if one is asked for, and the first time sets the telephone up. */
    private HttpResponse<byte[]> withCode(HttpResponse<byte[]> page, Telephone telephone)
            throws IOException {
        var form = Jsoup.parse(text(page));
        var secret = form.selectFirst("input[name=totpSecret]");
        if (secret != null) {
            telephone.learn(secret.val());
            return filledIn(
                    page,
                    Map.of("totp", telephone.code(), "totpSecret", secret.val(), "userLabel", ""));
        }
        if (form.selectFirst("input[name=otp]") == null) return page;
        return filledIn(page, Map.of("otp", telephone.code()));
    }

    /** Whoever was given a password is asked for one of their own. */
    private HttpResponse<byte[]> withNewPassword(HttpResponse<byte[]> page, String given)
            throws IOException {
        if (Jsoup.parse(text(page)).selectFirst("input[name=password-new]") == null) return page;
        var own = Person.chosenAfter(given);
        return filledIn(page, Map.of("password-new", own, "password-confirm", own));
    }

    private HttpResponse<byte[]> filledIn(HttpResponse<byte[]> page, Map<String, String> fields)
            throws IOException {
        var form =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return following(
                exchange(
                        "POST",
                        actionOf(page),
                        "application/x-www-form-urlencoded",
                        BodyPublishers.ofString(form)));
    }

    private static URI actionOf(HttpResponse<byte[]> page) {
        var document = Jsoup.parse(text(page), page.uri().toString());
        var form = document.selectFirst("form#kc-form-login, form[action*=login-actions]");
        if (form == null) {
            throw new IllegalStateException(
                    "登录页没有表单：%s（HTTP %d）".formatted(page.uri(), page.statusCode()));
        }
        return URI.create(form.absUrl("action"));
    }

    private static String complaintOf(HttpResponse<byte[]> page) {
        var document = Jsoup.parse(text(page), page.uri().toString());
        var words = document.select("#input-error, .pf-m-error, .alert-error, #kc-error-message");
        return words.isEmpty() ? document.title() + " " + page.uri() : words.text();
    }

    /** The page at the end; a page of the portal itself is not asked for, only reached. */
    private HttpResponse<byte[]> following(HttpResponse<byte[]> first) throws IOException {
        var answer = first;
        for (var hops = 0; hops < 10; hops++) {
            var location = answer.headers().firstValue("location");
            if (location.isEmpty()) return answer;
            answer =
                    exchange(
                            "GET",
                            answer.uri().resolve(location.get()),
                            "",
                            BodyPublishers.noBody());
        }
        throw new IllegalStateException("登录时跳转没有尽头：" + answer.uri());
    }

    private HttpResponse<byte[]> exchange(String method, URI uri, String type, BodyPublisher body)
            throws IOException {
        var request = HttpRequest.newBuilder(uri).timeout(PATIENCE).method(method, body);
        var jar = cookies.computeIfAbsent(uri.getAuthority(), _ -> new ConcurrentHashMap<>());
        if (!jar.isEmpty()) request.header("Cookie", spoken(jar));
        if (!type.isEmpty()) request.header("Content-Type", type);
        if (!"GET".equals(method)) {
            Optional.ofNullable(jar.get("XSRF-TOKEN"))
                    .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        }
        try {
            var answer = LINE.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers().allValues("set-cookie").forEach(cookie -> keep(jar, cookie));
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String spoken(Map<String, String> jar) {
        return new TreeMap<>(jar)
                .entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
    }

    private static void keep(Map<String, String> jar, String cookie) {
        var end = cookie.indexOf(';');
        var pair = (end < 0 ? cookie : cookie.substring(0, end)).split("=", 2);
        var gone = pair.length < 2 || pair[1].isEmpty() || cookie.contains("Max-Age=0");
        if (gone) jar.remove(pair[0]);
        else jar.put(pair[0], pair[1]);
    }

    private boolean isGateway(URI uri) {
        return gateway.getAuthority().equals(uri.getAuthority());
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
