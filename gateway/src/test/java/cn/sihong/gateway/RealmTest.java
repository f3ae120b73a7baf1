package cn.sihong.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
        assertThat(gateway.toString()).contains("\"included.custom.audience\":\"sihong-services\"");
        assertThat(client("provisioning").get("standardFlowEnabled").asBoolean()).isFalse();
    }

    @Test
    void letsProvisioningManagePeopleAndNothingElse() {
        assertThat(
                        REALM.at("/users/0/clientRoles/realm-management")
                                .valueStream()
                                .map(JsonNode::asString))
                .containsExactly("manage-users", "view-users", "query-users");
    }

    @Test
    void holdsNoSecret() {
        assertThat(
                        REALM.get("clients")
                                .valueStream()
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

    private static List<String> texts(JsonNode list, String field) {
        return Stream.of(list)
                .flatMap(JsonNode::valueStream)
                .map(item -> item.get(field).asString())
                .toList();
    }
}
