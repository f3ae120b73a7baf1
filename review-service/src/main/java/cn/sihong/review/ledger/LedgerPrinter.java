package cn.sihong.review.ledger;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.print.Typeface;
import cn.sihong.review.ledger.Checkpoint.Signed;
import cn.sihong.review.ledger.LedgerViews.Extract;
import cn.sihong.review.ledger.LedgerViews.Line;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The special ledger on paper (A4): what happened, with the newest checkpoint at the end. */
@Component
class LedgerPrinter {

    private static final float LEFT = 48;
    private static final float TOP = PDRectangle.A4.getHeight() - 56;
    private static final float BOTTOM = 60;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final float INDENT = 40;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkingDays.BEIJING);

    private final Typeface typeface;

    LedgerPrinter(Typeface typeface) {
        this.typeface = typeface;
    }

    byte[] print(Extract extract) {
        synchronized (typeface) {
            try (var document = new PDDocument();
                    var bytes = new ByteArrayOutputStream()) {
                new Sheets(document, typeface).write(extract);
                document.save(bytes);
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String role(String wireName) {
        return switch (wireName) {
            case "party-office" -> "党建办";
            case "party-group-member" -> "党组成员";
            case "discipline" -> "纪检";
            case "street-reviewer" -> "街道教育中心";
            case "direct-unit-reviewer" -> "直属单位审核人";
            case "school-secretary" -> "学校书记";
            case "info-officer" -> "党建信息员";
            case "nominee" -> "申报人";
            case "peer-reviewer" -> "互评员";
            case "inspector" -> "验收组";
            case "archivist" -> "档案员";
            case "sys-admin" -> "系统管理员";
            case "sec-admin" -> "安全管理员";
            case "auditor" -> "审计管理员";
            default -> "系统";
        };
    }

    /** The pages being written, from top to bottom. */
    private static final class Sheets {

        private final PDDocument document;
        private final Typeface typeface;
        private final PDFont regular;
        private final PDFont bold;
        private @Nullable PDPageContentStream stream;
        private float y;

        Sheets(PDDocument document, Typeface typeface) throws IOException {
            this.document = document;
            this.typeface = typeface;
            var font = typeface.in(document);
            this.regular = font.regular();
            this.bold = font.bold();
        }

        void write(Extract extract) throws IOException {
            line(bold, 16, LEFT, 26, "“四红”党建品牌评议情况专项台账");
            line(
                    regular,
                    10,
                    LEFT,
                    18,
                    "%s　摘录：%s　共 %d 条"
                            .formatted(
                                    extract.programme(),
                                    extract.filter() == null ? "全部" : extract.filter().chinese(),
                                    extract.lines().size()));
            for (var line : extract.lines()) write(line);
            if (extract.checkpoint() != null) write(extract.checkpoint());
            end();
            number();
        }

        private void write(Line line) throws IOException {
            var sentences = wrapped(regular, 10, WIDTH - INDENT, line.sentence());
            room(14 * (sentences.size() + 1) + 16);
            line(
                    bold,
                    9,
                    LEFT,
                    14,
                    "%d　%s　%s".formatted(line.sequence(), time(line.at()), role(line.role())));
            for (var sentence : sentences) line(regular, 10, LEFT + INDENT, 14, sentence);
            line(regular, 6.5f, LEFT + INDENT, 14, line.hash());
        }

        /** Whoever has this on paper can tell later that nothing before it was changed. */
        private void write(Signed checkpoint) throws IOException {
            room(190);
            line(bold, 11, LEFT, 24, "检查点（请妥善保存，可凭此核对台账此前未被改动）");
            for (var text : checkpoint.whole().lines().toList())
                for (var part : wrapped(regular, 8, WIDTH, text)) line(regular, 8, LEFT, 12, part);
        }

        private void line(PDFont font, float size, float x, float height, String text)
                throws IOException {
            room(height);
            y -= height;
            var out = stream;
            if (out == null) throw new IllegalStateException("no page");
            out.beginText();
            out.setFont(font, size);
            out.newLineAtOffset(x, y);
            out.showText(printable(text));
            out.endText();
        }

        private void room(float height) throws IOException {
            if (stream != null && y - height >= BOTTOM) return;
            end();
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            stream = new PDPageContentStream(document, page);
            y = TOP;
        }

        private void end() throws IOException {
            if (stream != null) stream.close();
            stream = null;
        }

        private void number() throws IOException {
            int pages = document.getNumberOfPages();
            for (int i = 0; i < pages; i++)
                try (var foot =
                        new PDPageContentStream(
                                document, document.getPage(i), AppendMode.APPEND, true, true)) {
                    foot.beginText();
                    foot.setFont(regular, 8);
                    foot.newLineAtOffset(PDRectangle.A4.getWidth() / 2 - 32, 34);
                    foot.showText("第 %d 页　共 %d 页".formatted(i + 1, pages));
                    foot.endText();
                }
        }

        private List<String> wrapped(PDFont font, float size, float width, String text)
                throws IOException {
            var lines = new ArrayList<String>();
            var line = new StringBuilder();
            for (var sign : printable(text).codePoints().mapToObj(Character::toString).toList()) {
                if (font.getStringWidth(line + sign) / 1_000 * size > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(sign);
            }
            lines.add(line.toString());
            return lines;
        }

        /** A character that the typeface lacks shows as a box; the ledger itself has it. */
        private String printable(String text) {
            var shown = text.replaceAll("\\s", " ");
            for (var missing : typeface.missing(shown)) shown = shown.replace(missing, "□");
            return shown;
        }
    }
}
