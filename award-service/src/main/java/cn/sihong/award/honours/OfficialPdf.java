package cn.sihong.award.honours;

import static cn.sihong.award.honours.OfficialDocument.Measures.points;

import cn.sihong.award.honours.OfficialDocument.Measures;
import cn.sihong.platform.print.Typeface;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.springframework.stereotype.Component;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets a document in the layout of GB/T 9704-2012: type area 156 × 225 mm, 22 lines of 28
 * characters, body in size 三号, page numbers outside. The embedded typeface is a Song, for no
 * Fangsong may be embedded freely (decision 34). No seal is drawn.
 */
@Component
class OfficialPdf {

    private static final float LEFT = points(Measures.LEFT_MM);
    private static final float WIDTH = points(Measures.WIDTH_MM);
    private static final float TOP = PDRectangle.A4.getHeight() - points(Measures.TOP_MM);
    private static final float PITCH = points(Measures.HEIGHT_MM) / Measures.LINES;

    /** 28 characters to the line: a touch under 16 points, as every word processor sets it. */
    private static final float BODY = WIDTH / Measures.CHARACTERS;

    private final Typeface typeface;

    OfficialPdf(Typeface typeface) {
        this.typeface = typeface;
    }

    byte[] print(OfficialDocument text) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var information = new PDDocumentInformation();
            information.setTitle(text.title());
            information.setAuthor(text.issuer());
            document.setDocumentInformation(information);
            synchronized (typeface) {
                new Setting(document, typeface.in(document), text).set();
                document.save(bytes);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One document being set, line by line and page by page. */
    private static final class Setting {

        private final PDDocument document;
        private final Typeface.Loaded loaded;
        private final OfficialDocument text;
        private Pen pen;
        private int line;

        Setting(PDDocument document, Typeface.Loaded loaded, OfficialDocument text)
                throws IOException {
            this.document = document;
            this.loaded = loaded;
            this.text = text;
            this.pen = nextPage();
        }

        void set() throws IOException {
            head();
            title(text.title());
            line++;
            flush(text.addressees());
            for (var paragraph : text.body()) paragraph(paragraph);
            line++;
            paragraph("附件：" + text.annexTitle());
            signature();
            annex();
            imprint();
            pen.close();
        }

        private Pen nextPage() throws IOException {
            if (pen != null) pen.close();
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            line = 0;
            var next = new Pen(document, page, loaded);
            int number = document.getNumberOfPages();
            if (text.sample())
                next.slanted("样章 · 演示", 92, Ink.SAMPLE, PDRectangle.A4.getWidth() / 2, 420);
            var folio = "— %d —".formatted(number);
            float y = TOP - points(Measures.HEIGHT_MM) - points(7) - Measures.SMALL;
            var hand = next.regular(Measures.SMALL, Ink.BLACK);
            if (number % 2 == 1) hand.endingAt(folio, LEFT + WIDTH - Measures.SMALL, y);
            else hand.at(folio, LEFT + Measures.SMALL, y);
            return next;
        }

        /** 发文机关标志, 发文字号 and the red line 4 mm below it. */
        private void head() throws IOException {
            float issuerTop = TOP - points(Measures.ISSUER_DOWN_MM);
            float size = issuerSize();
            pen.bold(size, Ink.HEAD)
                    .centred(text.issuer() + "文件", LEFT + WIDTH / 2, issuerTop - size);
            float number = issuerTop - size - 2 * PITCH;
            pen.regular(BODY, Ink.BLACK).centred(text.number(), LEFT + WIDTH / 2, number);
            float rule = number - points(4);
            pen.line(Ink.HEAD, LEFT, rule, LEFT + WIDTH, rule);
            line = Math.round((TOP - rule) / PITCH) + 2;
        }

        /** As large as fits, 62 points at most. */
        private float issuerSize() {
            return Math.min(
                    62, WIDTH / (text.issuer().codePointCount(0, text.issuer().length()) + 2.5f));
        }

        /** Two 二号 lines at most are balanced, so that no word of two characters stands alone. */
        private void title(String title) throws IOException {
            var signs = title.codePoints().mapToObj(Character::toString).toList();
            int perLine = (int) (WIDTH / Measures.TITLE);
            int lines = (signs.size() + perLine - 1) / perLine;
            int each = (signs.size() + lines - 1) / lines;
            for (var row : balanced(signs, each)) {
                room();
                pen.bold(Measures.TITLE, Ink.BLACK).centred(row, LEFT + WIDTH / 2, baseline());
                line++;
            }
        }

        private static List<String> balanced(List<String> signs, int each) {
            var rows = new ArrayList<String>();
            var row = new StringBuilder();
            int count = 0;
            for (var sign : signs) {
                if (count >= each && !"”》）、，。".contains(sign)) {
                    var carried = Paragraph.carried(row);
                    rows.add(row.toString());
                    row = new StringBuilder(carried);
                    count = carried.length();
                }
                row.append(sign);
                count++;
            }
            rows.add(row.toString());
            return rows;
        }

        private void paragraph(String words) throws IOException {
            for (var row : pen.regular(BODY, Ink.BLACK).paragraph(WIDTH + 1).lines(words)) put(row);
        }

        private void flush(String words) throws IOException {
            put(words);
        }

        private void heading(String words) throws IOException {
            room();
            pen.bold(BODY, Ink.BLACK).at("　　" + words, LEFT, baseline());
            line++;
        }

        private void put(String row) throws IOException {
            room();
            pen.regular(BODY, Ink.BLACK).at(row, LEFT, baseline());
            line++;
        }

        /** 署名 centred over 成文日期, which ends four characters from the right. */
        private void signature() throws IOException {
            line += 2;
            if (line > Measures.LINES - 2) pen = nextPage();
            float right = LEFT + WIDTH - 4 * BODY;
            var hand = pen.regular(BODY, Ink.BLACK);
            float half = hand.width(text.date()) / 2;
            hand.centred(
                    text.issuer(),
                    Math.min(right - half, LEFT + WIDTH - hand.width(text.issuer()) / 2),
                    baseline());
            line++;
            hand.endingAt(text.date(), right, baseline());
            line++;
        }

        private void annex() throws IOException {
            pen = nextPage();
            pen.bold(BODY, Ink.BLACK).at("附件", LEFT, baseline());
            line += 2;
            title(text.annexTitle());
            line++;
            for (var group : text.annex()) {
                if (line >= Measures.LINES - 1) pen = nextPage();
                heading(group.heading());
                for (var row : group.lines()) paragraph(row);
            }
        }

        /** 版记: at the foot of the last page, between two lines. */
        private void imprint() throws IOException {
            if (line > Measures.LINES - 2) pen = nextPage();
            float foot = TOP - points(Measures.HEIGHT_MM);
            pen.line(Ink.BLACK, LEFT, foot, LEFT + WIDTH, foot);
            pen.line(Ink.BLACK, LEFT, foot + PITCH, LEFT + WIDTH, foot + PITCH);
            var hand = pen.regular(Measures.SMALL, Ink.BLACK);
            float y = foot + (PITCH - Measures.SMALL) / 2 + 2;
            hand.at(text.office(), LEFT + Measures.SMALL, y);
            hand.endingAt(text.date() + "印发", LEFT + WIDTH - Measures.SMALL, y);
        }

        private void room() throws IOException {
            if (line >= Measures.LINES) pen = nextPage();
        }

        private float baseline() {
            return TOP - line * PITCH - BODY - (PITCH - BODY) / 2 + 3;
        }
    }
}
