package cn.sihong.review.scoresheets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes out of a text what tells whose it is: the names of the school and its units, in full and
 * without the district before them. Who reads closely may still guess; what the system knows, it
 * does not tell.
 */
final class Blinding {

    private static final String SOMEBODY = "某校";
    private static final Pattern DISTRICT = Pattern.compile("^.{1,8}?(?:自治区|省|市|区|县|镇|街道)");

    /** Shorter names are words of the language. */
    private static final int SHORTEST = 3;

    private final List<String> names;

    private Blinding(List<String> names) {
        this.names = names;
    }

    /** Blinds these names. */
    static Blinding of(Collection<String> names) {
        return new Blinding(
                names.stream()
                        .flatMap(name ->
                                Stream.iterate(
                                        name,
                                        it -> it.codePointCount(0, it.length()) >= SHORTEST,
                                        Blinding::withoutDistrict))
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList());
    }

    String of(String text) {
        var blind = text;
        for (var name : names) blind = blind.replace(name, SOMEBODY);
        return blind;
    }

    /** By what a blind reader calls a paper; says nothing of where it comes from. */
    static String alias(UUID round, UUID subject) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest((round + " " + subject).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(hash, 0, 3);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withoutDistrict(String name) {
        var rest = DISTRICT.matcher(name).replaceFirst("");
        return rest.equals(name) ? "" : rest;
    }
}
