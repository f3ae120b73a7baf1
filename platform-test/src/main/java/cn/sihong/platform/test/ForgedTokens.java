package cn.sihong.platform.test;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import cn.sihong.platform.access.AccessTable;
import cn.sihong.platform.access.AccessTable.Row;
import cn.sihong.platform.access.AccessTable.Who;
import cn.sihong.platform.keycloak.Role;

import com.nimbusds.jwt.JWTClaimsSet;

import org.junit.jupiter.api.DynamicTest;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tries tokens that only look like Keycloak's at each row of a service's access table that is not
 * public. All of them claim every role, and all must be answered as if nobody had signed in; the
 * one of a sign-in that was too weak for these roles, with what to do.
 */
public class ForgedTokens {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final MockMvc mvc;
    private final List<Row> rows;

    public ForgedTokens(MockMvc mvc, AccessTable table) {
        this.mvc = mvc;
        this.rows =
                table.rows().stream().filter(row -> !(row.who() instanceof Who.Everybody)).toList();
    }

    /** One test for each way to forge a token, and one that the real token is let in. */
    public Stream<DynamicTest> tests() {
        var issuer = RealParts.issuer();
        var real = issuer.sign(claims().build());
        var weak = with(issuer, claims().claim("amr", List.of("pwd")));
        var silent = with(issuer, claims().claim("amr", null));
        return Stream.concat(
                Stream.of(
                        DynamicTest.dynamicTest("the real token is let in", () -> letsIn(real)),
                        DynamicTest.dynamicTest(
                                "one of a sign-in by password alone is refused",
                                () -> refuses(weak, 403, "second-factor-missing")),
                        DynamicTest.dynamicTest(
                                "one that does not say how they signed in is refused",
                                () -> refuses(silent, 403, "second-factor-missing"))),
                forged(issuer).entrySet().stream()
                        .map(forgery ->
                                DynamicTest.dynamicTest(
                                        forgery.getKey() + " is refused",
                                        () -> refuses(forgery.getValue(), 401, "not-signed-in"))));
    }

    private static Map<String, String> forged(Issuer issuer) {
        var claims = claims().build();
        var now = Instant.now();
        var forged = new LinkedHashMap<String, String>();
        forged.put("one without signature (alg none)", issuer.unsigned(claims));
        forged.put("HS256 with the public key's bytes as secret", issuer.hmacWithKey(claims));
        forged.put("HS256 with the public key's PEM as secret", issuer.hmacWithPem(claims));
        forged.put("one signed by a stranger under our key's name", issuer.byStranger(claims));
        forged.put("one that brings its own key along", issuer.withOwnKey(claims));
        forged.put("one whose key nobody published", issuer.underName("another", claims));
        forged.put("one whose claims were changed after signing", issuer.altered(claims));
        forged.put("one of another issuer", with(issuer, claims().issuer("https://evil.example")));
        forged.put("one without issuer", with(issuer, claims().issuer(null)));
        forged.put("one made for the gateway (an ID token)", with(issuer, audience("gateway")));
        forged.put("one made for another service", with(issuer, audience("another-service")));
        forged.put("one made for another service too", with(issuer, forAnotherToo()));
        forged.put("one made for all services", with(issuer, audience("sihong-services")));
        forged.put("one made for accounts", with(issuer, audience("realm-management")));
        forged.put("one made for nobody", with(issuer, claims().audience((String) null)));
        forged.put("one that is over", with(issuer, ending(now.minus(LONG))));
        forged.put("one without an end", with(issuer, claims().expirationTime(null)));
        forged.put("one for later", with(issuer, claims().notBeforeTime(at(now.plus(LONG)))));
        forged.put("one that says of nobody", with(issuer, claims().subject(null)));
        forged.put("one that says of no person", with(issuer, claims().subject("root")));
        forged.put("a word", "sihong");
        return forged;
    }

    private static JWTClaimsSet.Builder claims() {
        return Person.with(Role.values()).claims();
    }

    private static JWTClaimsSet.Builder audience(String audience) {
        return claims().audience(audience);
    }

    private static JWTClaimsSet.Builder forAnotherToo() {
        return claims().audience(List.of(RealParts.service(), "another-service"));
    }

    private static JWTClaimsSet.Builder ending(Instant end) {
        return claims().issueTime(at(end.minus(LONG))).expirationTime(at(end));
    }

    private static Date at(Instant instant) {
        return Date.from(instant);
    }

    private static String with(Issuer issuer, JWTClaimsSet.Builder claims) {
        return issuer.sign(claims.build());
    }

    private void refuses(String token, int status, String code) throws Exception {
        for (var row : rows) {
            var answer = answer(row, token);
            if (answer.getStatus() != status || !answer.getContentAsString().contains(code))
                throw new AssertionError(
                        "%s %s answered %d"
                                .formatted(row.method(), row.pattern(), answer.getStatus()));
        }
    }

    private void letsIn(String token) throws Exception {
        if (rows.isEmpty()) throw new AssertionError("nothing here needs a token");
        for (var row : rows)
            if (answer(row, token).getStatus() == 401)
                throw new AssertionError("%s %s refused it".formatted(row.method(), row.pattern()));
    }

    private MockHttpServletResponse answer(Row row, String token) throws Exception {
        return mvc.perform(
                        request(row.method(), RightsMatrix.sample(row.pattern()))
                                .header("Authorization", "Bearer " + token)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}"))
                .andReturn()
                .getResponse();
    }
}
