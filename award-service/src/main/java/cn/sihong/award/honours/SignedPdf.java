package cn.sihong.award.honours;

import org.apache.pdfbox.Loader;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;

/** Tells whether a signed PDF is still what was signed. */
public final class SignedPdf {

    private SignedPdf() {}

    /**
     * Whether the file has a signature that covers all of it and holds. Who signed is another
     * question: the certificate may be the installation's own.
     */
    public static boolean intact(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var signature = document.getLastSignatureDictionary();
            if (signature == null) return false;
            var range = signature.getByteRange();
            if (range.length != 4 || range[0] != 0 || range[2] + range[3] != pdf.length)
                return false;
            // read as a stream: the place for the signature is larger than it, filled with zeros
            var signed =
                    new CMSSignedData(
                            new CMSProcessableByteArray(signature.getSignedContent(pdf)),
                            new ByteArrayInputStream(signature.getContents(pdf)));
            var signers = signed.getSignerInfos().getSigners();
            if (signers.isEmpty()) return false;
            for (var signer : signers) if (!holds(signer, signed.getCertificates())) return false;
            return true;
        } catch (IOException | CMSException | OperatorCreationException | CertificateException e) {
            return false;
        }
    }

    /** By the certificate it carries, and not by none at all. */
    private static boolean holds(SignerInformation signer, Store<X509CertificateHolder> carried)
            throws OperatorCreationException, CertificateException, CMSException {
        boolean held = false;
        for (var certificate : carried.getMatches(null)) {
            if (!signer.getSID().match(certificate)) continue;
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate)))
                return false;
            held = true;
        }
        return held;
    }
}
