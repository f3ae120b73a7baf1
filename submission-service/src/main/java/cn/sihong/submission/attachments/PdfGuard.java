package cn.sihong.submission.attachments;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks through a PDF for what acts when it is opened. It does not understand the document: it
 * reads all names outside of content streams, and those in packed object streams, which is where
 * actions stand. The file is mapped, not loaded.
 */
final class PdfGuard {

    private static final int MOST_UNPACKED = 64 * 1024 * 1024;
    private static final int LONGEST_NAME = 127;

    private static final Set<String> ACTING =
            Set.of("JavaScript", "JS", "Launch", "RichMedia", "XFA", "ImportData", "SubmitForm");
    private static final Set<String> HIDING = Set.of("EmbeddedFile", "EmbeddedFiles", "GoToE");

    private final MemorySegment file;
    private final StringBuilder dictionary = new StringBuilder();
    private int unpackedLeft = MOST_UNPACKED;

    private PdfGuard(MemorySegment file) {
        this.file = file;
    }

    static void mustBeHarmless(Path path) throws IOException {
        try (var arena = Arena.ofConfined();
                var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            new PdfGuard(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena))
                    .check();
        }
    }

    private void check() {
        if (!startsWith(0, "%PDF-") || !endsAtItsEnd()) throw new UnsupportedFile();
        long at = 0;
        for (long start = at; at < file.byteSize(); ) {
            if (startsWith(at, "stream") && isLineEnd(at + 6) && endsDictionary(at)) {
                names(text(start, at));
                long end = find("endstream", at);
                if (end < 0) throw new UnsupportedFile();
                if (dictionary.indexOf("/ObjStm") >= 0) unpack(afterLineEnd(at + 6), end);
                dictionary.setLength(0);
                at = end + 9;
                start = at;
            } else if (at - start > 1024 * 1024) {
                names(text(start, at));
                start = at - 256; // a name may have been cut in two
                at++;
            } else {
                at++;
                if (at == file.byteSize()) names(text(start, at));
            }
        }
    }

    /** What comes behind the last mark is no PDF; a second file could hide there. */
    private boolean endsAtItsEnd() {
        long from = Math.max(0, file.byteSize() - 1024);
        var tail = text(from, file.byteSize());
        int mark = tail.lastIndexOf("%%EOF");
        return mark >= 0
                && tail.substring(mark + 5).isBlank()
                && find("startxref", Math.max(0, file.byteSize() - 4096)) >= 0;
    }

    private void names(String text) {
        var plain = unescaped(text);
        var lower = plain.toLowerCase(Locale.ROOT);
        if (lower.contains("<script") || lower.contains("<html")) throw new UnsafeFile("网页代码");
        dictionary.append(
                plain, Math.max(0, plain.lastIndexOf(" obj", plain.length())), plain.length());
        for (int at = plain.indexOf('/'); at >= 0; at = plain.indexOf('/', at + 1)) {
            var name = name(plain, at + 1);
            if (ACTING.contains(name)) throw new UnsafeFile("脚本或会自动执行的动作");
            if (HIDING.contains(name)) throw new UnsafeFile("嵌入的其他文件");
            if (name.equals("Encrypt")) throw new UnsafeFile("密码保护");
        }
    }

    private static String name(String text, int from) {
        int end = from;
        while (end < text.length()
                && end - from < LONGEST_NAME
                && " \t\r\n\f\0/<>[](){}%".indexOf(text.charAt(end)) < 0) end++;
        return text.substring(from, end);
    }

    /** {@code /J#61vaScript} is a way to write JavaScript. */
    private static String unescaped(String text) {
        if (text.indexOf('#') < 0) return text;
        var plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
            int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
            if (sign == '#' && high >= 0 && low >= 0) {
                plain.append((char) (high * 16 + low));
                at += 2;
            } else plain.append(sign);
        }
        return plain.toString();
    }

    /** Object streams are read if they are deflated or plain; whoever packs otherwise hides. */
    private void unpack(long from, long to) {
        var filters = dictionary.toString().split("/FlateDecode", -1).length - 1;
        boolean others =
                dictionary.indexOf("/ASCIIHexDecode") >= 0
                        || dictionary.indexOf("/ASCII85Decode") >= 0
                        || dictionary.indexOf("/LZWDecode") >= 0
                        || dictionary.indexOf("/RunLengthDecode") >= 0
                        || dictionary.indexOf("/Crypt") >= 0;
        if (filters > 1 || others) throw new UnsafeFile("不常见的压缩方式");
        if (filters == 0) {
            names(text(from, to));
            return;
        }
        var inflater = new Inflater();
        try {
            inflate(inflater, from, to);
        } catch (DataFormatException e) {
            throw new UnsupportedFile();
        } finally {
            inflater.end();
        }
    }

    private void inflate(Inflater inflater, long from, long to) throws DataFormatException {
        inflater.setInput(file.asSlice(from, to - from).asByteBuffer());
        var piece = new byte[64 * 1024];
        var carried = "";
        while (!inflater.finished()) {
            int length = inflater.inflate(piece);
            if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) break;
            unpackedLeft -= length;
            if (unpackedLeft < 0) throw new UnsafeFile("展开后过大的内容");
            var text = carried + new String(piece, 0, length, StandardCharsets.ISO_8859_1);
            names(text);
            carried = text.substring(Math.max(0, text.length() - 256));
        }
    }

    private boolean startsWith(long at, String word) {
        if (at + word.length() > file.byteSize()) return false;
        for (int i = 0; i < word.length(); i++)
            if (file.get(ValueLayout.JAVA_BYTE, at + i) != word.charAt(i)) return false;
        return true;
    }

    private boolean endsDictionary(long at) {
        long last = at - 1;
        while (last > 1 && file.get(ValueLayout.JAVA_BYTE, last) <= ' ') last--;
        return last > 0 && startsWith(last - 1, ">>");
    }

    private boolean isLineEnd(long at) {
        return startsWith(at, "\r") || startsWith(at, "\n");
    }

    private long afterLineEnd(long at) {
        return startsWith(at, "\r\n") ? at + 2 : at + 1;
    }

    private long find(String word, long from) {
        for (long at = from; at + word.length() <= file.byteSize(); at++)
            if (startsWith(at, word)) return at;
        return -1;
    }

    private String text(long from, long to) {
        return new String(
                file.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE),
                StandardCharsets.ISO_8859_1);
    }
}
