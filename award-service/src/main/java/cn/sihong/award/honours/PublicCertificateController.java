package cn.sihong.award.honours;

import cn.sihong.award.register.Bureau;
import cn.sihong.platform.calendar.WorkingDays;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;

/** Open to everybody, without signing in. */
@RestController
class PublicCertificateController {

    private final CertificateChecks checks;
    private final Bureau bureau;
    private final Clock clock;

    PublicCertificateController(CertificateChecks checks, Bureau bureau, Clock clock) {
        this.checks = checks;
        this.bureau = bureau;
        this.clock = clock;
    }

    enum Status {
        VALID,
        EXPIRED,
        /** It was granted, and taken back. */
        REVOKED,
        /** No such number, or not with this code. */
        UNKNOWN
    }

    /** Everything but the status is absent when the status is unknown. */
    record Answer(
            Status status,
            @Nullable String number,
            @Nullable String category,
            @Nullable String categoryName,
            @Nullable String title,
            @Nullable String schoolName,
            @Nullable String programmeTitle,
            @Nullable String documentNumber,
            @Nullable String issuer,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate revokedOn,
            @Nullable Boolean demonstration) {

        static final Answer UNKNOWN =
                new Answer(
                        Status.UNKNOWN,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);

        static Answer of(IssuedCertificate issued, LocalDate today, Bureau bureau) {
            var certificate = issued.certificate();
            return new Answer(
                    Status.valueOf(issued.standingOn(today).name()),
                    certificate.number(),
                    issued.category(),
                    issued.categoryName(),
                    issued.title(),
                    issued.schoolName(),
                    issued.programmeTitle(),
                    issued.documentNumber(),
                    bureau.name(),
                    issued.issuedOn(),
                    certificate.validUntil(),
                    issued.revokedOn(),
                    issued.demonstration());
        }
    }

    /** Not kept by anything in between: what is valid now may not be tomorrow. */
    @GetMapping("/api/public/certificates/{number}")
    ResponseEntity<Answer> check(
            @PathVariable String number, @RequestParam(defaultValue = "") String code) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingDays.BEIJING);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        checks.check(number, code)
                                .map(issued -> Answer.of(issued, today, bureau))
                                .orElse(Answer.UNKNOWN));
    }
}
