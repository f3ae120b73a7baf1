package cn.sihong.gateway;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.util.LinkedHashMap;
import java.util.Map;

/** The routes are in {@code application.yaml}; this is only the line to the services. */
@Configuration(proxyBeanMethods = false)
class Routes {

    /** More calls at once than a gateway carries; who is over it waits for a line. */
    private static final int LINES = 1_000;

    /** Below the 60 seconds after which a service hangs up on a silent line. */
    private static final TimeValue SILENCE = TimeValue.ofSeconds(15);

    /**
     * Shorter than the ten seconds between a service's leaving its load balancer and its end: by
     * then no line leads to it any more.
     */
    private static final TimeValue LIFE = TimeValue.ofSeconds(5);

    /**
     * One client, whose patience depends on the path: a video from a village school takes minutes
     * to arrive, and no other call should.
     */
    @Bean
    ClientHttpRequestFactory line(Settings settings, CloseableHttpClient client) {
        var lines = new LinkedHashMap<PathPattern, ClientHttpRequestFactory>();
        for (var call : settings.calls()) {
            var line = new HttpComponentsClientHttpRequestFactory(client);
            line.setReadTimeout(call.patience());
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

    /** Passes on what it is given: no cookie kept, no way followed, no byte unpacked. */
    @Bean
    CloseableHttpClient client() {
        return HttpClients.custom()
                .setConnectionManager(
                        PoolingHttpClientConnectionManagerBuilder.create()
                                .setMaxConnPerRoute(LINES)
                                .setMaxConnTotal(3 * LINES)
                                .setDefaultConnectionConfig(
                                        ConnectionConfig.custom()
                                                .setConnectTimeout(Timeout.ofSeconds(2))
                                                .setTimeToLive(LIFE)
                                                .build())
                                .build())
                .evictIdleConnections(SILENCE)
                .setRetryStrategy(new OnceMore())
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .build();
    }

    /**
     * A reading call is made once more when its line broke, as when a service restarts; what a
     * service answers is its answer, a refusal included.
     */
    private static final class OnceMore extends DefaultHttpRequestRetryStrategy {

        OnceMore() {
            super(1, TimeValue.ofMilliseconds(10));
        }

        @Override
        public boolean retryRequest(HttpResponse answer, int times, HttpContext context) {
            return false;
        }
    }
}
