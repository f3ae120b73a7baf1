package cn.sihong.award.honours;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.platform.print.Typeface;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

class CertificatePrinterTest {

    private static final Typeface TYPEFACE = new Typeface();
    private final CertificatePrinter printer = new CertificatePrinter(TYPEFACE);

    @Test
    void everythingThatMattersCanBeReadOutOfThePdf() throws IOException {
        var pdf = printer.print(aFace(true));
        Files.write(Path.of("target", "certificate.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text)
                    .contains("荣誉证书", "实验小学喆堃校区", "红基证〔2027〕0007号", "二〇二七年十二月三十一日")
                    .contains("7K2M-0QXF-9A3D-WT4R", "样章·演示");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void theTypefaceIsEmbeddedAndSmall() throws IOException {
        var pdf = printer.print(aFace(false));
        assertThat(pdf.length).isLessThan(200_000);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(fontsOf(document))
                    .isNotEmpty()
                    .allMatch(name -> name.contains("+NotoSerifSC"));
        }
    }

    @Test
    void onlyADemonstrationIsMarkedAsASample() throws IOException {
        try (var document = Loader.loadPDF(printer.print(aFace(false)))) {
            assertThat(new PDFTextStripper().getText(document)).doesNotContain("样章");
        }
    }

    @Test
    void aCharacterTheTypefaceLacksIsNamedBeforeAnythingIsPrinted() {
        assertThat(TYPEFACE.missing("喆堃䶮㛃")).isEmpty();
        assertThat(TYPEFACE.missing("张𠮷𠮷")).containsExactly("𠮷");
    }

    @Test
    void noLineBeginsWithAStop() throws IOException {
        try (var document = new PDDocument()) {
            var paragraph = new Paragraph(TYPEFACE.in(document).regular(), 20, 100);
            assertThat(paragraph.lines("一二三，四五六。七八九十“甲乙”。"))
                    .allMatch(line -> !"，。”".contains(line.substring(0, 1)))
                    .allMatch(line -> !line.endsWith("“"));
        }
    }

    @Test
    void daysAreWrittenAsDocumentsWriteThem() {
        assertThat(ChineseDate.of(LocalDate.of(2026, 11, 24))).isEqualTo("二〇二六年十一月二十四日");
        assertThat(ChineseDate.of(LocalDate.of(2030, 10, 10))).isEqualTo("二〇三〇年十月十日");
    }

    private static java.util.List<String> fontsOf(PDDocument document) throws IOException {
        var resources = document.getPage(0).getResources();
        var names = new java.util.ArrayList<String>();
        for (var name : resources.getFontNames()) names.add(resources.getFont(name).getName());
        return names;
    }

    private static CertificateFace aFace(boolean sample) {
        return new CertificateFace(
                "荣誉证书",
                "实验小学喆堃校区",
                "你单位申报的“星火展厅”，在“2027年度‘四红’党建品牌创建（演示）”中成绩突出，经研究决定，授予“红色基地”称号，特发此证。",
                "红色基地",
                "区教育局党组",
                "×教党〔2027〕12号",
                LocalDate.of(2027, 12, 31),
                "红基证〔2027〕0007号",
                "7K2M-0QXF-9A3D-WT4R",
                LocalDate.of(2030, 12, 31),
                "http://127.0.0.1:8080/verify?number=x&code=7K2M0QXF9A3DWT4R",
                sample);
    }
}
