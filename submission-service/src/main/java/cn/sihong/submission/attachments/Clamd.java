package cn.sihong.submission.attachments;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The virus scanner: clamd, asked by its INSTREAM command. There need not be one; then everything
 * says that it was not scanned.
 */
@Component
@EnableConfigurationProperties(Clamd.Settings.class)
class Clamd {

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_024;

    /**
     * Where it listens.
     *
     * @param host empty where there is none
     * @param patience how long one answer may take; its StreamMaxLength must be 100 MB or more
     */
    @ConfigurationProperties("sihong.scanner")
    record Settings(
            @DefaultValue("") String host,
            @DefaultValue("3310") int port,
            @DefaultValue("60s") Duration patience) {}

    /** What it found, or null where it found nothing. */
    record Verdict(@Nullable String finding) {}

    private final Settings settings;

    Clamd(Settings settings) {
        this.settings = settings;
        if (!isOn())
            LOG.warn("There is no virus scanner (sihong.scanner.host): files are kept unscanned");
    }

    boolean isOn() {
        return !settings.host().isBlank();
    }

    /**
     * Asks about the bytes.
     *
     * @throws IOException when the scanner does not answer, or does not say what it thinks
     */
    Verdict scan(InputStream bytes) throws IOException {
        int patience = Math.toIntExact(settings.patience().toMillis());
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), patience);
            socket.setSoTimeout(patience);
            var to = new DataOutputStream(socket.getOutputStream());
            to.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            var piece = new byte[PIECE];
            for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                if (read == 0) continue; // a length of zero would be the end
                to.writeInt(read);
                to.write(piece, 0, read);
            }
            to.writeInt(0);
            to.flush();
            return verdict(answer(socket.getInputStream()));
        }
    }

    private static String answer(InputStream from) throws IOException {
        var answer = new StringBuilder();
        for (int sign = from.read();
                sign > 0 && answer.length() < LONGEST_ANSWER;
                sign = from.read()) answer.append((char) sign);
        return answer.toString().strip();
    }

    private static Verdict verdict(String answer) throws IOException {
        if (answer.equals("stream: OK")) return new Verdict(null);
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND"))
            return new Verdict(answer.substring(8, answer.length() - 6));
        throw new IOException("clamd said: " + answer);
    }
}
