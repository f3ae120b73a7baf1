package cn.sihong.gateway;

import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.net.http.HttpClient;

/** The routes are in {@code application.yaml}; this is only the line to the services. */
@Configuration(proxyBeanMethods = false)
class Routes {

    /** Otherwise the first call on each connection offers an upgrade to HTTP/2 nobody takes. */
    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> plainHttp() {
        return builder ->
                builder.withHttpClientCustomizer(
                        client -> client.version(HttpClient.Version.HTTP_1_1));
    }
}
