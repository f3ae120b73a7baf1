package cn.sihong.submission.notifications;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** A mail server for all tests; the rounds and the reminders go when a test says so. */
public class MailForTests implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final GreenMail SERVER =
            new GreenMail(new ServerSetup(free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    /** Its own for good, so that it can go away and come back. */
    private static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!SERVER.isRunning()) SERVER.start();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "mail for tests",
                                Map.of(
                                        "sihong.mail.host",
                                        "127.0.0.1",
                                        "sihong.mail.port",
                                        SERVER.getSmtp().getPort(),
                                        "sihong.mail.start-tls",
                                        false,
                                        "sihong.mail.public-url",
                                        "https://sihong.test",
                                        "sihong.mail.poll",
                                        "365d",
                                        "sihong.reminders.cron",
                                        "-")));
    }
}
