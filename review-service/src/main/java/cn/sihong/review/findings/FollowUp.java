package cn.sihong.review.findings;

import static java.util.Comparator.comparing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A second look (回头看) at a sample of what was closed. The list and the source of the seed are
 * announced before the seed is known, so that nobody chooses whom to look at.
 */
sealed interface FollowUp {

    Plan plan();

    long version();

    /**
     * What was announced.
     *
     * @param list the closed findings, in the order of their ids
     * @param size how many of them are looked at
     * @param seedSource where the seed will come from, {@code 12月1日福彩3D开奖号码}
     */
    record Plan(
            UUID id,
            UUID programmeId,
            List<UUID> list,
            int size,
            String seedSource,
            Instant announcedAt) {
        public Plan {
            list = List.copyOf(list);
        }
    }

    /** The list is fixed, the seed is not known yet. */
    record Announced(Plan plan, long version) implements FollowUp {
        Drawn draw(String seed, Instant at) {
            return new Drawn(plan, version, seed, sample(plan.list(), plan.size(), seed), at);
        }
    }

    /** The seed is known, and so is the sample. */
    record Drawn(Plan plan, long version, String seed, List<UUID> sample, Instant at)
            implements FollowUp {
        public Drawn {
            sample = List.copyOf(sample);
        }
    }

    /**
     * Those whose SHA-256 of {@code seed + "\n" + id} in hex comes first: anybody can do that with
     * the list, the seed and a command line.
     */
    static List<UUID> sample(List<UUID> list, int size, String seed) {
        return list.stream()
                .sorted(comparing((UUID id) -> hash(seed + "\n" + id)))
                .limit(size)
                .toList();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
