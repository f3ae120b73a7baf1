package cn.sihong.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backup holds: the last entry of its archive, so that one which was cut short has none.
 *
 * @param counts rows of each table and events of each topic, as {@link Stock} counts them
 * @param digests SHA-256 of each file by its path below {@code data/}
 */
record Manifest(SortedMap<String, Long> counts, SortedMap<String, String> digests) {

    static final String NAME = "MANIFEST";
    private static final String HEADING = "sihong-backup/1";

    Manifest {
        counts = new TreeMap<>(counts);
        digests = new TreeMap<>(digests);
    }

    String text() {
        var lines = new ArrayList<>(List.of(HEADING));
        counts.forEach((what, count) -> lines.add("count\t" + count + "\t" + what));
        digests.forEach((path, digest) -> lines.add("file\t" + digest + "\t" + path));
        return String.join("\n", lines) + "\n";
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException it is no manifest
     */
    static Manifest read(String text) {
        var lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADING)) {
            throw new IllegalArgumentException("no manifest");
        }
        var counts = new TreeMap<String, Long>();
        var digests = new TreeMap<String, String>();
        for (var line : lines.subList(1, lines.size())) {
            var fields = line.split("\t", 3);
            if (fields.length != 3) throw new IllegalArgumentException(line);
            switch (fields[0]) {
                case "count" -> counts.put(fields[2], Long.valueOf(fields[1]));
                case "file" -> digests.put(fields[2], fields[1]);
                default -> throw new IllegalArgumentException(line);
            }
        }
        return new Manifest(counts, digests);
    }

    /** The files that are not as they were when the backup was made, missing and added ones too. */
    List<String> differences(Map<String, String> found) {
        return differing(digests, found);
    }

    /** The tables and topics that hold another number than when the backup was made. */
    List<String> miscounted(Map<String, Long> found) {
        return differing(counts, found);
    }

    private static <T> List<String> differing(Map<String, T> expected, Map<String, T> found) {
        var names = new TreeMap<String, T>(expected);
        names.putAll(found);
        return names.keySet().stream()
                .filter(name -> {
                    var one = expected.get(name);
                    return one == null || !one.equals(found.get(name));
                })
                .toList();
    }
}
