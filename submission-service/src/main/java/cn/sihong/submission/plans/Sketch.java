package cn.sihong.submission.plans;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A plan reduced to what its likeness to another can be told from, and nothing else: for each of
 * many ways to mix hashes, the smallest hash of its shingles of five characters (MinHash). The
 * share of equal places estimates the share of text that two plans have in common; no text can be
 * read back. Shingles know no words and need no dictionary, and punctuation and spaces do not
 * count.
 */
record Sketch(List<Integer> places) {

    /** So many places put the estimate within about 9 points, which is enough for advice. */
    static final int PLACES = 128;

    private static final int SHINGLE = 5;

    static Sketch of(Content content) {
        return of(
                Stream.of(
                                content.ideology(),
                                content.organisation(),
                                content.institution(),
                                content.team(),
                                content.integrity(),
                                content.highlights(),
                                content.brandMeaning(),
                                content.brandCarrier(),
                                content.brandMethod(),
                                content.brandEffect())
                        .toList());
    }

    Sketch {
        places = List.copyOf(places);
    }

    private static Sketch of(List<String> texts) {
        var shingles = texts.stream().flatMapToInt(Sketch::shingles).distinct().toArray();
        return new Sketch(
                IntStream.range(0, PLACES)
                        .map(place ->
                                Arrays.stream(shingles)
                                        .map(shingle -> mixed(shingle, place))
                                        .min()
                                        .orElse(Integer.MAX_VALUE))
                        .boxed()
                        .toList());
    }

    private static IntStream shingles(String text) {
        var letters = text.codePoints().filter(Character::isLetterOrDigit).toArray();
        return IntStream.rangeClosed(0, letters.length - SHINGLE)
                .map(at -> Arrays.hashCode(Arrays.copyOfRange(letters, at, at + SHINGLE)));
    }

    /** The finaliser of MurmurHash3, seeded: neighbours must not stay neighbours. */
    private static int mixed(int shingle, int place) {
        int h = shingle ^ (place * 0x9E3779B9);
        h = (h ^ (h >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }

    /** Nothing was written yet. */
    boolean isBlank() {
        return places.getFirst() == Integer.MAX_VALUE;
    }

    /** The share of text that both have in common, in percent, as an estimate. */
    int likeness(Sketch other) {
        long equal =
                IntStream.range(0, PLACES)
                        .filter(i -> places.get(i).equals(other.places.get(i)))
                        .count();
        return (int) Math.round(100.0 * equal / PLACES);
    }
}
