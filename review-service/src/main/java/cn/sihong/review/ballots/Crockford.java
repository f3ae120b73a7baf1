package cn.sihong.review.ballots;

import java.util.Locale;

/** Base 32 without letters that people confuse. */
final class Crockford {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Crockford() {}

    /** The first letters of some bytes, five bits each. */
    static String letters(byte[] bytes, int count) {
        var letters = new StringBuilder(count);
        for (int i = 0; i < count; i++) letters.append(ALPHABET.charAt(fiveBits(bytes, i * 5)));
        return letters.toString();
    }

    /** As it was meant: whatever the case, with or without hyphens, O for 0 and I or L for 1. */
    static String read(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static int fiveBits(byte[] bytes, int from) {
        int value = 0;
        for (int bit = from; bit < from + 5; bit++)
            value = (value << 1) | ((bytes[bit / 8] >> (7 - bit % 8)) & 1);
        return value;
    }
}
