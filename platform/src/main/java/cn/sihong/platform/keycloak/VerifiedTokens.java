package cn.sihong.platform.keycloak;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import java.time.Clock;
import java.time.Duration;

/**
 * Tokens whose signature was looked at a moment ago. The gateway sends the same token with each
 * call of a person until it is renewed, and verifying it costs more than most calls. What was
 * refused is looked at each time; what was believed is believed for a minute at most, and never
 * past its end.
 */
final class VerifiedTokens implements JwtDecoder {

    static final Duration LONGEST = Duration.ofMinutes(1);

    private static final int MOST = 20_000;

    private final JwtDecoder decoder;
    private final Cache<String, Jwt> believed;

    VerifiedTokens(JwtDecoder decoder, Clock clock, Ticker ticker) {
        this.decoder = decoder;
        this.believed =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .ticker(ticker)
                        .expireAfter(Expiry.<String, Jwt>creating((_, jwt) -> left(jwt, clock)))
                        .build();
    }

    @Override
    public Jwt decode(String token) {
        return believed.get(token, decoder::decode);
    }

    private static Duration left(Jwt jwt, Clock clock) {
        var end = jwt.getExpiresAt();
        if (end == null) return Duration.ZERO;
        var left = Duration.between(clock.instant(), end);
        if (left.isNegative()) return Duration.ZERO;
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }
}
