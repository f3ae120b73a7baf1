package cn.sihong.submission.attachments;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Speaks clamd's INSTREAM and knows one virus, the test file of the trade (EICAR). */
final class FakeClamd {

    /** In two halves, so that no scanner takes this source for it. */
    static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final ServerSocket door;
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicLong scanned = new AtomicLong();

    private FakeClamd(ServerSocket door) {
        this.door = door;
    }

    static FakeClamd start() {
        try {
            var clamd = new FakeClamd(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(clamd::listen);
            return clamd;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** As if it had been stopped: it hangs up without a word. */
    void away(boolean is) {
        away.set(is);
    }

    /** How many bytes it was shown in all. */
    long scanned() {
        return scanned.get();
    }

    private void listen() {
        while (true) {
            try {
                var caller = door.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            if (away.get()) return;
            var in = new DataInputStream(new java.io.BufferedInputStream(caller.getInputStream()));
            var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
            var answer = command.equals("zINSTREAM\0") ? verdict(in) : "UNKNOWN COMMAND";
            caller.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // the caller hung up
        }
    }

    private String verdict(DataInputStream in) throws IOException {
        var carried = "";
        boolean found = false;
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            if (length < 0 || length > 25 * 1024 * 1024)
                return "INSTREAM size limit exceeded. ERROR";
            var text = carried + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
            found |= text.contains(EICAR);
            carried = text.substring(Math.max(0, text.length() - EICAR.length()));
            scanned.addAndGet(length);
        }
        return found ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }
}
