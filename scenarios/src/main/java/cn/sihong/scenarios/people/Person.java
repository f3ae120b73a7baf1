package cn.sihong.scenarios.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Somebody at a browser, signed in or not. When the platform is away for a moment (a service
 * restarts), a person tries the same again for a while, as people do; every other no is a {@link
 * Refused}.
 */
public final class Person {

    public static final String PASSWORD = "sihong-demo";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String JSON_TYPE = "application/json";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String username;
    private final Browser browser;

    private Person(String username, Browser browser) {
        this.username = username;
        this.browser = browser;
    }

    /** Signs in at Keycloak through the gateway. */
    public static Person signedIn(URI gateway, String username) {
        return signedIn(gateway, username, PASSWORD);
    }

    public static Person signedIn(URI gateway, String username, String password) {
        return signedIn(gateway, username, password, new Telephone());
    }

    /** Whose sign-in is interrupted begins it anew, in a browser that remembers nothing of it. */
    public static Person signedIn(
            URI gateway, String username, String password, Telephone telephone) {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            var person = new Person(username, new Browser(gateway));
            try {
                person.browser.signIn(username, password, telephone);
                var me = person.get("/api/me");
                if (me.path("signedIn").asBoolean()) return person;
                throw new IllegalStateException(username + " 登录后平台仍不认得：" + me);
            } catch (IOException gone) {
                if (Instant.now().isAfter(deadline))
                    throw new UncheckedIOException(username + " 登录时连接中断", gone);
            }
            Eventually.pause();
        }
    }

    /** What somebody chooses at the first sign-in with a password that was given to them. */
    public static String chosenAfter(String given) {
        return "own-" + given;
    }

    /** A passer-by, whom nobody knows. */
    public static Person anonymous(URI gateway) {
        return new Person("路人", new Browser(gateway));
    }

    public String username() {
        return username;
    }

    /** Who the platform takes this person for. */
    public UUID subject() {
        return UUID.fromString(get("/api/me").path("subject").asString());
    }

    /** From here on this person's pages are too old to write with. */
    public void losesCsrfCookie() {
        browser.forget("XSRF-TOKEN");
    }

    public JsonNode get(String path) {
        return JSON.readTree(patiently("GET", path, () -> browser.get(path)).body());
    }

    /** All rows of a list, page after page. */
    public List<JsonNode> list(String path) {
        var all = new ArrayList<JsonNode>();
        var page = get(path);
        while (true) {
            (page.isArray() ? page : page.path("items")).forEach(all::add);
            var next = page.path("next");
            if (next.isMissingNode() || next.isNull()) return all;
            page = get(path + (path.contains("?") ? "&" : "?") + "after=" + encoded(next));
        }
    }

    public HttpResponse<byte[]> download(String path) {
        return patiently("GET", path, () -> browser.get(path));
    }

    /** What a page says, whatever its status. */
    public HttpResponse<byte[]> visit(String path) {
        try {
            return browser.get(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes back on a write that is sent once, whatever it is. */
    public HttpResponse<byte[]> sends(String path, Object body) {
        try {
            return browser.write("POST", path, JSON_TYPE, JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode post(String path, Object body) {
        return write("POST", path, JSON_TYPE, JSON.writeValueAsBytes(body));
    }

    /**
     * A move on a record. If an earlier try of it was interrupted and the platform now says that it
     * cannot be done any more, then that try went through: the record as it stands is the answer.
     */
    public JsonNode move(String record, String deed, Object body) {
        try {
            return post(record + "/" + deed, body);
        } catch (Refused refused) {
            if (refused.wasInterruptedBefore() && refused.status() == 409) return get(record);
            throw refused;
        }
    }

    public JsonNode put(String path, Object body) {
        return write("PUT", path, JSON_TYPE, JSON.writeValueAsBytes(body));
    }

    /** Replaces what a record says, or a part of it; interrupted tries are taken as by a move. */
    public JsonNode revise(String record, String part, Object body) {
        try {
            return put(record + part, body);
        } catch (Refused refused) {
            if (refused.wasInterruptedBefore() && refused.status() == 409) return get(record);
            throw refused;
        }
    }

    public JsonNode upload(String path, String type, byte[] body) {
        return write("POST", path, type, body);
    }

    private JsonNode write(String method, String path, String type, byte[] body) {
        var answer = patiently(method, path, () -> browser.write(method, path, type, body));
        return answer.body().length == 0
                ? JsonNodeFactory.instance.missingNode()
                : JSON.readTree(answer.body());
    }

    private interface Call {
        HttpResponse<byte[]> make() throws IOException;
    }

    private HttpResponse<byte[]> patiently(String method, String path, Call call) {
        var name = username + " " + method + " " + path;
        var deadline = Instant.now().plus(PATIENCE);
        for (var interrupted = false; ; interrupted = true) {
            try {
                var answer = call.make();
                if (answer.statusCode() < 300) return answer;
                var refused = refusal(name, answer, interrupted);
                if (!refused.isNotNow() || Instant.now().isAfter(deadline)) throw refused;
            } catch (IOException gone) {
                if (Instant.now().isAfter(deadline)) {
                    throw new UncheckedIOException(name + " 一直连不上", gone);
                }
            }
            Eventually.pause();
        }
    }

    private static Refused refusal(
            String call, HttpResponse<byte[]> answer, boolean interruptedBefore) {
        var problem = problem(answer);
        if (problem == null) {
            var start = Browser.text(answer).lines().findFirst().orElse("");
            return new Refused(
                    call, answer.statusCode(), "no-problem", start, List.of(), interruptedBefore);
        }
        var faults = new ArrayList<Refused.Fault>();
        for (var fault : problem.path("errors")) {
            faults.add(new Refused.Fault(placeOf(fault), fault.path("message").asString("")));
        }
        return new Refused(
                call,
                answer.statusCode(),
                problem.path("code").asString(""),
                problem.path("detail").asString(""),
                faults,
                interruptedBefore);
    }

    /** A field of a form; or sheet, row and column of a workbook. */
    private static String placeOf(JsonNode fault) {
        if (fault.has("field")) return fault.path("field").asString();
        return "%s!%s%s"
                .formatted(
                        fault.path("sheet").asString(""),
                        fault.path("column").asString(""),
                        fault.path("row").asString(""));
    }

    private static @Nullable JsonNode problem(HttpResponse<byte[]> answer) {
        var type = answer.headers().firstValue("content-type").orElse("");
        return type.startsWith("application/problem+json") ? JSON.readTree(answer.body()) : null;
    }

    private static String encoded(JsonNode cursor) {
        return URLEncoder.encode(cursor.asString(), UTF_8);
    }

    @Override
    public String toString() {
        return username;
    }
}
