package cn.sihong.submission.attachments;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An MP4 or MOV file, box by box (ISO 14496-12). What a phone writes beside the picture and the
 * sound, the place above all, is overwritten with nothing: taken out, it would move every sample
 * that the tables point at.
 */
final class Mp4Boxes {

    private static final int MOST_MOOV = 8 * 1024 * 1024;
    private static final int DEEPEST = 8;
    private static final Pattern BRAND = Pattern.compile("[A-Za-z0-9 ._\\-\\x00-\\x03]{4}");

    private static final Set<String> COPIED = Set.of("mdat", "moof", "mfra", "sidx", "styp");
    private static final Set<String> BLANKED =
            Set.of("free", "skip", "wide", "uuid", "meta", "udta", "pnot", "prft", "emsg");
    private static final Set<String> CONTAINERS =
            Set.of("moov", "trak", "mdia", "minf", "stbl", "edts", "mvex", "dinf");
    private static final Set<String> SEEN_OR_HEARD = Set.of("vide", "soun", "subt", "sbtl", "text");

    private final DataInputStream from;
    private final DataOutputStream to;
    private long left;
    private boolean film;
    private boolean samples;

    private Mp4Boxes(InputStream from, OutputStream to, long size) {
        this.from = new DataInputStream(from);
        this.to = new DataOutputStream(to);
        this.left = size;
    }

    static void strip(Path from, Path to) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(from));
                var out = new BufferedOutputStream(Files.newOutputStream(to))) {
            new Mp4Boxes(in, out, Files.size(from)).copy();
        } catch (EOFException e) {
            throw new UnsupportedFile();
        }
    }

    private void copy() throws IOException {
        for (boolean first = true; left > 0; first = false) box(first);
        if (!film || !samples) throw new UnsupportedFile();
    }

    private void box(boolean first) throws IOException {
        long size = from.readInt() & 0xFFFF_FFFFL;
        var type = type(from.readInt());
        int head = 8;
        if (size == 1) {
            size = from.readLong();
            head = 16;
        } else if (size == 0) size = left; // until the end
        long content = size - head;
        if (size < head || size > left || first != type.equals("ftyp")) throw new UnsupportedFile();
        left -= size;
        if (type.equals("ftyp")) kinds(head, content);
        else if (type.equals("moov")) film(head, content);
        else if (COPIED.contains(type)) {
            samples |= type.equals("mdat") && content > 0;
            head(head, size, type);
            transfer(content, false);
        } else if (BLANKED.contains(type)) {
            head(head, size, "free");
            transfer(content, true);
        } else throw new UnsupportedFile();
    }

    /** Short words of four signs; nothing else fits in here, a web page neither. */
    private void kinds(int head, long content) throws IOException {
        if (content < 8 || content > 248 || content % 4 != 0) throw new UnsupportedFile();
        var words = from.readNBytes((int) content);
        if (words.length < content) throw new EOFException();
        for (int at = 0; at < words.length; at += 4) {
            var word = new String(words, at, 4, StandardCharsets.ISO_8859_1);
            if (at != 4 && !BRAND.matcher(word).matches()) throw new UnsupportedFile();
        }
        head(head, content + head, "ftyp");
        to.write(words);
    }

    private void film(int head, long content) throws IOException {
        if (content > MOST_MOOV) throw new UnsupportedFile();
        var moov = ByteBuffer.wrap(new byte[(int) content]);
        from.readFully(moov.array());
        blank(moov, 1);
        head(head, content + head, "moov");
        to.write(moov.array());
    }

    /** Walks the boxes of a container and blanks what is neither seen nor heard. */
    private void blank(ByteBuffer boxes, int depth) {
        if (depth > DEEPEST) throw new UnsupportedFile();
        while (boxes.hasRemaining()) {
            if (boxes.remaining() < 8) {
                if (depth > 1 && isZero(boxes)) return; // QuickTime ends some lists with a zero
                throw new UnsupportedFile();
            }
            int at = boxes.position();
            long size = boxes.getInt(at) & 0xFFFF_FFFFL;
            if (size < 8 || size > boxes.remaining()) throw new UnsupportedFile();
            var type = type(boxes.getInt(at + 4));
            var content = boxes.slice(at + 8, (int) size - 8);
            if (BLANKED.contains(type) || (type.equals("trak") && !isSeenOrHeard(content)))
                empty(boxes, at, (int) size);
            else if (CONTAINERS.contains(type)) blank(content, depth + 1);
            boxes.position(at + (int) size);
        }
    }

    /** Tracks of notes (where, how fast, which way) are none. */
    private boolean isSeenOrHeard(ByteBuffer track) {
        var handler = find(track, "mdia");
        if (handler != null) handler = find(handler, "hdlr");
        if (handler == null || handler.remaining() < 12) throw new UnsupportedFile();
        var what = type(handler.getInt(handler.position() + 8));
        film |= what.equals("vide");
        return SEEN_OR_HEARD.contains(what);
    }

    private static @org.jspecify.annotations.Nullable ByteBuffer find(
            ByteBuffer boxes, String wanted) {
        for (int at = 0; at + 8 <= boxes.limit(); ) {
            long size = boxes.getInt(at) & 0xFFFF_FFFFL;
            if (size < 8 || size > boxes.limit() - at) throw new UnsupportedFile();
            if (type(boxes.getInt(at + 4)).equals(wanted))
                return boxes.slice(at + 8, (int) size - 8);
            at += (int) size;
        }
        return null;
    }

    private static void empty(ByteBuffer boxes, int at, int size) {
        boxes.put(at + 4, "free".getBytes(StandardCharsets.US_ASCII));
        Arrays.fill(
                boxes.array(),
                boxes.arrayOffset() + at + 8,
                boxes.arrayOffset() + at + size,
                (byte) 0);
    }

    private static boolean isZero(ByteBuffer rest) {
        for (int at = rest.position(); at < rest.limit(); at++) if (rest.get(at) != 0) return false;
        return true;
    }

    private void head(int head, long size, String type) throws IOException {
        to.writeInt(head == 16 ? 1 : (int) size);
        to.write(type.getBytes(StandardCharsets.US_ASCII));
        if (head == 16) to.writeLong(size);
    }

    private void transfer(long content, boolean asZeros) throws IOException {
        var buffer = new byte[64 * 1024];
        for (long rest = content; rest > 0; ) {
            int read = from.read(buffer, 0, (int) Math.min(buffer.length, rest));
            if (read < 0) throw new EOFException();
            if (asZeros) Arrays.fill(buffer, 0, read, (byte) 0);
            to.write(buffer, 0, read);
            rest -= read;
        }
    }

    private static String type(int four) {
        return new String(ByteBuffer.allocate(4).putInt(four).array(), StandardCharsets.ISO_8859_1);
    }
}
