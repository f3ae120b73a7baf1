package cn.sihong.review.draw;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What is fixed before the seed is known: who takes part, under which rules, who must not meet, and
 * where the seed will come from.
 *
 * @param k how many schools judge each school, and how many each judges
 * @param seedSource the announced source of the seed, so that nobody can choose one
 * @param schools kept in the order of their ids as text
 * @param conflicts pairs that must not judge each other either way (回避); kept with the lesser id
 *     first, in order, and only between schools that take part
 * @param lastYear who judged whom in the round before, which is not repeated; in order, and only
 *     between schools that take part
 */
public record DrawList(
        UUID programmeId,
        int k,
        String seedSource,
        List<School> schools,
        List<Conflict> conflicts,
        List<Pair> lastYear) {

    private static final String HEAD = "sihong-draw/2";

    /** A school and the unit whose schools must not judge it. */
    public record School(UUID id, UUID unitId) {}

    /** Two schools that must not judge each other. */
    public record Conflict(UUID one, UUID other) {
        public Conflict {
            if (one.toString().compareTo(other.toString()) > 0) {
                var greater = one;
                one = other;
                other = greater;
            }
        }
    }

    public DrawList {
        seedSource = oneLine(seedSource);
        schools = schools.stream().sorted(comparing(school -> school.id().toString())).toList();
        var takePart = new HashSet<UUID>();
        for (var school : schools)
            if (!takePart.add(school.id()))
                throw new IllegalArgumentException("a school is listed twice");
        conflicts =
                conflicts.stream()
                        .filter(it -> takePart.contains(it.one()) && takePart.contains(it.other()))
                        .distinct()
                        .sorted(
                                comparing((Conflict it) -> it.one().toString())
                                        .thenComparing(it -> it.other().toString()))
                        .toList();
        lastYear =
                lastYear.stream()
                        .filter(it ->
                                takePart.contains(it.reviewing()) && takePart.contains(it.judged()))
                        .distinct()
                        .sorted(Pair.IN_ORDER)
                        .toList();
    }

    /** A list in which nobody knows anybody. */
    public DrawList(UUID programmeId, int k, String seedSource, List<School> schools) {
        this(programmeId, k, seedSource, schools, List.of(), List.of());
    }

    /** The same list without some of its rules; to find out which one binds. */
    DrawList with(List<Conflict> fewerConflicts, List<Pair> fewerLastYear) {
        return new DrawList(programmeId, k, seedSource, schools, fewerConflicts, fewerLastYear);
    }

    /** The one text of this list, line by line; what is hashed and published. */
    public String canonical() {
        var text = new StringBuilder();
        lines(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** SHA-256 of the canonical text in UTF-8, hexadecimal. */
    public String commitment() {
        return Sha256.hexOfLines(this::lines);
    }

    /** Each line of the canonical text. */
    void lines(Consumer<String> to) {
        to.accept(HEAD);
        to.accept("programme " + programmeId);
        to.accept("reviews-per-school " + k);
        to.accept("reviewing-units-at-least " + DrawRule.REVIEWING_UNITS);
        to.accept("rules not-own-unit not-reciprocal equal-load no-conflict not-last-year");
        to.accept("seed-source " + seedSource);
        for (var school : schools) to.accept("school " + school.id() + ' ' + school.unitId());
        for (var conflict : conflicts)
            to.accept("conflict " + conflict.one() + ' ' + conflict.other());
        for (var pair : lastYear) to.accept("last-year " + pair.reviewing() + ' ' + pair.judged());
    }

    /** Reads a canonical text back. */
    public static DrawList parse(String canonical) {
        var head = canonical.lines().limit(6).toList();
        if (!head.getFirst().equals(HEAD)) throw new IllegalArgumentException(head.getFirst());
        var schools = new ArrayList<School>();
        var conflicts = new ArrayList<Conflict>();
        var lastYear = new ArrayList<Pair>();
        canonical
                .lines()
                .skip(6)
                .forEach(line -> {
                    var words = line.split(" ", -1);
                    var one = UUID.fromString(words[1]);
                    var other = UUID.fromString(words[2]);
                    switch (words[0]) {
                        case "school" -> schools.add(new School(one, other));
                        case "conflict" -> conflicts.add(new Conflict(one, other));
                        case "last-year" -> lastYear.add(new Pair(one, other));
                        default -> throw new IllegalArgumentException(line);
                    }
                });
        return new DrawList(
                UUID.fromString(value(head.get(1))),
                Integer.parseInt(value(head.get(2))),
                value(head.get(5)),
                schools,
                conflicts,
                lastYear);
    }

    /** The place of each school in the list. */
    Map<UUID, Integer> places() {
        var places = HashMap.<UUID, Integer>newHashMap(schools.size());
        for (var school : schools) places.put(school.id(), places.size());
        return places;
    }

    /** The unit of each school by number, in the order of the list. */
    int[] units() {
        var numbers = new HashMap<UUID, Integer>();
        return schools.stream()
                .mapToInt(
                        school -> numbers.computeIfAbsent(school.unitId(), unit -> numbers.size()))
                .toArray();
    }

    /** Typed text as it stands in a line of a published text. */
    static String oneLine(String typed) {
        return typed.strip().replaceAll("\\s+", " ");
    }

    private static String value(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }
}
