package cn.sihong.award.honours;

import java.time.LocalDate;

/**
 * All that stands on a certificate.
 *
 * @param heading 荣誉证书, or what the programme's mode allows to say
 * @param code in groups of four, for those who type it
 * @param link what the QR code leads to
 * @param sample whether it has to say that it is a sample
 */
record CertificateFace(
        String heading,
        String addressee,
        String sentence,
        String categoryName,
        String issuer,
        String documentNumber,
        LocalDate issuedOn,
        String number,
        String code,
        LocalDate validUntil,
        String link,
        boolean sample) {}
