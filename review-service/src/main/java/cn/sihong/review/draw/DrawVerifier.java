package cn.sihong.review.draw;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a published draw sheet against the published commitment, line by line, as somebody would
 * who trusts neither the generator nor its classes. It shares no code with them: the texts are all
 * it knows.
 *
 * <p>As a program: {@code java DrawVerifier.java COMMITMENT SHEET [REPLACEMENT …]}, each a file but
 * the first; this one source file is enough.
 */
public final class DrawVerifier {

    private static final int BURDEN = 3;

    private final Map<String, String> rules = new LinkedHashMap<>();
    private final Map<String, String> unitOf = new LinkedHashMap<>();
    private final Map<String, Set<String>> judges = new HashMap<>();
    private final Map<String, Set<String>> judged = new HashMap<>();
    private final Map<String, Set<String>> conflicts = new HashMap<>();
    private final Map<String, Set<String>> lastYear = new HashMap<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final Set<String> excused = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final MessageDigest committed = sha256();
    private final Set<String> scored = new HashSet<>();
    private int replacements;

    private DrawVerifier() {}

    /** Prints what is wrong, and ends with 1 if anything is. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("java DrawVerifier.java COMMITMENT SHEET [REPLACEMENT …]");
            System.exit(2);
        }
        var texts = new ArrayList<String>();
        for (int i = 1; i < arguments.length; i++)
            texts.add(Files.readString(Path.of(arguments[i])));
        var faults = faults(texts.getFirst(), arguments[0].strip(), texts.subList(1, texts.size()));
        faults.forEach(System.out::println);
        System.out.println(
                faults.isEmpty()
                        ? "抽签单与承诺一致，全部规则均已遵守。"
                        : "发现 %d 处问题，抽签单不能采信。".formatted(faults.size()));
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    /**
     * What is wrong with the sheet, in plain words; nothing if all is well.
     *
     * @param sheet the text of the draw sheet
     * @param commitment the hash that was published before the seed was known
     */
    public static List<String> faults(String sheet, String commitment) {
        return faults(sheet, commitment, List.of());
    }

    /**
     * What is wrong with the sheet or with how it was mended afterwards.
     *
     * @param replacements the texts of all replacements, the oldest first
     */
    public static List<String> faults(String sheet, String commitment, List<String> replacements) {
        var verifier = new DrawVerifier();
        sheet.lines().forEach(verifier::read);
        verifier.checkCommitment(commitment);
        verifier.checkRules();
        verifier.unitOf.keySet().forEach(verifier::checkSchool);
        var before = sheet;
        for (var replacement : replacements) {
            verifier.replacements++;
            verifier.replace(before, replacement);
            verifier.unitOf.keySet().forEach(verifier::checkSchool);
            before = replacement;
        }
        return List.copyOf(verifier.faults);
    }

    private void read(String line) {
        var words = line.split(" ", -1);
        if (words[0].equals("pair")) {
            if (isTwo(words, line)) readPair(words[1], words[2]);
            return;
        }
        if (words[0].equals("seed")) {
            rules.put("seed", line);
            return;
        }
        committed.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        switch (words[0]) {
            case "school" -> {
                if (isTwo(words, line) && unitOf.put(words[1], words[2]) != null)
                    faults.add("listed twice: " + words[1]);
            }
            case "conflict" -> {
                if (isTwo(words, line)) readConflict(words[1], words[2]);
            }
            case "last-year" -> {
                if (isTwo(words, line)) of(lastYear, words[1]).add(words[2]);
            }
            default -> rules.put(words[0], line.substring(words[0].length()).strip());
        }
    }

    private boolean isTwo(String[] words, String line) {
        if (words.length == 3) return true;
        faults.add("not a line of a draw sheet: " + line);
        return false;
    }

    private void readConflict(String one, String other) {
        of(conflicts, one).add(other);
        of(conflicts, other).add(one);
    }

    private void readPair(String from, String to) {
        if (!unitOf.containsKey(from)) faults.add("not on the list: " + from);
        if (!unitOf.containsKey(to)) faults.add("not on the list: " + to);
        if (!of(judges, to).add(from)) faults.add("drawn twice: %s judges %s".formatted(from, to));
        of(judged, from).add(to);
    }

    private void readGone(String from, String to) {
        boolean was = of(judges, to).remove(from);
        of(judged, from).remove(to);
        if (!was) faults.add("gone, and never was: %s judges %s".formatted(from, to));
    }

    private void replace(String before, String text) {
        scored.clear();
        for (var line : text.lines().toList()) {
            var words = line.split(" ", -1);
            switch (words[0]) {
                case "sihong-replacement/1" -> {}
                case "of" -> {
                    if (!words[words.length - 1].equals(hash(before)))
                        faults.add("replacement %d follows another sheet".formatted(replacements));
                }
                case "withdrawn" -> withdrawn.add(words[words.length - 1]);
                case "excused" -> excused.add(words[words.length - 1]);
                case "conflict" -> {
                    if (isTwo(words, line)) readConflict(words[1], words[2]);
                }
                case "scored" -> {
                    if (isTwo(words, line)) scored.add(words[1] + ' ' + words[2]);
                }
                case "gone" -> {
                    if (isTwo(words, line)) readGone(words[1], words[2]);
                }
                case "new" -> {
                    if (isTwo(words, line)) readPair(words[1], words[2]);
                }
                default -> faults.add("not a line of a replacement: " + line);
            }
        }
        for (var pair : scored) {
            var words = pair.split(" ", -1);
            if (!of(judges, words[1]).contains(words[0]))
                faults.add("%s has scored %s, and was taken off".formatted(words[0], words[1]));
        }
    }

    private void checkCommitment(String commitment) {
        if (!HexFormat.of().formatHex(committed.digest()).equals(commitment))
            faults.add("the list is not the one that was committed to");
    }

    private void checkRules() {
        if (!rules.containsKey("sihong-draw/2")) faults.add("not a draw sheet");
        if (!rules.containsKey("seed")) faults.add("no seed");
        if (number("reviews-per-school") < 5) faults.add("fewer than five judges a school");
        if (number("reviewing-units-at-least") < 2) faults.add("fewer than two reviewing units");
    }

    private void checkSchool(String school) {
        if (withdrawn.contains(school)) return;
        var by = judges.getOrDefault(school, Set.of());
        var of = judged.getOrDefault(school, Set.of());
        int k = number("reviews-per-school");
        if (by.size() != k) faults.add("%s has %d judges".formatted(school, by.size()));
        // where somebody dropped out, others are burdened a little more, and some have a gap
        if (replacements == 0 ? of.size() != k : of.size() > k + BURDEN)
            faults.add("%s judges %d schools".formatted(school, of.size()));
        var units = new HashSet<String>();
        for (var judge : by) {
            var unit = unitOf.getOrDefault(judge, "?");
            units.add(unit);
            if (unit.equals(unitOf.get(school)))
                faults.add("%s is judged by its own unit's %s".formatted(school, judge));
            if (of.contains(judge))
                faults.add("%s and %s judge each other".formatted(school, judge));
            if (conflicts.getOrDefault(school, Set.of()).contains(judge)
                    && !scored.contains(judge + ' ' + school))
                faults.add("%s is judged by %s in spite of a conflict".formatted(school, judge));
            if (lastYear.getOrDefault(judge, Set.of()).contains(school))
                faults.add("%s was judged by %s last year".formatted(school, judge));
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

    private static Set<String> of(Map<String, Set<String>> sets, String key) {
        return sets.computeIfAbsent(key, school -> new HashSet<>());
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
