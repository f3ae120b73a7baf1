package cn.sihong.submission.attachments;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A JPEG file, segment by segment. Kept is what a picture needs to be shown; of the camera's notes
 * only which way is up, since phones turn the note and not the pixels.
 */
final class JpegSegments {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int COLOUR_PROFILE = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_TABLE = 0xDF;

    private final DataInputStream from;
    private final DataOutputStream to;

    private JpegSegments(InputStream from, OutputStream to) {
        this.from = new DataInputStream(from);
        this.to = new DataOutputStream(to);
    }

    static void strip(InputStream from, OutputStream to) throws IOException {
        try {
            new JpegSegments(from, to).copy();
        } catch (EOFException e) {
            throw new UnsupportedFile();
        }
    }

    private void copy() throws IOException {
        if (from.readUnsignedShort() != (0xFF00 | START)) throw new UnsupportedFile();
        to.writeShort(0xFF00 | START);
        for (int marker = nextMarker(); marker != END; ) {
            var segment = segment();
            switch (marker) {
                case EXIF -> writeWhichWayIsUp(segment);
                case APP0 -> writeJfif(segment);
                default -> {
                    if (isKept(marker, segment)) write(marker, segment);
                }
            }
            marker = marker == SCAN ? copyScan() : nextMarker();
        }
        to.writeShort(0xFF00 | END); // whatever comes behind the end is no picture
    }

    /** Tables and frames; of the notes of programs those without which colours are wrong. */
    private static boolean isKept(int marker, byte[] segment) {
        return switch (marker) {
            case COLOUR_PROFILE -> begins(segment, "ICC_PROFILE\0");
            case ADOBE -> begins(segment, "Adobe") && segment.length == 12;
            default -> marker >= FIRST_FRAME && marker <= LAST_TABLE;
        };
    }

    /** What it says about density, without the second picture it may carry. */
    private void writeJfif(byte[] segment) throws IOException {
        if (!begins(segment, "JFIF\0") || segment.length < 14) return;
        var plain = Arrays.copyOf(segment, 14);
        plain[12] = 0;
        plain[13] = 0;
        write(APP0, plain);
    }

    private static boolean begins(byte[] segment, String word) {
        var bytes = word.getBytes(StandardCharsets.US_ASCII);
        return segment.length >= bytes.length
                && Arrays.equals(segment, 0, bytes.length, bytes, 0, bytes.length);
    }

    private int nextMarker() throws IOException {
        if (from.readUnsignedByte() != 0xFF) throw new UnsupportedFile();
        int marker = 0xFF;
        while (marker == 0xFF) marker = from.readUnsignedByte();
        return marker;
    }

    private byte[] segment() throws IOException {
        int length = from.readUnsignedShort();
        if (length < 2) throw new UnsupportedFile();
        var content = new byte[length - 2];
        from.readFully(content);
        return content;
    }

    private void write(int marker, byte[] content) throws IOException {
        to.writeShort(0xFF00 | marker);
        to.writeShort(content.length + 2);
        to.write(content);
    }

    /**
     * The pixels run until the next true marker: FF00 is a byte of theirs, FFD0–FFD7 a milestone.
     */
    private int copyScan() throws IOException {
        while (true) {
            int b = from.readUnsignedByte();
            if (b != 0xFF) {
                to.write(b);
                continue;
            }
            int next = from.readUnsignedByte();
            while (next == 0xFF) next = from.readUnsignedByte();
            if (next != 0 && (next < 0xD0 || next > 0xD7)) return next;
            to.write(0xFF);
            to.write(next);
        }
    }

    private void writeWhichWayIsUp(byte[] exif) throws IOException {
        int orientation = ExifOrientation.of(exif);
        if (orientation > 1) write(EXIF, ExifOrientation.alone(orientation));
    }
}
