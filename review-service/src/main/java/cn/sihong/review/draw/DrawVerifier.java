package cn.sihong.review.draw;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks a published draw sheet against the published commitment, line by line, as somebody would
 * who trusts neither the generator nor its classes. It shares no code with them: the text is all it
 * knows.
 */
public final class DrawVerifier {

    private final Map<String, String> rules = new LinkedHashMap<>();
    private final Map<String, String> unitOf = new LinkedHashMap<>();
    private final Map<String, Set<String>> judges = new TreeMap<>();
    private final Map<String, Set<String>> judged = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final StringBuilder committed = new StringBuilder();

    private DrawVerifier() {}

    /**
     * What is wrong with the sheet, in plain words; nothing if all is well.
     *
     * @param sheet the text of the draw sheet
     * @param commitment the hash that was published before the seed was known
     */
    public static List<String> faults(String sheet, String commitment) {
        var verifier = new DrawVerifier();
        sheet.lines().forEach(verifier::read);
        verifier.checkCommitment(commitment);
        verifier.checkRules();
        verifier.unitOf.keySet().forEach(verifier::checkSchool);
        return List.copyOf(verifier.faults);
    }

    private void read(String line) {
        var words = line.split(" ", -1);
        if (words.length < 3 && (words[0].equals("pair") || words[0].equals("school")))
            faults.add("not a line of a draw sheet: " + line);
        else if (words[0].equals("pair")) readPair(words);
        else if (words[0].equals("seed")) rules.put("seed", line);
        else {
            committed.append(line).append('\n');
            if (words[0].equals("school")) readSchool(words);
            else rules.put(words[0], line.substring(words[0].length()).strip());
        }
    }

    private void readSchool(String[] words) {
        if (unitOf.put(words[1], words[2]) != null) faults.add("listed twice: " + words[1]);
    }

    private void readPair(String[] words) {
        var from = words[1];
        var to = words[2];
        if (!unitOf.containsKey(from)) faults.add("not on the list: " + from);
        if (!unitOf.containsKey(to)) faults.add("not on the list: " + to);
        if (!judges.computeIfAbsent(to, school -> new HashSet<>()).add(from))
            faults.add("drawn twice: %s judges %s".formatted(from, to));
        judged.computeIfAbsent(from, school -> new HashSet<>()).add(to);
    }

    private void checkCommitment(String commitment) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(committed.toString().getBytes(StandardCharsets.UTF_8));
            if (!HexFormat.of().formatHex(hash).equals(commitment))
                faults.add("the list is not the one that was committed to");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void checkRules() {
        if (!rules.containsKey("sihong-draw/1")) faults.add("not a draw sheet");
        if (!rules.containsKey("seed")) faults.add("no seed");
        if (number("reviews-per-school") < 5) faults.add("fewer than five judges a school");
        if (number("reviewing-units-at-least") < 2) faults.add("fewer than two reviewing units");
    }

    private void checkSchool(String school) {
        var by = judges.getOrDefault(school, Set.of());
        var of = judged.getOrDefault(school, Set.of());
        int k = number("reviews-per-school");
        if (by.size() != k) faults.add("%s has %d judges".formatted(school, by.size()));
        if (of.size() != k) faults.add("%s judges %d schools".formatted(school, of.size()));
        var units = new HashSet<String>();
        for (var judge : by) {
            var unit = unitOf.getOrDefault(judge, "?");
            units.add(unit);
            if (unit.equals(unitOf.get(school)))
                faults.add("%s is judged by its own unit's %s".formatted(school, judge));
            if (of.contains(judge))
                faults.add("%s and %s judge each other".formatted(school, judge));
        }
        if (units.size() < number("reviewing-units-at-least"))
            faults.add("%s is judged by %d unit(s)".formatted(school, units.size()));
    }

    private int number(String rule) {
        try {
            return Integer.parseInt(rules.getOrDefault(rule, "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
