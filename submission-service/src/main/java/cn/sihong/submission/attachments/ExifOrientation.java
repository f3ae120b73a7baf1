package cn.sihong.submission.attachments;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Which way is up, out of an Exif segment and back into one that says nothing else. */
final class ExifOrientation {

    private static final byte[] HEAD = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final short TAG = 0x0112;

    /** No more stands before it than a colour profile. */
    static final int FAR_ENOUGH = 512 * 1024;

    private ExifOrientation() {}

    /** 1 to 8 as Exif numbers them; 1, upright, where nothing sensible is said. */
    static int of(byte[] segment) {
        if (segment.length < HEAD.length + 8
                || !Arrays.equals(segment, 0, HEAD.length, HEAD, 0, HEAD.length)) return 1;
        try {
            var tiff = ByteBuffer.wrap(segment, HEAD.length, segment.length - HEAD.length).slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            return read(tiff.position(tiff.getInt(4)));
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException e) {
            return 1;
        }
    }

    private static int read(ByteBuffer directory) {
        int entries = directory.getShort() & 0xFFFF;
        for (int entry = 0; entry < entries; entry++) {
            short tag = directory.getShort();
            directory.getShort(); // type
            directory.getInt(); // count
            int value = directory.getShort() & 0xFFFF;
            directory.getShort(); // the other half of four bytes
            if (tag == TAG) return value >= 1 && value <= 8 ? value : 1;
        }
        return 1;
    }

    /** Where the note stands at the beginning of a JPEG file. */
    static int ofJpeg(byte[] head) {
        for (int at = 2; at + 4 < head.length && (head[at] & 0xFF) == 0xFF; ) {
            int length = ((head[at + 2] & 0xFF) << 8) | (head[at + 3] & 0xFF);
            if ((head[at + 1] & 0xFF) == 0xE1)
                return of(
                        Arrays.copyOfRange(
                                head, at + 4, Math.min(head.length, at + 2 + Math.max(2, length))));
            at += 2 + length;
        }
        return 1;
    }

    static byte[] alone(int orientation) {
        return ByteBuffer.allocate(HEAD.length + 26)
                .put(HEAD)
                .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort(TAG)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
