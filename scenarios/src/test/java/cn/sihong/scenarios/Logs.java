package cn.sihong.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the processes of a run wrote down, and must not have. */
record Logs(Path home) {

    /** What looks like a secret or like somebody's number, whoever's it is. */
    private static final Map<String, Pattern> NEVER =
            new LinkedHashMap<>(
                    Map.of(
                            "a token", Pattern.compile("eyJ[A-Za-z0-9_-]{20,}"),
                            "an authorization header", Pattern.compile("(?i)\\bBearer [A-Za-z0-9]"),
                            "an ID card's number",
                                    Pattern.compile(
                                            "\\b[1-9]\\d{5}(?:19|20)\\d{2}[01]\\d[0-3]\\d{4}[0-9Xx]\\b"),
                            // within the id of a trace eleven digits are nobody's number
                            "a telephone number",
                                    Pattern.compile("(?<![0-9a-f.-])1[3-9]\\d{9}(?![0-9a-f.-])")));

    /** A sentence for each line that says too much, without what it says. */
    List<String> indiscretions() {
        var never = new LinkedHashMap<>(NEVER);
        secrets()
                .forEach((name, secret) ->
                        never.put("the secret " + name, Pattern.compile(Pattern.quote(secret))));
        var found = new ArrayList<String>();
        for (var file : files()) {
            var lines = lines(file);
            for (int i = 0; i < lines.size(); i++)
                for (var rule : never.entrySet())
                    if (rule.getValue().matcher(lines.get(i)).find())
                        found.add(
                                "%s:%d shows %s"
                                        .formatted(file.getFileName(), i + 1, rule.getKey()));
        }
        return found;
    }

    List<Path> files() {
        try (Stream<Path> files = Files.list(home.resolve("logs"))) {
            return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every password made up for this run. */
    private Map<String, String> secrets() {
        var made = new Properties();
        try (var text = Files.newBufferedReader(home.resolve("data/secrets.properties"))) {
            made.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var secrets = new LinkedHashMap<String, String>();
        made.stringPropertyNames().forEach(name -> secrets.put(name, made.getProperty(name)));
        return secrets;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
