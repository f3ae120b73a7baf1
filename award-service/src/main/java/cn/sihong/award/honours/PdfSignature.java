package cn.sihong.award.honours;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.springframework.stereotype.Component;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;

/**
 * Signs a PDF as PAdES baseline B (ETSI EN 319 142-1): a detached CMS over the whole file that
 * names its certificate by digest. It shows no picture of a seal.
 */
@Component
class PdfSignature {

    private final SigningKey keys;
    private final Clock clock;

    PdfSignature(SigningKey keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    byte[] sign(byte[] pdf, String name, String reason) {
        var pair = keys.get();
        try (var document = Loader.loadPDF(pdf);
                var bytes = new ByteArrayOutputStream(pdf.length + 16_384)) {
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setName(name);
            signature.setReason(reason);
            signature.setSignDate(
                    GregorianCalendar.from(
                            ZonedDateTime.ofInstant(
                                    clock.instant(),
                                    cn.sihong.platform.calendar.WorkingDays.BEIJING)));
            document.addSignature(signature, content -> signed(content, pair));
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] signed(InputStream content, SigningKey.Pair pair) throws IOException {
        try {
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(
                                    new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(withoutTime(namedBy(pair)))
                            .build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(pair.key()),
                                    new JcaX509CertificateHolder(pair.certificate())));
            generator.addCertificates(new JcaCertStore(List.of(pair.certificate())));
            return generator
                    .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IOException(e);
        }
    }

    /** The time stands in the PDF's dictionary; PAdES wants none in the CMS. */
    private static CMSAttributeTableGenerator withoutTime(AttributeTable named) {
        return parameters ->
                new DefaultSignedAttributeTableGenerator(named)
                        .getAttributes(parameters)
                        .remove(CMSAttributes.signingTime);
    }

    /** ESS signing-certificate-v2, without which it would be a CMS but no PAdES. */
    private static AttributeTable namedBy(SigningKey.Pair pair) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(pair.certificate().getEncoded());
        var attributes = new ASN1EncodableVector();
        attributes.add(
                new Attribute(
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest)))));
        return new AttributeTable(attributes);
    }
}
