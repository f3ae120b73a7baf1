package cn.sihong.gateway;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/** The routes are in {@code application.yaml}; this is only the line to the services. */
@Configuration(proxyBeanMethods = false)
class Routes {

    /**
     * One client, whose patience depends on the path: a video from a village school takes minutes
     * to arrive, and no other call should.
     */
    @Bean
    ClientHttpRequestFactory line(Settings settings) {
        // 1.1, or the first call on each connection offers an upgrade that nobody takes
        var client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(2))
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
        var lines = new LinkedHashMap<PathPattern, JdkClientHttpRequestFactory>();
        for (var call : settings.calls()) {
            var line = new JdkClientHttpRequestFactory(client);
            line.setReadTimeout(call.patience());
            line.enableCompression(false); // bytes go through as they come
            lines.put(PathPatternParser.defaultInstance.parse(call.path()), line);
        }
        return (uri, method) -> {
            var path = PathContainer.parsePath(uri.getRawPath());
            return lines.entrySet().stream()
                    .filter(line -> line.getKey().matches(path))
                    .findFirst()
                    .map(Map.Entry::getValue)
                    .orElseThrow()
                    .createRequest(uri, method);
        };
    }
}
