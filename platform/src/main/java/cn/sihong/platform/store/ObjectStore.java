package cn.sihong.platform.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Where the bytes lie: any store that speaks S3. */
public class ObjectStore {

    /**
     * Where the store is.
     *
     * @param region stores of one's own do not care, the protocol does
     */
    @ConfigurationProperties("sihong.store")
    public record Settings(
            URI endpoint,
            String bucket,
            String accessKey,
            String secretKey,
            @DefaultValue("us-east-1") String region) {}

    private static final Logger LOG = LoggerFactory.getLogger(ObjectStore.class);

    private final S3Client s3;
    private final String bucket;

    public ObjectStore(Settings settings) {
        this.bucket = settings.bucket();
        this.s3 =
                S3Client.builder()
                        .endpointOverride(settings.endpoint())
                        .region(Region.of(settings.region()))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                settings.accessKey(), settings.secretKey())))
                        .forcePathStyle(true)
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(Duration.ofSeconds(3))
                                        .socketTimeout(Duration.ofSeconds(30)))
                        .build();
    }

    /** The same key again is overwritten with the same bytes: an upload may be repeated. */
    public void put(String key, String type, Path file) {
        put(key, type, RequestBody.fromFile(file));
    }

    /** The same for what is small enough to be held. */
    public void put(String key, String type, byte[] bytes) {
        put(key, type, RequestBody.fromBytes(bytes));
    }

    private void put(String key, String type, RequestBody body) {
        try {
            s3.putObject(request -> request.bucket(bucket).key(key).contentType(type), body);
        } catch (SdkException e) {
            throw new StoreAway();
        }
    }

    /** For what is small. */
    public byte[] read(String key) {
        try {
            return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArray();
        } catch (SdkException e) {
            throw new StoreAway();
        }
    }

    /** What cannot be deleted now is left lying; the caller has forgotten it already. */
    public void delete(String key) {
        try {
            s3.deleteObject(request -> request.bucket(bucket).key(key));
        } catch (SdkException e) {
            LOG.warn("{} is left in the store: {}", key, e.toString());
        }
    }

    /** For what has to be gone: says so if it could not be deleted. What is not there is gone. */
    public void erase(String key) {
        try {
            s3.deleteObject(request -> request.bucket(bucket).key(key));
        } catch (SdkException e) {
            throw new StoreAway();
        }
    }

    /** The keys that begin so, in alphabetical order. */
    public List<String> keys(String prefix) {
        try {
            return s3
                    .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .sorted()
                    .toList();
        } catch (SdkException e) {
            throw new StoreAway();
        }
    }

    public InputStream open(String key) {
        try {
            return s3.getObject(request -> request.bucket(bucket).key(key));
        } catch (SdkException e) {
            throw new StoreAway();
        }
    }
}
