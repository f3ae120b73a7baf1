package cn.sihong.platform.test;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import cn.sihong.platform.access.AccessTable;
import cn.sihong.platform.access.AccessTable.Row;
import cn.sihong.platform.access.AccessTable.Who;
import cn.sihong.platform.keycloak.Role;

import org.junit.jupiter.api.DynamicTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tries each row of a service's access table with each role and with nobody. Whom the row does not
 * name is refused before anything is read; whom it names gets past the door, whatever comes then.
 */
public class RightsMatrix {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}|\\*\\*?");

    private final MockMvc mvc;
    private final AccessTable table;

    public RightsMatrix(MockMvc mvc, AccessTable table) {
        this.mvc = mvc;
        this.table = table;
    }

    /** One test for each row and each role. */
    public Stream<DynamicTest> tests() {
        return table.rows().stream().flatMap(this::testsOf);
    }

    /** Handlers that no row speaks of: nobody could call them. */
    public Set<String> forgotten(RequestMappingHandlerMapping handlers) {
        var forgotten = new TreeSet<String>();
        handlers.getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (!handler.getBeanType().getName().startsWith("cn.sihong")) return;
                    for (var method : mapping.getMethodsCondition().getMethods())
                        for (var path : mapping.getPatternValues())
                            if (table.rows().stream()
                                    .noneMatch(row ->
                                            row.method().name().equals(method.name())
                                                    && sample(path).matches(regex(row.pattern()))))
                                forgotten.add(method + " " + path);
                });
        return forgotten;
    }

    private Stream<DynamicTest> testsOf(Row row) {
        var tests = new ArrayList<DynamicTest>();
        tests.add(nobody(row));
        for (var role : Role.values()) tests.add(somebody(row, role));
        return tests.stream();
    }

    private DynamicTest nobody(Row row) {
        boolean open = row.who() instanceof Who.Everybody;
        return DynamicTest.dynamicTest(
                "%s %s: nobody is %s".formatted(row.method(), row.pattern(), word(open)),
                () -> expect(open, mvc.perform(call(row)).andReturn().getResponse().getStatus()));
    }

    private DynamicTest somebody(Row row, Role role) {
        boolean allowed =
                switch (row.who()) {
                    case Who.Everybody() -> true;
                    case Who.SignedIn() -> true;
                    case Who.Any(var roles) -> roles.contains(role);
                };
        return DynamicTest.dynamicTest(
                "%s %s: %s is %s"
                        .formatted(row.method(), row.pattern(), role.wireName(), word(allowed)),
                () -> {
                    var answer =
                            mvc.perform(call(row).with(Person.with(role).signedIn()))
                                    .andReturn()
                                    .getResponse();
                    boolean refused =
                            answer.getStatus() == 401
                                    || answer.getContentAsString().contains("role-not-allowed");
                    expect(allowed, refused ? 403 : 200);
                });
    }

    private static void expect(boolean allowed, int status) {
        boolean refused = status == 401 || status == 403;
        if (allowed == refused)
            throw new AssertionError("should be %s, got %d".formatted(word(allowed), status));
    }

    private static String word(boolean allowed) {
        return allowed ? "let in" : "refused";
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder call(
            Row row) {
        return request(row.method(), sample(row.pattern()))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}");
    }

    static String sample(String pattern) {
        return VARIABLE.matcher(pattern).replaceAll(UUID.nameUUIDFromBytes(new byte[0]).toString());
    }

    private static String regex(String pattern) {
        var literal = VARIABLE.splitAsStream(pattern).map(Pattern::quote).toList();
        List<String> wild =
                VARIABLE.matcher(pattern)
                        .results()
                        .map(match -> match.group().equals("**") ? ".*" : "[^/]+")
                        .toList();
        var regex = new StringBuilder();
        for (int i = 0; i < literal.size(); i++) {
            regex.append(literal.get(i));
            if (i < wild.size()) regex.append(wild.get(i));
        }
        for (int i = literal.size(); i < wild.size(); i++) regex.append(wild.get(i));
        return regex.toString();
    }

    /** All roles but these; for tests that say who may not. */
    public static List<Role> allBut(Role... roles) {
        var few = Set.of(roles);
        return Arrays.stream(Role.values()).filter(role -> !few.contains(role)).toList();
    }
}
