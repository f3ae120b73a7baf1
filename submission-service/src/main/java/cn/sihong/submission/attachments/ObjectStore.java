package cn.sihong.submission.attachments;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Where the bytes lie: any store that speaks S3. */
@Component
@EnableConfigurationProperties(ObjectStore.Settings.class)
class ObjectStore {

    /**
     * Where the store is.
     *
     * @param region stores of one's own do not care, the protocol does
     */
    @ConfigurationProperties("sihong.store")
    record Settings(
            URI endpoint,
            String bucket,
            String accessKey,
            String secretKey,
            @DefaultValue("us-east-1") String region) {}

    private final S3Client s3;
    private final String bucket;

    ObjectStore(Settings settings) {
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
    void put(String key, String type, Path file) {
        try {
            s3.putObject(
                    request -> request.bucket(bucket).key(key).contentType(type),
                    RequestBody.fromFile(file));
        } catch (SdkException e) {
            throw new StoreAway();
        }
    }

    InputStream open(String key) {
        try {
            return s3.getObject(request -> request.bucket(bucket).key(key));
        } catch (SdkException e) {
            throw new StoreAway();
        }
    }
}
