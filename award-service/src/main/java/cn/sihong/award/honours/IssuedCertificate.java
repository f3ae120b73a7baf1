package cn.sihong.award.honours;

import cn.sihong.award.honours.Honour.Certificate;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A certificate that is out in the world, with what may be told of it to whoever holds it.
 *
 * @param revokedOn the day on which the honour was taken back; null while it stands
 * @param demonstration it says of itself that it is a sample
 */
record IssuedCertificate(
        Certificate certificate,
        @Nullable LocalDate revokedOn,
        String category,
        String categoryName,
        String title,
        String schoolName,
        String programmeTitle,
        boolean demonstration,
        String documentNumber,
        LocalDate issuedOn) {

    /** Whether a certificate is still worth something. */
    enum Standing {
        VALID,
        EXPIRED,
        /** It was granted, and taken back. */
        REVOKED
    }

    Standing standingOn(LocalDate day) {
        if (revokedOn != null) return Standing.REVOKED;
        return certificate.expiredOn(day) ? Standing.EXPIRED : Standing.VALID;
    }
}
