package cn.sihong.award.honours;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.award.register.Mode;
import cn.sihong.award.register.Programme;
import cn.sihong.platform.print.Typeface;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The text and fonts of decisions, read out of the finished files. */
class OfficialPaperTest {

    private static final OfficialPdf PDF = new OfficialPdf(new Typeface());
    private static final OfficialDocx DOCX = new OfficialDocx();
    private static final String HASH = "3f".repeat(32);

    @Test
    void theDecisionIsSetInTheOfficialLayoutWithItsFontsEmbedded() throws IOException {
        var pdf = PDF.print(text(Mode.APPROVED));
        Files.write(Path.of("target", "decision.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            var words = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(words)
                    .contains("中共云岭区教育局党组文件", "云教党〔2026〕18号", "决定授予“红色园丁”10项", "附件：受表彰对象名单")
                    .contains(HASH, "2026年12月20日印发", "星火展厅10号（实验小学）", "—1—", "—2—", "样章·演示");
            for (var page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isBetween(595f, 596f);
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).contains("+NotoSerifSC");
                }
            }
        }
    }

    @Test
    void theWordFileHasTheSizesOfTheStandard() throws IOException {
        var docx = DOCX.write(text(Mode.APPROVED));
        Files.write(Path.of("target", "decision.docx"), docx);
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            var section = document.getDocument().getBody().getSectPr();
            assertThat(section.getPgMar().getTop().toString()).isEqualTo("2098"); // 37 mm
            assertThat(section.getPgMar().getLeft().toString()).isEqualTo("1587"); // 28 mm
            assertThat(section.getPgSz().getW().toString()).isEqualTo("11906"); // 210 mm
            var faces =
                    document.getParagraphs().stream()
                            .flatMap(paragraph -> paragraph.getRuns().stream())
                            .map(run -> run.getFontFamily() + " " + run.getFontSizeAsDouble())
                            .distinct()
                            .toList();
            assertThat(faces)
                    .contains("方正小标宋简体 22.0", "仿宋_GB2312 16.0", "黑体 16.0", "仿宋_GB2312 14.0");
            assertThat(new XWPFWordExtractor(document).getText()).contains(HASH, "受表彰对象名单");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"INTERNAL_ASSESSMENT", "EXCHANGE"})
    void whereNothingMayBeNamedACircularTellsTheResultWithoutTheWords(Mode mode)
            throws IOException {
        var text = text(mode);
        assertThat(text.title()).endsWith("通报");
        try (var document = Loader.loadPDF(PDF.print(text));
                var docx = new XWPFDocument(new ByteArrayInputStream(DOCX.write(text)))) {
            assertThat(mode.forbiddenIn(new PDFTextStripper().getText(document))).isEmpty();
            assertThat(mode.forbiddenIn(new XWPFWordExtractor(docx).getText())).isEmpty();
        }
    }

    private static OfficialDocument text(Mode mode) {
        var honours = new ArrayList<Honour>();
        for (var category : List.of("红色园丁", "红色书屋", "红色课堂", "红色基地"))
            for (int place = 1; place <= (category.equals("红色课堂") ? 30 : 10); place++)
                honours.add(Samples.valid(category, "星火展厅%d号".formatted(place), "实验小学", place));
        var programme =
                new Programme(
                        UUID.randomUUID(),
                        "2026年度“四红”党建品牌创建实施方案",
                        2026,
                        mode,
                        true,
                        false,
                        List.of(),
                        Map.of(),
                        new Programme.Weights(40, 0, 60, 0));
        return DecisionText.of(
                new Commendation(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        programme.id(),
                        "云教党〔2026〕18号",
                        LocalDate.of(2026, 12, 20)),
                programme,
                honours,
                HASH,
                Samples.BUREAU);
    }
}
