package cn.sihong.review.draw;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * Chance that anybody can make again with a hash function alone: block n is SHA-256 of the key
 * followed by n as eight bytes (big-endian), read as four unsigned 64-bit numbers; n counts from 0.
 */
final class SeededRandom {

    private static final int NUMBERS_IN_A_BLOCK = 4;

    private final MessageDigest digest = Sha256.digest();
    private final byte[] key;
    private final ByteBuffer counter = ByteBuffer.allocate(Long.BYTES);
    private ByteBuffer block = ByteBuffer.allocate(0);
    private long blocks;

    SeededRandom(byte[] key) {
        this.key = key.clone();
    }

    /**
     * A whole number from 0 to bound − 1, each as likely: numbers from the last incomplete run of
     * {@code bound} are thrown away.
     */
    int below(int bound) {
        long number = next();
        long end = -Long.remainderUnsigned(-bound, bound); // 2^64 − 2^64 mod bound, or 0 for 2^64
        while (end != 0 && Long.compareUnsigned(number, end) >= 0) number = next();
        return (int) Long.remainderUnsigned(number, bound);
    }

    /** Fisher–Yates, from the last place down. */
    void shuffle(int[] numbers) {
        for (int last = numbers.length - 1; last > 0; last--) {
            int other = below(last + 1);
            int kept = numbers[last];
            numbers[last] = numbers[other];
            numbers[other] = kept;
        }
    }

    private long next() {
        if (!block.hasRemaining()) {
            digest.update(key);
            block = ByteBuffer.wrap(digest.digest(counter.putLong(0, blocks++).array()));
            assert block.remaining() == NUMBERS_IN_A_BLOCK * Long.BYTES;
        }
        return block.getLong();
    }
}
