package cn.sihong.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A store that speaks S3 and keeps objects as files, so that what is kept takes production's path.
 */
record ObjectStore() implements Part {

    static final String NAME = "s3";
    static final String BUCKET = "attachments";
    static final String LEDGER_BUCKET = "ledger";
    static final String ACCESS_KEY = "sihong";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "S3 文件库";
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.S3);
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public int mebibytes() {
        return 200;
    }

    @Override
    public void prepare(House house, Narrator narrator) throws IOException {
        // This store's buckets are folders: making the folder makes the bucket.
        Files.createDirectories(objects(house).resolve(BUCKET));
        Files.createDirectories(objects(house).resolve(LEDGER_BUCKET));
        Secrets.writeForOwner(
                settings(house),
                """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.identity=local
                jclouds.credential=local
                jclouds.filesystem.basedir=%s
                """
                        .formatted(
                                house.ports().url(Port.S3),
                                ACCESS_KEY,
                                secretKey(house),
                                objects(house)));
    }

    static String secretKey(House house) {
        return house.secrets().of("s3");
    }

    private static Path objects(House house) {
        return house.data(NAME).resolve("objects");
    }

    private static Path settings(House house) {
        return house.data(NAME).resolve("s3proxy.properties");
    }

    @Override
    public Launch launch(House house) {
        return JavaProgram.ofClassPath(NAME, 96, Libraries.of(house), "org.gaul.s3proxy.Main")
                .with(Libraries.QUIET)
                .arguments("--properties", settings(house).toString())
                .launch(house, Map.of());
    }

    /** Unsigned questions are refused with 403, by a store that is awake. */
    @Override
    public boolean answers(House house) throws IOException {
        var status = Probe.status(house.ports().url(Port.S3) + "/");
        return status == 403 || status == 200;
    }
}
