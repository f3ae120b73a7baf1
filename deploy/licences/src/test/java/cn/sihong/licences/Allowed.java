package cn.sihong.licences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code allowed.txt}: which licences are welcome, and what a licence without an identifier is. */
record Allowed(Set<String> identifiers, Map<String, String> seen) {

    static Allowed in(Path file) throws IOException {
        var identifiers = new HashSet<String>();
        var seen = new HashMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) continue;
            var equals = line.indexOf('=');
            if (equals < 0) identifiers.add(line.strip());
            else seen.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        }
        return new Allowed(identifiers, seen);
    }

    /** The licence under which the component may be used here, if there is one. */
    Optional<String> of(Component component) {
        var licences =
                seen.containsKey(component.name())
                        ? List.of(seen.get(component.name()))
                        : component.licences();
        return licences.stream().filter(identifiers::contains).findFirst();
    }
}
