package cn.sihong.award.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.award.archive.FourProperties.Finding;
import cn.sihong.platform.print.Typeface;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

class FourPropertiesTest {

    private static final String PATH = "05-决定/决定.pdf";

    /** A line's end leaves eleven digits of a checksum alone, as by chance it will. */
    private static final String CHECKSUM =
            "校验值为：0a1b2c3d4e5f60718293a4b5c6d7e8f9a0b1c2d3e4f5a6b7c8d9e\n13812345678。";

    @Test
    void aChecksumThatGoesOnInTheNextLineIsNobodysTelephone() throws IOException {
        assertThat(findings(CHECKSUM)).allMatch(Finding::passed);
        assertThat(findings(CHECKSUM.replace("\n", "\n— 2 —\n"))).allMatch(Finding::passed);
    }

    @Test
    void aTelephoneIsFoundAlsoBesideAChecksum() throws IOException {
        for (var text :
                List.of(
                        "电话13812345678。",
                        CHECKSUM + "电话\n13812345678",
                        CHECKSUM + "\n2026\n13812345678"))
            assertThat(findings(text))
                    .filteredOn(finding -> !finding.passed())
                    .extracting(Finding::property)
                    .containsExactly("安全性");
    }

    private static List<Finding> findings(String text) throws IOException {
        var pdf = pdf(text);
        var properties = new FourProperties(Map.of(PATH, FourProperties.digest(pdf)), Set.of(PATH));
        properties.look(PATH, pdf);
        return properties.findings();
    }

    private static byte[] pdf(String text) throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.setFont(new Typeface().in(document).regular(), 12);
                content.setLeading(16);
                content.beginText();
                content.newLineAtOffset(20, 700);
                for (var line : text.split("\n")) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
