package cn.sihong.award.honours;

import cn.sihong.platform.print.Typeface;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

import java.awt.Color;
import java.io.IOException;

/** Draws on one page, in points from its lower left corner. */
final class Pen implements AutoCloseable {

    private final PDPageContentStream stream;
    private final PDPage page;
    private final Typeface.Loaded typeface;

    Pen(PDDocument document, PDPage page, Typeface.Loaded typeface) throws IOException {
        this.stream = new PDPageContentStream(document, page);
        this.page = page;
        this.typeface = typeface;
    }

    /** A way of writing. */
    record Hand(PDPageContentStream stream, PDFont font, float size, Color colour) {

        void at(String text, float x, float y) throws IOException {
            stream.beginText();
            stream.setFont(font, size);
            stream.setNonStrokingColor(colour);
            stream.newLineAtOffset(x, y);
            stream.showText(text);
            stream.endText();
        }

        void centred(String text, float x, float y) throws IOException {
            at(text, x - width(text) / 2, y);
        }

        void endingAt(String text, float x, float y) throws IOException {
            at(text, x - width(text), y);
        }

        Paragraph paragraph(float width) {
            return new Paragraph(font, size, width);
        }

        float width(String text) throws IOException {
            return new Paragraph(font, size, 0).widthOf(text);
        }
    }

    Hand regular(float size, Color colour) {
        return new Hand(stream, typeface.regular(), size, colour);
    }

    Hand bold(float size, Color colour) {
        return new Hand(stream, typeface.bold(), size, colour);
    }

    /** Across the page, rising a little to the right. */
    void slanted(String text, float size, Color colour, float x, float y) throws IOException {
        float half = bold(size, colour).width(text) / 2;
        stream.saveGraphicsState();
        stream.transform(Matrix.getRotateInstance(Math.toRadians(18), x, y));
        bold(size, colour).at(text, -half, -size / 3);
        stream.restoreGraphicsState();
    }

    void fill(Color colour, float x, float y, float width, float height) throws IOException {
        stream.setNonStrokingColor(colour);
        stream.addRect(x, y, width, height);
        stream.fill();
    }

    /** A frame all around, so far from the edge. */
    void frame(Color colour, float inset, float thickness) throws IOException {
        stream.setStrokingColor(colour);
        stream.setLineWidth(thickness);
        var box = page.getMediaBox();
        stream.addRect(inset, inset, box.getWidth() - 2 * inset, box.getHeight() - 2 * inset);
        stream.stroke();
    }

    /** A bracket in each corner. */
    void corners(Color colour, float inset, float length) throws IOException {
        var box = page.getMediaBox();
        stream.setStrokingColor(colour);
        stream.setLineWidth(3.5f);
        for (float x : new float[] {inset, box.getWidth() - inset})
            for (float y : new float[] {inset, box.getHeight() - inset}) {
                float inward = x < box.getWidth() / 2 ? length : -length;
                float upward = y < box.getHeight() / 2 ? length : -length;
                stream.moveTo(x + inward, y);
                stream.lineTo(x, y);
                stream.lineTo(x, y + upward);
                stream.stroke();
            }
    }

    void line(Color colour, float x1, float y1, float x2, float y2) throws IOException {
        stream.setStrokingColor(colour);
        stream.setLineWidth(1.2f);
        stream.moveTo(x1, y1);
        stream.lineTo(x2, y2);
        stream.stroke();
    }

    void diamond(Color colour, float x, float y, float half) throws IOException {
        stream.setNonStrokingColor(colour);
        stream.moveTo(x - half, y);
        stream.lineTo(x, y + half);
        stream.lineTo(x + half, y);
        stream.lineTo(x, y - half);
        stream.closePath();
        stream.fill();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
