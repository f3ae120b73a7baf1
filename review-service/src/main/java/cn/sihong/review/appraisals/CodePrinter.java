package cn.sihong.review.appraisals;

import cn.sihong.platform.print.Typeface;
import cn.sihong.review.appraisals.AppraisalViews.Card;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Slips with codes, ten on a sheet of A4, to be cut, folded and drawn: no slip has a name or a
 * number, so nobody knows who drew which.
 */
@Component
class CodePrinter {

    private static final int ACROSS = 2;
    private static final int DOWN = 5;
    private static final float WIDTH = PDRectangle.A4.getWidth() / ACROSS;
    private static final float HEIGHT = PDRectangle.A4.getHeight() / DOWN;
    private static final float QR = 78;

    private final Typeface typeface;
    private final String publicUrl;

    CodePrinter(Typeface typeface, @Value("${sihong.public-url}") String publicUrl) {
        this.typeface = typeface;
        this.publicUrl = publicUrl;
    }

    byte[] print(Card card, List<String> codes) {
        synchronized (typeface) {
            try (var document = new PDDocument();
                    var bytes = new ByteArrayOutputStream()) {
                var font = typeface.in(document);
                for (int from = 0; from < codes.size(); from += ACROSS * DOWN) {
                    var page = new PDPage(PDRectangle.A4);
                    document.addPage(page);
                    int to = Math.min(codes.size(), from + ACROSS * DOWN);
                    try (var stream = new PDPageContentStream(document, page)) {
                        draw(card, codes.subList(from, to), stream, font);
                    }
                }
                document.save(bytes);
                return bytes.toByteArray();
            } catch (IOException | WriterException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void draw(
            Card card, List<String> codes, PDPageContentStream stream, Typeface.Loaded font)
            throws IOException, WriterException {
        for (int i = 0; i < codes.size(); i++) {
            int row = i / ACROSS;
            float left = i % ACROSS * WIDTH;
            float top = PDRectangle.A4.getHeight() - row * HEIGHT;
            stream.setLineDashPattern(new float[] {3, 3}, 0);
            stream.addRect(left, top - HEIGHT, WIDTH, HEIGHT);
            stream.stroke();
            write(stream, font.bold(), 13, left + 18, top - 30, shown(card.school(), 20));
            write(
                    stream,
                    font.regular(),
                    11,
                    left + 18,
                    top - 48,
                    "“四红”党建品牌"
                            + card.electorate().chinese()
                            + "评议"
                            + (card.state() == State.TRIAL ? "（测试）" : ""));
            write(
                    stream,
                    font.regular(),
                    9,
                    left + 18,
                    top - 64,
                    "投票时间　%s 至 %s".formatted(card.opensOn(), card.closesOn()));
            write(stream, font.bold(), 14, left + 18, top - 92, codes.get(i));
            write(stream, font.regular(), 8, left + 18, top - 112, "扫码后输入编码领取选票。编码只能用一次，");
            write(stream, font.regular(), 8, left + 18, top - 124, "不记名，无人知道您抽到哪一张。");
            drawCode(publicUrl + "/ballot/" + card.id(), stream, left + WIDTH - QR - 16, top - 142);
        }
    }

    /** A name with a character that the typeface lacks is not a reason to print no slips. */
    private String shown(String name, int most) {
        var text = name;
        for (var missing : typeface.missing(name)) text = text.replace(missing, "〇");
        return text.length() > most ? text.substring(0, most) : text;
    }

    private static void write(
            PDPageContentStream stream, PDFont font, float size, float x, float y, String text)
            throws IOException {
        stream.beginText();
        stream.setFont(font, size);
        stream.newLineAtOffset(x, y);
        stream.showText(text);
        stream.endText();
    }

    private static void drawCode(String link, PDPageContentStream stream, float left, float bottom)
            throws IOException, WriterException {
        var code =
                new QRCodeWriter()
                        .encode(
                                link,
                                BarcodeFormat.QR_CODE,
                                0,
                                0,
                                Map.of(EncodeHintType.MARGIN, 0));
        float module = QR / code.getWidth();
        for (int row = 0; row < code.getHeight(); row++)
            for (int column = 0; column < code.getWidth(); column++)
                if (code.get(column, row)) {
                    stream.addRect(
                            left + column * module,
                            bottom + QR - (row + 1) * module,
                            module,
                            module);
                    stream.fill();
                }
    }
}
