package cn.sihong.review.draw;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * What is fixed before the seed is known: who takes part, under which rules, and where the seed
 * will come from.
 *
 * @param k how many schools judge each school, and how many each judges
 * @param seedSource the announced source of the seed, so that nobody can choose one
 * @param schools kept in the order of their ids as text
 */
public record DrawList(UUID programmeId, int k, String seedSource, List<School> schools) {

    private static final String HEAD = "sihong-draw/1";

    /** A school and the unit whose schools must not judge it. */
    public record School(UUID id, UUID unitId) {}

    public DrawList {
        seedSource = oneLine(seedSource);
        schools = schools.stream().sorted(comparing(school -> school.id().toString())).toList();
        if (new HashSet<>(schools.stream().map(School::id).toList()).size() != schools.size())
            throw new IllegalArgumentException("a school is listed twice");
    }

    /** The one text of this list, line by line; what is hashed and published. */
    public String canonical() {
        var lines = new ArrayList<String>();
        lines.add(HEAD);
        lines.add("programme " + programmeId);
        lines.add("reviews-per-school " + k);
        lines.add("reviewing-units-at-least " + DrawRule.REVIEWING_UNITS);
        lines.add("rules not-own-unit not-reciprocal equal-load");
        lines.add("seed-source " + seedSource);
        for (var school : schools)
            lines.add("school %s %s".formatted(school.id(), school.unitId()));
        return String.join("\n", lines) + "\n";
    }

    /** SHA-256 of the canonical text in UTF-8, hexadecimal. */
    public String commitment() {
        return Sha256.hex(canonical());
    }

    /** Reads a canonical text back. */
    public static DrawList parse(String canonical) {
        var lines = canonical.lines().toList();
        if (!lines.getFirst().equals(HEAD)) throw new IllegalArgumentException(lines.getFirst());
        return new DrawList(
                UUID.fromString(value(lines.get(1))),
                Integer.parseInt(value(lines.get(2))),
                value(lines.get(5)),
                lines.stream().skip(6).map(DrawList::school).toList());
    }

    /** Typed text as it stands in a line of a published text. */
    static String oneLine(String typed) {
        return typed.strip().replaceAll("\\s+", " ");
    }

    private static School school(String line) {
        var words = line.split(" ", -1);
        return new School(UUID.fromString(words[1]), UUID.fromString(words[2]));
    }

    private static String value(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }
}
