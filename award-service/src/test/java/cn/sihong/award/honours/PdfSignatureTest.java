package cn.sihong.award.honours;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.platform.print.Typeface;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;

class PdfSignatureTest {

    private static final PdfSignature SIGNATURE = Samples.signature();
    private static final byte[] PRINTED =
            new CertificatePrinter(new Typeface()).print(Samples.face(7, true));
    private static final byte[] SIGNED = SIGNATURE.sign(PRINTED, "区教育局党组", "样章/演示，不具效力");

    @Test
    void aSignedCertificateIsIntactAndSaysWhoSignedAndThatItIsASample() throws IOException {
        assertThat(SignedPdf.intact(SIGNED)).isTrue();
        assertThat(SignedPdf.intact(PRINTED)).isFalse();
        try (var document = Loader.loadPDF(SIGNED)) {
            var signature = document.getLastSignatureDictionary();
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            assertThat(signature.getName()).isEqualTo("区教育局党组");
            assertThat(signature.getReason()).contains("样章/演示");
            assertThat(new PDFTextStripper().getText(document)).contains("红基证〔2027〕0007号");
        }
    }

    @Test
    void noByteOfItCanBeChangedUnnoticed() {
        for (int place :
                new int[] {100, PRINTED.length / 2, PRINTED.length - 40, SIGNED.length - 30}) {
            var forged = SIGNED.clone();
            forged[place] ^= 1;
            assertThat(SignedPdf.intact(forged)).as("byte " + place).isFalse();
        }
        var longer = Arrays.copyOf(SIGNED, SIGNED.length + 10);
        assertThat(SignedPdf.intact(longer)).isFalse();
    }
}
