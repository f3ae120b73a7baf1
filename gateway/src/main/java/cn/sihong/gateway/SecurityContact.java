package cn.sihong.gateway;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Where to say that something here is not safe (RFC 9116). An installation that named nobody has no
 * such file, rather than one that leads nowhere.
 */
@RestController
class SecurityContact {

    /** Read again each time, it never lapses while somebody is named. */
    private static final Period GOOD_FOR = Period.ofDays(180);

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Settings settings;
    private final Clock clock;

    SecurityContact(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/.well-known/security.txt")
    ResponseEntity<String> file() {
        if (settings.securityContact().isBlank()) return ResponseEntity.notFound().build();
        var expires =
                clock.instant()
                        .atOffset(ZoneOffset.UTC)
                        .plus(GOOD_FOR)
                        .truncatedTo(ChronoUnit.DAYS)
                        .toInstant();
        return ResponseEntity.ok()
                .contentType(TEXT)
                .body(
                        """
                        Contact: %s
                        Expires: %s
                        Preferred-Languages: zh, en
                        Canonical: %s/.well-known/security.txt
                        """
                                .formatted(
                                        settings.securityContact(), expires, settings.publicUrl()));
    }
}
