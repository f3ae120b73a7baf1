package cn.sihong.award.honours;

import cn.sihong.award.honours.Honour.Granted;
import cn.sihong.award.honours.Honour.Revoked;
import cn.sihong.award.honours.Honour.Valid;
import cn.sihong.award.register.Bureau;
import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Programmes;
import cn.sihong.award.register.VerifyCode;
import cn.sihong.platform.problem.NotPossibleNow;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Prints certificates. */
@Component
class Certificates {

    private final Honours honours;
    private final Commendations commendations;
    private final Programmes programmes;
    private final Bureau bureau;
    private final Address address;
    private final CertificatePrinter printer;
    private final PdfSignature signature;
    private final PrintedCertificates prints;

    Certificates(
            Honours honours,
            Commendations commendations,
            Programmes programmes,
            Bureau bureau,
            Address address,
            CertificatePrinter printer,
            PdfSignature signature,
            PrintedCertificates prints) {
        this.honours = honours;
        this.commendations = commendations;
        this.programmes = programmes;
        this.bureau = bureau;
        this.address = address;
        this.printer = printer;
        this.signature = signature;
        this.prints = prints;
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
