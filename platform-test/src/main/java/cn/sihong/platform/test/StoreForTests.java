package cn.sihong.platform.test;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import java.net.URI;
import java.util.Map;

/** A store that speaks S3, in memory, one for all tests of the JVM. */
public class StoreForTests
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final class Started {
        static final int PORT = start();

        private static int start() {
            var memory = new TransientNio2BlobStore();
            memory.createContainer("attachments");
            memory.createContainer("ledger");
            try {
                var store =
                        S3Proxy.builder()
                                .blobStore(memory)
                                .endpoint(URI.create("http://127.0.0.1:0"))
                                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "test", "test")
                                .build();
                store.start();
                return store.getPort();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static int port() {
        return Started.PORT;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "store for tests",
                                Map.of(
                                        "SIHONG_S3_ENDPOINT",
                                        "http://127.0.0.1:" + Started.PORT,
                                        "SIHONG_S3_ACCESS_KEY",
                                        "test",
                                        "SIHONG_S3_SECRET_KEY",
                                        "test")));
    }
}
