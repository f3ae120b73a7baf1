package cn.sihong.platform.outbox;

import java.security.SecureRandom;
import java.util.UUID;

/** Ids that sort by the time they were made (UUID version 7), so that indexes grow at one end. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        long time = System.currentTimeMillis() << 16;
        long version = 0x7000L | (RANDOM.nextInt() & 0x0FFF);
        long variant = 0x8000_0000_0000_0000L | (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(time | version, variant);
    }
}
