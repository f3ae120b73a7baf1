package cn.sihong.award.honours;

import cn.sihong.platform.print.Typeface;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Prints and signs certificates with as many hands as the press has, and compares that with PDFBox
 * writing one line in a built-in font: what any PDF costs at least.
 */
final class CertificateBenchmark {

    private CertificateBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        int hands = Math.min(2, Runtime.getRuntime().availableProcessors());
        var printer = new CertificatePrinter(new Typeface());
        var signature = Samples.signature();
        IntFunction<byte[]> certificate =
                place -> signature.sign(printer.print(Samples.face(place, true)), "局党组", "样章/演示");
        rate(CertificateBenchmark::bare, 300, hands);
        rate(certificate, 300, hands);
        double peer = rate(CertificateBenchmark::bare, count, hands);
        double ours = rate(certificate, count, hands);
        System.out.printf(
                "%d certificates, %d hands: %.0f a second printed and signed; PDFBox with one line of Helvetica %.0f a"
                        + " second; ratio %.3f; %d KB each%n",
                count, hands, ours, peer, ours / peer, certificate.apply(1).length / 1024);
    }

    private static double rate(IntFunction<byte[]> make, int count, int hands)
            throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(hands)) {
            long begun = System.nanoTime();
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < count; i++) {
                int place = i;
                all.add(pool.submit(() -> make.apply(place)));
            }
            for (var one : all) one.get();
            return count / ((System.nanoTime() - begun) / 1e9);
        }
    }

    private static byte[] bare(int place) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var stream = new PDPageContentStream(document, page)) {
                stream.beginText();
                stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                stream.newLineAtOffset(100, 700);
                stream.showText("certificate " + place);
                stream.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
