package cn.sihong.platform.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

class VerifiedTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void aTokenIsLookedAtOnceAMinute() {
        var tokens = tokensEndingAfter(Duration.ofMinutes(5));

        tokens.decode("one");
        tokens.decode("one");
        assertThat(looks).hasValue(1);
        tokens.decode("another");
        assertThat(looks).hasValue(2);
        nanos.addAndGet(VerifiedTokens.LONGEST.toNanos());
        tokens.decode("one");
        assertThat(looks).hasValue(3);
    }

    @Test
    void nobodyIsBelievedPastTheEndOfTheToken() {
        var tokens = tokensEndingAfter(Duration.ofSeconds(10));

        tokens.decode("one");
        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        tokens.decode("one");
        assertThat(looks).hasValue(1);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        tokens.decode("one");
        assertThat(looks).hasValue(2);
    }

    @Test
    void whatWasRefusedIsLookedAtAgain() {
        var tokens =
                new VerifiedTokens(
                        token -> {
                            looks.incrementAndGet();
                            throw new BadJwtException("forged");
                        },
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        nanos::get);

        for (int i = 0; i < 2; i++)
            assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThat(looks).hasValue(2);
    }

    private VerifiedTokens tokensEndingAfter(Duration left) {
        return new VerifiedTokens(
                token -> {
                    looks.incrementAndGet();
                    return Jwt.withTokenValue(token)
                            .header("alg", "RS256")
                            .subject("somebody")
                            .expiresAt(NOW.plus(left))
                            .build();
                },
                Clock.fixed(NOW, ZoneOffset.UTC),
                nanos::get);
    }
}
