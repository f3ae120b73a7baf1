package cn.sihong.award.honours;

import cn.sihong.platform.print.Typeface;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.springframework.stereotype.Component;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Draws a certificate: A4 across, a frame made of lines, no emblem and no seal. */
@Component
class CertificatePrinter {

    /** In points. */
    private static final PDRectangle A4_ACROSS = new PDRectangle(841.89f, 595.276f);

    private static final float MARGIN = 110;
    private static final float MIDDLE = A4_ACROSS.getWidth() / 2;
    private static final float TEXT_WIDTH = A4_ACROSS.getWidth() - 2 * MARGIN;
    private static final float QR_SIZE = 78;

    private final Typeface typeface;

    CertificatePrinter(Typeface typeface) {
        this.typeface = typeface;
    }

    byte[] print(CertificateFace face) {
        synchronized (typeface) {
            return printed(face);
        }
    }

    private byte[] printed(CertificateFace face) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage(A4_ACROSS);
            document.addPage(page);
            document.setDocumentInformation(information(face));
            try (var pen = new Pen(document, page, typeface.in(document))) {
                draw(face, pen);
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(CertificateFace face, Pen pen) throws IOException {
        drawFrame(pen);
        if (face.sample()) drawSampleMark(pen);
        pen.bold(44, Ink.RED).centred(spaced(face.heading()), MIDDLE, 462);
        drawHeadingLine(pen);
        pen.bold(19, Ink.BLACK).at(face.addressee() + "：", MARGIN, 384);
        float y = 346;
        var text = pen.regular(19, Ink.BLACK);
        for (var line : text.paragraph(TEXT_WIDTH).lines(face.sentence())) {
            text.at(line, MARGIN, y);
            y -= 34;
        }
        drawIssuer(face, pen);
        drawProof(face, pen);
    }

    private static void drawFrame(Pen pen) throws IOException {
        pen.fill(Ink.PAPER, 0, 0, A4_ACROSS.getWidth(), A4_ACROSS.getHeight());
        pen.frame(Ink.RED, 22, 3);
        pen.frame(Ink.GOLD, 29, 1);
        pen.frame(Ink.GOLD, 44, 1.6f);
        pen.corners(Ink.RED, 44, 30);
    }

    private static void drawHeadingLine(Pen pen) throws IOException {
        pen.line(Ink.GOLD, MIDDLE - 150, 440, MIDDLE - 12, 440);
        pen.line(Ink.GOLD, MIDDLE + 12, 440, MIDDLE + 150, 440);
        pen.diamond(Ink.RED, MIDDLE, 440, 5);
    }

    private static void drawIssuer(CertificateFace face, Pen pen) throws IOException {
        float right = A4_ACROSS.getWidth() - MARGIN;
        pen.bold(17, Ink.BLACK).endingAt(face.issuer(), right, 152);
        pen.regular(15, Ink.BLACK).endingAt(ChineseDate.of(face.issuedOn()), right, 126);
        pen.regular(10, Ink.GREY).endingAt(face.documentNumber(), right, 106);
    }

    private static void drawProof(CertificateFace face, Pen pen) throws IOException {
        float left = MARGIN;
        drawCode(face.link(), pen, left, 88);
        var small = pen.regular(10, Ink.GREY);
        float beside = left + QR_SIZE + 14;
        small.at("证书编号　" + face.number(), beside, 150);
        small.at("有效期至　" + ChineseDate.of(face.validUntil()), beside, 133);
        small.at("查验码　　" + face.code(), beside, 116);
        small.at("扫描二维码，或凭证书编号和查验码查验真伪", beside, 99);
    }

    /** Modules as rectangles: sharp at any size, and no picture to be exchanged. */
    private static void drawCode(String link, Pen pen, float left, float bottom)
            throws IOException {
        try {
            var code =
                    new QRCodeWriter()
                            .encode(
                                    link,
                                    BarcodeFormat.QR_CODE,
                                    0,
                                    0,
                                    Map.of(EncodeHintType.MARGIN, 0));
            float module = QR_SIZE / code.getWidth();
            for (int row = 0; row < code.getHeight(); row++)
                for (int column = 0; column < code.getWidth(); column++)
                    if (code.get(column, row))
                        pen.fill(
                                Ink.BLACK,
                                left + column * module,
                                bottom + QR_SIZE - (row + 1) * module,
                                module,
                                module);
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void drawSampleMark(Pen pen) throws IOException {
        pen.slanted("样章 · 演示", 92, Ink.SAMPLE, MIDDLE, 265);
        pen.bold(11, Ink.RED).endingAt("样章 · 演示，不具效力", A4_ACROSS.getWidth() - 62, 526);
    }

    private static String spaced(String heading) {
        return String.join(" ", heading.codePoints().mapToObj(Character::toString).toList());
    }

    private static PDDocumentInformation information(CertificateFace face) {
        var information = new PDDocumentInformation();
        information.setTitle(face.heading() + " " + face.number());
        information.setSubject(face.addressee());
        return information;
    }
}
