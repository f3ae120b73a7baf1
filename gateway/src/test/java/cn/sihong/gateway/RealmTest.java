package cn.sihong.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The realm is data, but the gateway stands on it: what must not slip out of it by an edit. */
class RealmTest {

    private static final Path FILES = Path.of("../deploy/keycloak");
    private static final JsonNode REALM =
            JsonMapper.shared().readTree(FILES.resolve("sihong-realm.json"));
    private static final String SECOND_FACTOR = "second-factor";
    private static final JsonNode PEOPLE =
            JsonMapper.shared().readTree(FILES.resolve("demo/sihong-users-0.json"));

    @Test
    void hasTheRolesOfTheScheme() {
        assertThat(texts(REALM.at("/roles/realm"), "name"))
                .containsExactlyInAnyOrder(
                        "party-office",
                        "party-group-member",
                        "discipline",
                        "street-reviewer",
                        "direct-unit-reviewer",
                        "school-secretary",
                        "info-officer",
                        "nominee",
                        "peer-reviewer",
                        "inspector",
                        "archivist",
                        "sys-admin",
                        "sec-admin",
                        "auditor");
        assertThat(REALM.at("/scopeMappings/0/roles").valueStream().map(JsonNode::asString))
                .as("roles that reach a token")
                .containsExactlyElementsOf(texts(REALM.at("/roles/realm"), "name"));
    }

