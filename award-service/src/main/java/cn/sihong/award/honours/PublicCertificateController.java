package cn.sihong.award.honours;

import cn.sihong.award.register.Bureau;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;

/** Open to everybody, without signing in. */
@RestController
class PublicCertificateController {

    private final Certificates certificates;
    private final Bureau bureau;

    PublicCertificateController(Certificates certificates, Bureau bureau) {
        this.certificates = certificates;
        this.bureau = bureau;
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

        static Answer of(Certificates.Found found, Bureau bureau) {
            var entry = found.honour().entry();
            var certificate = found.certificate();
            return new Answer(
                    Status.valueOf(found.standing().name()),
                    certificate.number(),
                    entry.category(),
                    entry.categoryName(),
                    entry.title(),
                    entry.schoolName(),
                    found.programme().title(),
                    found.commendation().documentNumber(),
                    bureau.name(),
                    found.commendation().issuedOn(),
                    certificate.validUntil(),
                    found.honour() instanceof Honour.Revoked revoked
                            ? revoked.revocation().on()
                            : null,
                    found.programme().demonstration());
        }
    }

    /** Not kept by anything in between: what is valid now may not be tomorrow. */
    @GetMapping("/api/public/certificates/{number}")
    ResponseEntity<Answer> check(
            @PathVariable String number, @RequestParam(defaultValue = "") String code) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        certificates
                                .check(number, code)
                                .map(found -> Answer.of(found, bureau))
                                .orElse(Answer.UNKNOWN));
    }
}
