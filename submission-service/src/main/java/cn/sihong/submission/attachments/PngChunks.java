package cn.sihong.submission.attachments;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A PNG file, chunk by chunk: texts, times and camera notes are left out. */
final class PngChunks {

    private static final long SIGNATURE = 0x89504E47_0D0A1A0AL;
    private static final int MOST = 10 * 1024 * 1024;
    private static final Set<String> KEPT =
            Set.of(
                    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "pHYs",
                    "sBIT", "bKGD");

    private PngChunks() {}

    static void strip(InputStream from, OutputStream to) throws IOException {
        var in = new DataInputStream(from);
        var out = new DataOutputStream(to);
        try {
            if (in.readLong() != SIGNATURE) throw new UnsupportedFile();
            out.writeLong(SIGNATURE);
            for (var type = ""; !type.equals("IEND"); ) {
                int length = in.readInt();
                if (length < 0 || length > MOST) throw new UnsupportedFile();
                type = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
                var contentAndCheck = new byte[length + 4];
                in.readFully(contentAndCheck);
                if (KEPT.contains(type)) write(out, length, type, contentAndCheck);
            }
        } catch (EOFException e) {
            throw new UnsupportedFile();
        }
    }

    private static void write(DataOutputStream out, int length, String type, byte[] contentAndCheck)
            throws IOException {
        out.writeInt(length);
        out.write(type.getBytes(StandardCharsets.US_ASCII));
        out.write(contentAndCheck);
    }
}