    @Test
    void locksAnAccountAfterFiveWrongPasswords() {
        assertThat(REALM.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(REALM.get("failureFactor").asInt()).isBetween(3, 5);
        assertThat(REALM.get("waitIncrementSeconds").asInt()).isGreaterThanOrEqualTo(60);
        assertThat(REALM.get("maxFailureWaitSeconds").asInt()).isGreaterThanOrEqualTo(900);
        assertThat(REALM.get("permanentLockout").asBoolean())
                .as("or anybody could shut anybody out for good")
                .isFalse();
    }

    @Test
    void asksForPasswordsThatAreHardToGuess() {
        assertThat(REALM.get("passwordPolicy").asString().split(" and "))
                .contains(
                        "length(10)",
                        "maxLength(128)",
                        "notUsername(undefined)",
                        "notContainsUsername(undefined)",
                        "passwordHistory(5)");
        assertThat(REALM.get("resetPasswordAllowed").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Sihong#2026!, false",
        "wode-HONGSE-shuwu, false",
        "qwertyuiop, false",
        "a1234567890, false",
        "Zhang88888888, false",
        "woaini5201314, false",
        "kite mountain 47 tea, true",
        "春天的花开满山坡七朵, true"
    })
    void asksForPasswordsThatNotEverybodyTries(String password, boolean allowed) {
        var policy = REALM.get("passwordPolicy").asString();
        var pattern = policy.split("SIHONG_PASSWORD_PATTERN:", 2)[1].replaceFirst("}\\)$", "");
        assertThat(password.matches(pattern)).isEqualTo(allowed);
    }

    @Test
    void asksEveryOfficerForAOneTimeCode() {
        assertThat(
                        REALM.at("/roles/realm")
                                .valueStream()
                                .filter(role ->
                                        role.at("/composites/client/gateway")
                                                .toString()
                                                .contains(SECOND_FACTOR))
                                .map(role -> role.get("name").asString()))
                .as("everybody whose deed reaches beyond one school")
                .containsExactlyInAnyOrder(
                        "party-office",
                        "party-group-member",
                        "discipline",
                        "street-reviewer",
                        "direct-unit-reviewer",
                        "inspector",
                        "archivist",
                        "sys-admin",
                        "sec-admin",
                        "auditor");
        assertThat(REALM.get("browserFlow").asString()).isEqualTo("sihong sign-in");
        assertThat(steps("sihong sign-in"))
                .containsExactly("auth-cookie ALTERNATIVE", "sihong sign-in form ALTERNATIVE");
        assertThat(steps("sihong sign-in form"))
                .as("without the variable, which the demonstration sets, it is asked for")
                .startsWith(
                        "auth-username-password-form REQUIRED",
                        "sihong code of officers ${SIHONG_SECOND_FACTOR:CONDITIONAL}");
        assertThat(steps("sihong code of officers"))
                .containsExactly("conditional-user-role REQUIRED", "auth-otp-form REQUIRED");
        assertThat(REALM.at("/authenticatorConfig/0/config/condUserRole").asString())
                .isEqualTo("gateway." + SECOND_FACTOR);
        assertThat(REALM.at("/authenticatorConfig/0/config/negate").asString()).isEqualTo("false");
        assertThat(REALM.get("otpPolicyType").asString()).isEqualTo("totp");
        assertThat(REALM.get("otpPolicyCodeReusable").asBoolean()).isFalse();
    }

    /** Services refuse an officer's token that does not say so, however long the session lasts. */
    @Test
    void saysInEveryTokenThatACodeWasGiven() {
        assertThat(
                        REALM.get("authenticationFlows")
                                .valueStream()
                                .flatMap(flow -> flow.get("authenticationExecutions").valueStream())
                                .filter(step ->
                                        step.path("authenticator").asString("").endsWith("form"))
                                .map(step -> means(step.get("authenticatorConfig").asString())))
                .containsExactly("pwd", "otp", "otp");
        assertThat(client("gateway").get("protocolMappers"))
                .filteredOn(
                        mapper -> mapper.get("protocolMapper").asString().equals("oidc-amr-mapper"))
                .singleElement()
                .satisfies(mapper ->
                        assertThat(mapper.at("/config/access.token.claim").asString())
                                .isEqualTo("true"));
    }

    /** What giving this is called in a token; said as long as the session can last. */
    private static String means(String alias) {
        var config =
                REALM.get("authenticatorConfig")
                        .valueStream()
                        .filter(one -> one.get("alias").asString().equals(alias))
                        .findFirst()
                        .orElseThrow()
                        .get("config");
        assertThat(config.get("default.reference.maxAge").asInt())
                .isGreaterThanOrEqualTo(
                        REALM.get("ssoSessionMaxLifespan").asInt()
                                + REALM.get("accessCodeLifespanLogin").asInt());
        return config.get("default.reference.value").asString();
    }

    @Test
    void endsTheOldestOfTooManySessions() {
        assertThat(steps("sihong sign-in form")).endsWith("user-session-limits REQUIRED");
        var limit = REALM.at("/authenticatorConfig/2/config");
        assertThat(limit.get("userRealmLimit").asInt()).isBetween(1, 10);
        assertThat(limit.get("behavior").asString()).isEqualTo("Terminate oldest session");
    }

    @Test
    void endsSessionsAndTokensSoon() {
        assertThat(REALM.get("accessTokenLifespan").asInt()).isLessThanOrEqualTo(300);
        assertThat(REALM.get("ssoSessionIdleTimeout").asInt()).isLessThanOrEqualTo(3600);
        assertThat(REALM.get("ssoSessionMaxLifespan").asInt()).isLessThanOrEqualTo(36_000);
        assertThat(REALM.get("rememberMe").asBoolean()).isFalse();
        assertThat(
                        client("gateway")
                                .at("/attributes/backchannel.logout.session.required")
                                .asString())
                .isEqualTo("true");
    }

    @Test
    void remembersWhoSignedInAndWhoChangedAccounts() {
        assertThat(REALM.get("eventsEnabled").asBoolean()).isTrue();
        assertThat(REALM.get("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(REALM.get("eventsExpiration").asInt()).isGreaterThanOrEqualTo(180 * 24 * 3600);
    }

    @Test
    void speaksChineseOnOnePageAndStopsGuessing() {
        assertThat(REALM.get("supportedLocales").toString()).isEqualTo("[\"zh-CN\"]");
        assertThat(REALM.get("organizationsEnabled").asBoolean()).isFalse();
        assertThat(REALM.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(REALM.get("registrationAllowed").asBoolean()).isFalse();
        assertThat(REALM.get("ssoSessionIdleTimeout").asInt()).isEqualTo(Sessions.IDLE_SECONDS);
        assertThat(REALM.get("ssoSessionMaxLifespan").asInt()).isEqualTo(Sessions.LONGEST_SECONDS);
    }

    @Test
    void letsPeopleInThroughTheGatewayOnly() {
        var gateway = client("gateway");

        assertThat(gateway.get("publicClient").asBoolean()).isFalse();
        assertThat(gateway.at("/attributes/pkce.code.challenge.method").asString())
                .isEqualTo("S256");
        assertThat(gateway.get("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(gateway.get("implicitFlowEnabled").asBoolean()).isFalse();
        assertThat(gateway.at("/redirectUris").valueStream().map(JsonNode::asString))
                .noneMatch(uri -> uri.contains("*"));
        assertThat(client("provisioning").get("standardFlowEnabled").asBoolean()).isFalse();
    }

    @Test
    void makesATokenForEachServiceAlone() {
        var gateway = client("gateway");
        var services = List.of("submission-service", "review-service", "award-service");

        assertThat(gateway.at("/attributes/standard.token.exchange.enabled").asString())
                .isEqualTo("true");
        assertThat(gateway.get("protocolMappers").findValuesAsString("included.client.audience"))
                .containsExactlyElementsOf(services);
        assertThat(gateway.toString()).doesNotContain("included.custom.audience");
        assertThat(services)
                .allSatisfy(service ->
                        assertThat(client(service).get("bearerOnly").asBoolean()).isTrue());
    }

    @Test
    void letsProvisioningManagePeopleReadTheRealmAndNothingElse() {
        assertThat(
                        REALM.at("/users/0/clientRoles/realm-management")
                                .valueStream()
                                .map(JsonNode::asString))
                .containsExactly("manage-users", "view-users", "query-users", "view-realm");
    }

    @Test
    void holdsNoSecret() {
        assertThat(
                        REALM.get("clients")
                                .valueStream()
                                .filter(client -> !client.path("bearerOnly").asBoolean(false))
                                .map(client -> client.get("secret").asString()))
                .allMatch(Pattern.compile("\\$\\{SIHONG_[A-Z_]+}").asMatchPredicate());
        assertThat(REALM.get("users")).hasSize(1); // people are in a file of their own
    }

    @Test
    void demoPeopleHaveOneRoleANameInOneFieldAndAFixedId() {
        var people = PEOPLE.get("users");

        assertThat(texts(people, "id"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("51400000-0000-4000-8000-"));
        assertThat(people)
                .allSatisfy(person -> assertThat(person.get("realmRoles")).hasSize(2))
                .noneMatch(person -> person.has("lastName"));
    }

    private static JsonNode client(String id) {
        return REALM.get("clients")
                .valueStream()
                .filter(client -> client.get("clientId").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The steps of a way to sign in, each with how binding it is. */
    private static List<String> steps(String flow) {
        return REALM.get("authenticationFlows")
                .valueStream()
                .filter(one -> one.get("alias").asString().equals(flow))
                .flatMap(one -> one.get("authenticationExecutions").valueStream())
                .map(step ->
                        step.path("authenticator").asString(step.path("flowAlias").asString(""))
                                + " "
                                + step.get("requirement").asString())
                .toList();
    }

    private static List<String> texts(JsonNode list, String field) {
        return Stream.of(list)
                .flatMap(JsonNode::valueStream)
                .map(item -> item.get(field).asString())
                .toList();
    }
}
