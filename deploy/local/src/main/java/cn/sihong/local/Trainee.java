package cn.sihong.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * An application as it lies in its image, unpacked and run here by the image's own Java, so that
 * the start cache it writes fits the image: a cache is good only for the very files it was made of.
 *
 * @param archive the image, as a tar
 * @param cache where its start cache goes
 */
record Trainee(Application application, Path archive, Path cache) implements Part {

    private static final Pattern LAYER = Pattern.compile("\"([0-9a-f]{64}\\.tar\\.gz)\"");
    private static final Pattern START = Pattern.compile("\"Entrypoint\":\\[([^]]+)]");

    /** What an image says of sharing classes; Java takes none of it while it writes a cache. */
    private static final Pattern SHARING = Pattern.compile("-XX:AOTCache=|-Xshare:");

    private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"");

    @Override
    public String name() {
        return application.name();
    }

    @Override
    public String title() {
        return application.title();
    }

    @Override
    public List<Port> ports() {
        return application.ports();
    }

    @Override
    public Set<String> needs() {
        return application.needs();
    }

    /** Half as much again while it is watched. */
    @Override
    public int mebibytes() {
        return 3 * application.mebibytes() / 2;
    }

    @Override
    public void prepare(House house, Narrator narrator) throws IOException {
        Cache.delete(image(house));
        Cache.delete(root(house));
        try (var in = Files.newInputStream(archive)) {
            Cache.untar(in, image(house), 0);
        }
        for (var layer : found(LAYER, image(house).resolve("manifest.json"))) {
            try (var in = Files.newInputStream(image(house).resolve(layer))) {
                Cache.untar(new GZIPInputStream(in), root(house), 0);
            }
        }
        Files.createDirectories(cache.getParent());
    }

    @Override
    public Launch launch(House house) {
        var draft = cache.resolveSibling(cache.getFileName() + ".draft");
        return new Launch(
                command(house, draft),
                application.settings(house),
                new Launch.Training(draft, cache));
    }

    private List<String> command(House house, Path draft) {
        try {
            var words = new ArrayList<>(List.of(java(root(house)).toString()));
            words.add("-XX:AOTCacheOutput=" + draft);
            for (var word : entryPoint(house)) {
                if (word.startsWith("@")) words.add(classPath(house, word.substring(1)));
                else if (!SHARING.matcher(word).lookingAt()) words.add(word);
            }
            return words;
        } catch (IOException e) {
            throw new CannotStart("镜像 %s 无法读取".formatted(archive), e);
        }
    }

    /** What the image starts with, after the name of Java itself. */
    private List<String> entryPoint(House house) throws IOException {
        var start = found(START, image(house).resolve("config.json"));
        var words = WORD.matcher(start.getFirst()).results().map(word -> word.group(1)).toList();
        return words.subList(1, words.size());
    }

    private String classPath(House house, String file) throws IOException {
        var root = root(house);
        return Files.readString(root.resolve(file.substring(1))).replace("/app/", root + "/app/");
    }

    private static Path java(Path root) throws IOException {
        try (var files = Files.walk(root.resolve("opt"), 5)) {
            return files.filter(file -> file.endsWith("bin/java"))
                    .findFirst()
                    .orElseThrow(() -> new CannotStart("镜像里没有 /opt/**/bin/java"));
        }
    }

    private static List<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult one) -> one.group(1))
                .toList();
    }

    private Path image(House house) {
        return house.data("images").resolve(name());
    }

    private Path root(House house) {
        return house.data("roots").resolve(name());
    }

    @Override
    public boolean answers(House house) throws IOException {
        return application.answers(house);
    }
}
