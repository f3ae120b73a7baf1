package cn.sihong.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whatever a service promises its callers, the gateway passes on to this service and to no other.
 */
class RoutesTest {

    private static final Path PROMISES = Path.of("../contracts/openapi");
    private static final String ROUTES = "spring.cloud.gateway.server.webmvc.routes[%d].%s";
    private static final Pattern SERVICE = Pattern.compile("\\$\\{SIHONG_(\\w+)_URL:.*");

    /** What goes to a service: which methods, at which addresses. */
    private record Route(String service, Set<String> methods, List<PathPattern> paths) {
        boolean takes(String method, PathContainer address) {
            return methods.contains(method)
                    && paths.stream().anyMatch(pattern -> pattern.matches(address));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyAddressIsPassedOn() {
        var routes = routes();
        return Stream.of("submission", "review", "award")
                .flatMap(service ->
                        promised(service)
                                .map(promise ->
                                        DynamicTest.dynamicTest(
                                                promise,
                                                () ->
                                                        assertThat(servicesFor(promise, routes))
                                                                .containsExactly(service))));
    }

    private static List<String> servicesFor(String promise, List<Route> routes) {
        var method = promise.substring(0, promise.indexOf(' '));
        // what fills the braces is one piece of an address
        var address =
                PathContainer.parsePath(
                        promise.substring(method.length() + 1).replaceAll("\\{\\w+}", "x"));
        return routes.stream()
                .filter(route -> route.takes(method, address))
                .map(Route::service)
                .toList();
    }

    /** {@code GET /api/plans/{id}} and so on. */
    private static Stream<String> promised(String service) {
        return JsonMapper.shared()
                .readTree(PROMISES.resolve(service + ".json").toFile())
                .path("paths")
                .properties()
                .stream()
                .flatMap(path ->
                        path.getValue().propertyNames().stream()
                                .map(method ->
                                        method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    private static List<Route> routes() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        var settings = Objects.requireNonNull(yaml.getObject());
        return IntStream.iterate(
                        0, n -> settings.containsKey(ROUTES.formatted(n, "uri")), n -> n + 1)
                .mapToObj(n -> route(settings, n))
                .toList();
    }

    private static Route route(Properties settings, int n) {
        var uri = SERVICE.matcher(settings.getProperty(ROUTES.formatted(n, "uri")));
        assertThat(uri.matches()).isTrue();
        return new Route(
                uri.group(1).toLowerCase(Locale.ROOT),
                Set.copyOf(predicate(settings, n, "Method")),
                predicate(settings, n, "Path").stream()
                        .map(PathPatternParser.defaultInstance::parse)
                        .toList());
    }

    private static List<String> predicate(Properties settings, int n, String name) {
        return IntStream.range(0, 2)
                .mapToObj(k -> settings.getProperty(ROUTES.formatted(n, "predicates[" + k + "]")))
                .filter(one -> one.startsWith(name + "="))
                .flatMap(one -> Stream.of(one.substring(name.length() + 1).split(",")))
                .toList();
    }
}
