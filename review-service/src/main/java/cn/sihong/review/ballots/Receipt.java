package cn.sihong.review.ballots;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a voter keeps: {@code 7K2M-0QXF-9A3D-WT4R-…}. It stands in the published list when the
 * ballot was counted, and says nothing of what was voted, so that it proves nothing to a buyer of
 * votes. Anybody who has the token can compute it: the first 120 bits of the SHA-256 of {@code
 * sihong-receipt} and the token's message.
 */
record Receipt(String value) {

    private static final int GROUPS = 6;

    static Receipt of(Token token) {
        var letters =
                Crockford.letters(
                        Sha256.of("sihong-receipt".getBytes(US_ASCII), token.prepared()),
                        GROUPS * 4);
        return new Receipt(
                IntStream.range(0, GROUPS)
                        .mapToObj(group -> letters.substring(group * 4, group * 4 + 4))
                        .collect(Collectors.joining("-")));
    }
}
