package cn.sihong.platform.print;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The typeface of everything printed, Noto Serif SC from the project's own dependencies. Each PDF
 * embeds the few characters it uses.
 *
 * <p>Outlines are read lazily and shared: documents are made one at a time, by whoever holds this
 * object's lock.
 */
public class Typeface {

    private final TrueTypeFont regular = read("fonts/NotoSerifSC_400Regular.ttf");
    private final TrueTypeFont bold = read("fonts/NotoSerifSC_700Bold.ttf");
    private final CmapLookup characters = lookup(regular);

    /** The typeface as one document uses it. */
    public record Loaded(PDFont regular, PDFont bold) {}

    public Loaded in(PDDocument document) throws IOException {
        return new Loaded(
                PDType0Font.load(document, regular, true), PDType0Font.load(document, bold, true));
    }

    /** The characters of a text that the typeface cannot show, each once. */
    public List<String> missing(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && characters.getGlyphId(c) == 0)
                .distinct()
                .mapToObj(Character::toString)
                .toList();
    }

    private static CmapLookup lookup(TrueTypeFont font) {
        try {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont read(String file) {
        try (var stream = Typeface.class.getClassLoader().getResourceAsStream(file)) {
            if (stream == null)
                throw new IllegalStateException("the typeface is not in the jar: " + file);
            return new TTFParser().parse(new RandomAccessReadBuffer(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
