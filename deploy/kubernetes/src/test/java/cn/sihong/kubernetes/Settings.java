package cn.sihong.kubernetes;

import cn.sihong.contracts.Event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the code itself says about its settings and topics. */
final class Settings {

    static final Path REPOSITORY = Overlay.ROOT.resolve("../..").normalize();
    static final List<String> APPLICATIONS =
            List.of("gateway", "submission-service", "review-service", "award-service");

    /** What only a run sets whose people are made up. */
    static final List<String> DEMONSTRATION =
            List.of("SIHONG_SECOND_FACTOR", "SIHONG_DEMO_PASSWORD");

    private static final String SHARED = "platform/src/main/resources/platform.yaml";
    private static final Pattern SETTING =
            Pattern.compile("\\$\\{(SIHONG_[A-Z0-9_]+|SERVER_[A-Z_]+)");

    private Settings() {}

    /** Without these, as each has no default, the application does not start. */
    static Set<String> needed(String application) throws IOException {
        var yaml = new StringBuilder(own(application));
        if (!application.equals("gateway")) yaml.append(read(SHARED));
        return Pattern.compile("\\$\\{(SIHONG_[A-Z0-9_]+)}")
                .matcher(yaml)
                .results()
                .map(found -> found.group(1))
                // a setting that is only the default of another one
                .filter(name -> yaml.indexOf("{" + name + "}") >= 0)
                .collect(Collectors.toSet());
    }

    static Set<String> read() throws IOException {
        var all = new StringBuilder(read(SHARED));
        for (var application : APPLICATIONS) all.append(own(application));
        return SETTING.matcher(all)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> topics() {
        return Arrays.stream(Event.class.getPermittedSubclasses())
                .map(Settings::topic)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String topic(Class<?> root) {
        try {
            return String.valueOf(root.getField("TOPIC").get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(root + " names no topic", e);
        }
    }

    static String read(String file) throws IOException {
        return Files.readString(REPOSITORY.resolve(file));
    }

    private static String own(String application) throws IOException {
        return read(application + "/src/main/resources/application.yaml");
    }
}
