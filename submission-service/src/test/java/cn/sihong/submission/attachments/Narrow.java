package cn.sihong.submission.attachments;

import cn.sihong.platform.store.ObjectStore;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;

/** A program with little memory that takes the largest film in, keeps it, scans it and reads it. */
final class Narrow {

    private Narrow() {}

    /** Prints the digest of what was kept and of what was read back, and the most memory it had. */
    public static void main(String[] ports) throws Exception {
        var store =
                new ObjectStore(
                        new ObjectStore.Settings(
                                URI.create("http://127.0.0.1:" + ports[0]),
                                "attachments",
                                "test",
                                "test",
                                "us-east-1"));
        var clamd =
                new Clamd(
                        new Clamd.Settings(
                                "127.0.0.1", Integer.parseInt(ports[1]), Duration.ofMinutes(2)));
        try (var spool = Spool.of(film())) {
            store.put("narrow.mp4", spool.format().type(), spool.cleaned());
            try (var bytes = store.open("narrow.mp4")) {
                if (clamd.scan(bytes).finding() != null) throw new IllegalStateException("a virus");
            }
            var digest = MessageDigest.getInstance("SHA-256");
            try (var bytes = new DigestInputStream(store.open("narrow.mp4"), digest)) {
                bytes.transferTo(java.io.OutputStream.nullOutputStream());
            }
            System.out.println(
                    "%d %s %s %d"
                            .formatted(
                                    spool.size(),
                                    spool.sha256(),
                                    HexFormat.of().formatHex(digest.digest()),
                                    Runtime.getRuntime().maxMemory()));
        } finally {
            store.delete("narrow.mp4");
        }
    }

    /** A hundred megabytes, none of which exist before they are read. */
    private static InputStream film() {
        var head =
                Crafted.join(
                        Crafted.box("ftyp", "isom\0\0\0\0isom"),
                        Crafted.box("moov", Crafted.trak("vide")));
        int samples = Math.toIntExact(Kind.VIDEO.most()) - head.length;
        var mdat =
                java.nio.ByteBuffer.allocate(8).putInt(samples).put(Crafted.bytes("mdat")).array();
        return new SequenceInputStream(
                new java.io.ByteArrayInputStream(Crafted.join(head, mdat)),
                new InputStream() {
                    private int left = samples - 8;

                    @Override
                    public int read() {
                        return left-- > 0 ? left & 0xFF : -1;
                    }

                    @Override
                    public int read(byte[] into, int from, int length) {
                        if (left <= 0) return -1;
                        int some = Math.min(length, left);
                        left -= some;
                        return some; // whatever stood there: what matters is how much
                    }
                });
    }
}
