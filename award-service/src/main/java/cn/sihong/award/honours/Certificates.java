package cn.sihong.award.honours;

import cn.sihong.award.honours.Honour.Certificate;
import cn.sihong.award.honours.Honour.Granted;
import cn.sihong.award.honours.Honour.Revoked;
import cn.sihong.award.honours.Honour.Valid;
import cn.sihong.award.register.Bureau;
import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Programme;
import cn.sihong.award.register.Programmes;
import cn.sihong.award.register.VerifyCode;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.reach.Reach;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Prints certificates, and answers whoever holds one. */
@Component
class Certificates {

    /** Compared where there is nothing to compare, so that each answer costs the same. */
    private static final String NOBODYS_CODE = "0".repeat(16);

    private static final int LONGEST_NUMBER = 40;

    private final Honours honours;
    private final Commendations commendations;
    private final Programmes programmes;
    private final Bureau bureau;
    private final Address address;
    private final CertificatePrinter printer;
    private final PdfSignature signature;
    private final PrintedCertificates prints;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Certificates(
            Honours honours,
            Commendations commendations,
            Programmes programmes,
            Bureau bureau,
            Address address,
            CertificatePrinter printer,
            PdfSignature signature,
            PrintedCertificates prints,
            TransactionTemplate transaction,
            Clock clock) {
        this.honours = honours;
        this.commendations = commendations;
        this.programmes = programmes;
        this.bureau = bureau;
        this.address = address;
        this.printer = printer;
        this.signature = signature;
        this.prints = prints;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where the public finds the platform; printed into each QR code. */
    @ConfigurationProperties("sihong")
    record Address(String publicUrl) {
        String verifying(String number, String code) {
            return "%s/verify?number=%s&code=%s"
                    .formatted(publicUrl, encoded(number), encoded(code));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** A printed certificate. */
    record Printed(String number, ByteArrayResource pdf) {}

    /** What stands behind a certificate that was checked. */
    record Found(
            Honour honour,
            Certificate certificate,
            Commendation commendation,
            Programme programme,
            Standing standing) {}

    /** Whether a certificate is still worth something. */
    enum Standing {
        VALID,
        EXPIRED,
        REVOKED
    }

    /**
     * The certificate of an honour within the reader's reach, printed and signed when it is first
     * asked for.
     */
    @Transactional
    public Printed print(Honour.Id id) {
        return switch (honours.find(id).orElseThrow(NoSuchHonour::new)) {
            case Granted _ -> throw new NotPossibleNow("下载证书", "证书尚未编号");
            case Revoked _ -> throw new NotPossibleNow("下载证书", "荣誉已撤销");
            case Valid valid ->
                    new Printed(
                            valid.certificate().number(), new ByteArrayResource(printed(valid)));
        };
    }

    private byte[] printed(Valid valid) {
        var id = valid.entry().id();
        var until = valid.certificate().validUntil();
        var kept = prints.find(id, until);
        if (kept.isPresent()) return kept.get();
        var face = face(valid);
        prints.keep(
                id,
                until,
                signature.sign(
                        printer.print(face),
                        face.issuer(),
                        face.sample() ? "样章/演示，不具效力" : "电子证书，" + face.number()));
        return prints.find(id, until).orElseThrow();
    }

    /**
     * What is behind a number and its code. Empty for a wrong number and for a wrong code alike,
     * after the same work: nobody learns which numbers exist. The public has no seat, so that this
     * one question is asked with the eyes of the system.
     */
    Optional<Found> check(String number, String code) {
        return Optional.ofNullable(
                Reach.everything()
                        .during(() -> transaction.execute(status -> found(number, code))));
    }

    private @Nullable Found found(String number, String code) {
        var honour = honours.withNumber(plain(number));
        var expected =
                honour.flatMap(Certificates::certificate)
                        .map(Certificate::code)
                        .orElse(NOBODYS_CODE);
        return VerifyCode.matches(code, expected) && honour.isPresent()
                ? found(honour.get())
                : null;
    }

    private @Nullable Found found(Honour honour) {
        return switch (honour) {
            case Granted _ -> null;
            case Valid valid ->
                    found(
                            valid,
                            valid.certificate(),
                            valid.expiredOn(
                                            LocalDate.ofInstant(
                                                    clock.instant(), WorkingDays.BEIJING))
                                    ? Standing.EXPIRED
                                    : Standing.VALID);
            case Revoked revoked -> found(revoked, revoked.certificate(), Standing.REVOKED);
        };
    }

    private Found found(Honour honour, Certificate certificate, Standing standing) {
        return new Found(
                honour,
                certificate,
                commendationOf(honour),
                programmes.get(honour.entry().programmeId()),
                standing);
    }

    private static Optional<Certificate> certificate(Honour honour) {
        return switch (honour) {
            case Granted _ -> Optional.empty();
            case Valid valid -> Optional.of(valid.certificate());
            case Revoked revoked -> Optional.of(revoked.certificate());
        };
    }

    /** What cannot be a number is asked for as the empty one. */
    private static String plain(String number) {
        return number.length() > LONGEST_NUMBER || number.indexOf(0) >= 0 ? "" : number.strip();
    }

    private Commendation commendationOf(Honour honour) {
        return commendations.find(honour.entry().commendationId()).orElseThrow();
    }

    private CertificateFace face(Valid honour) {
        var programme = programmes.get(honour.entry().programmeId());
        var commendation = commendationOf(honour);
        var certificate = honour.certificate();
        return new CertificateFace(
                programme.mode().certificate(),
                addressee(honour.entry()),
                "%s，经研究决定，%s，特发此证。"
                        .formatted(
                                merit(honour.entry(), programme.title()),
                                programme.mode().bestows(honour.entry().categoryName())),
                honour.entry().categoryName(),
                bureau.name(),
                commendation.documentNumber(),
                commendation.issuedOn(),
                certificate.number(),
                VerifyCode.grouped(certificate.code()),
                certificate.validUntil(),
                address.verifying(certificate.number(), certificate.code()),
                programme.demonstration());
    }

    private static String addressee(Honour.Entry entry) {
        return entry.category().equals(Candidate.OUTSTANDING_MEMBER)
                ? "%s %s同志".formatted(entry.schoolName(), entry.title())
                : entry.schoolName();
    }

    private static String merit(Honour.Entry entry, String programme) {
        return switch (entry.category()) {
            case Candidate.OUTSTANDING_SCHOOL -> "你校在“%s”中发挥作用突出".formatted(programme);
            case Candidate.OUTSTANDING_MEMBER -> "你在“%s”中发挥作用突出".formatted(programme);
            default -> "你单位申报的“%s”，在“%s”中成绩突出".formatted(entry.title(), programme);
        };
    }
}
