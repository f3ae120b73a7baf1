package cn.sihong.review.draw;

import java.util.Comparator;
import java.util.UUID;

/** One school judges another. */
public record Pair(UUID reviewing, UUID judged) {

    /** In the order of the ids as text, which is the order of every published sheet. */
    static final Comparator<Pair> IN_ORDER =
            Comparator.comparing((Pair pair) -> pair.reviewing().toString())
                    .thenComparing(pair -> pair.judged().toString());
}
