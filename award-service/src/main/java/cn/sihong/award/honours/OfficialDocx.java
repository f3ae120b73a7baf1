package cn.sihong.award.honours;

import cn.sihong.award.honours.OfficialDocument.Measures;

import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.springframework.stereotype.Component;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;

/**
 * Writes a document as a .docx in the layout of GB/T 9704-2012. The official faces are named and
 * not embedded: every government office has them, and they may not be given away.
 */
@Component
class OfficialDocx {

    private static final String TITLE_FACE = "方正小标宋简体";
    private static final String BODY_FACE = "仿宋_GB2312";
    private static final String HEADING_FACE = "黑体";
    private static final String FOLIO_FACE = "宋体";
    private static final String RED = "FF0000";
    private static final int LINE_PITCH_TWIPS = 580;

    byte[] write(OfficialDocument text) {
        try (var document = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            sizePage(document);
            if (text.sample()) sampleMark(document);
            head(document, text);
            title(document, text.title());
            plain(document, text.addressees());
            for (var paragraph : text.body()) indented(document, paragraph);
            plain(document, "");
            indented(document, "附件：" + text.annexTitle());
            signature(document, text);
            annex(document, text);
            imprint(document, text);
            folio(document);
            document.getProperties().getCoreProperties().setTitle(text.title());
            document.getProperties().getCoreProperties().setCreator(text.issuer());
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sizePage(XWPFDocument document) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(twips(210));
        size.setH(twips(297));
        var margins = section.addNewPgMar();
        margins.setTop(twips(Measures.TOP_MM));
        margins.setBottom(twips(297 - Measures.TOP_MM - Measures.HEIGHT_MM));
        margins.setLeft(twips(Measures.LEFT_MM));
        margins.setRight(twips(210 - Measures.LEFT_MM - Measures.WIDTH_MM));
        margins.setFooter(twips(28 - 3));
        margins.setHeader(twips(15));
        margins.setGutter(BigInteger.ZERO);
        var grid = section.addNewDocGrid();
        grid.setType(STDocGrid.LINES_AND_CHARS);
        grid.setLinePitch(BigInteger.valueOf(LINE_PITCH_TWIPS));
    }

    private static void sampleMark(XWPFDocument document) {
        var header = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        header.setAlignment(ParagraphAlignment.RIGHT);
        run(header, "样章 · 演示，不具效力", HEADING_FACE, Measures.SMALL).setColor(RED);
    }

    private static void head(XWPFDocument document, OfficialDocument text) {
        var issuer = document.createParagraph();
        issuer.setAlignment(ParagraphAlignment.CENTER);
        issuer.setSpacingBefore(twips(Measures.ISSUER_DOWN_MM).intValue());
        int signs = text.issuer().codePointCount(0, text.issuer().length()) + 2;
        float size =
                Math.min(62, OfficialDocument.Measures.points(Measures.WIDTH_MM) / (signs + 0.5f));
        run(issuer, text.issuer() + "文件", TITLE_FACE, (float) Math.floor(size)).setColor(RED);
        plain(document, "");
        var number = document.createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        exact(number);
        run(number, text.number(), BODY_FACE, Measures.BODY);
        number.setBorderBottom(Borders.THICK);
        number.getCTP().getPPr().getPBdr().getBottom().setColor(RED);
        number.getCTP().getPPr().getPBdr().getBottom().setSpace(BigInteger.valueOf(11));
        plain(document, "");
    }

    private static void title(XWPFDocument document, String title) {
        plain(document, "");
        var paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        exact(paragraph);
        run(paragraph, title, TITLE_FACE, Measures.TITLE);
        plain(document, "");
    }

    private static void signature(XWPFDocument document, OfficialDocument text) {
        plain(document, "");
        plain(document, "");
        for (var row : new String[] {text.issuer(), text.date()}) {
            var paragraph = document.createParagraph();
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
            paragraph.getCTP().getPPr().addNewInd().setRightChars(BigInteger.valueOf(400));
            exact(paragraph);
            run(paragraph, row, BODY_FACE, Measures.BODY);
        }
    }

    private static void annex(XWPFDocument document, OfficialDocument text) {
        var mark = document.createParagraph();
        mark.setPageBreak(true);
        exact(mark);
        run(mark, "附件", HEADING_FACE, Measures.BODY);
        title(document, text.annexTitle());
        for (var group : text.annex()) {
            var heading = document.createParagraph();
            twoCharactersIn(heading);
            exact(heading);
            run(heading, group.heading(), HEADING_FACE, Measures.BODY);
            for (var row : group.lines()) indented(document, row);
        }
    }

    private static void imprint(XWPFDocument document, OfficialDocument text) {
        plain(document, "");
        var paragraph = document.createParagraph();
        paragraph.setBorderTop(Borders.SINGLE);
        paragraph.setBorderBottom(Borders.SINGLE);
        exact(paragraph);
        run(
                paragraph,
                "　" + text.office() + "　　　　" + text.date() + "印发　",
                BODY_FACE,
                Measures.SMALL);
    }

    /** “— 1 —”, outside: right on odd pages, left on even ones. */
    private static void folio(XWPFDocument document) {
        document.setEvenAndOddHeadings(true);
        number(document, HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
        number(document, HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
    }

    private static void number(
            XWPFDocument document, HeaderFooterType pages, ParagraphAlignment side) {
        var paragraph = document.createFooter(pages).createParagraph();
        paragraph.setAlignment(side);
        run(paragraph, "　— ", FOLIO_FACE, Measures.SMALL);
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
        run(paragraph, " —　", FOLIO_FACE, Measures.SMALL);
    }

    private static void indented(XWPFDocument document, String words) {
        var paragraph = document.createParagraph();
        twoCharactersIn(paragraph);
        exact(paragraph);
        run(paragraph, words, BODY_FACE, Measures.BODY);
    }

    private static void plain(XWPFDocument document, String words) {
        var paragraph = document.createParagraph();
        exact(paragraph);
        run(paragraph, words, BODY_FACE, Measures.BODY);
    }

    private static void twoCharactersIn(XWPFParagraph paragraph) {
        var properties =
                paragraph.getCTP().isSetPPr()
                        ? paragraph.getCTP().getPPr()
                        : paragraph.getCTP().addNewPPr();
        properties.addNewInd().setFirstLineChars(BigInteger.valueOf(200));
    }

    /** 22 lines to the page, whatever the face. */
    private static void exact(XWPFParagraph paragraph) {
        paragraph.setSpacingBetween(LINE_PITCH_TWIPS / 20.0, LineSpacingRule.EXACT);
        paragraph.setSpacingAfter(0);
    }

    private static XWPFRun run(XWPFParagraph paragraph, String words, String face, float size) {
        var run = paragraph.createRun();
        run.setText(words);
        run.setFontFamily(face);
        run.setFontFamily(face, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize((double) size);
        return run;
    }

    private static BigInteger twips(float millimetres) {
        return BigInteger.valueOf(Math.round(millimetres / 25.4 * 1440));
    }
}
