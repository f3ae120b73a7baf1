package cn.sihong.local;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How one process is started.
 *
 * @param training the AOT cache this process records and writes when it stops, if it does
 */
record Launch(List<String> command, Map<String, String> environment, @Nullable Training training) {

    /**
     * Written to {@code draft} and only moved to {@code cache} once the program ended by itself.
     */
    record Training(Path draft, Path cache) {}

    Launch(List<String> command, Map<String, String> environment) {
        this(command, environment, null);
    }
}
