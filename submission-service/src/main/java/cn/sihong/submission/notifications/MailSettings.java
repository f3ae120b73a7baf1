package cn.sihong.submission.notifications;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.time.Duration;
import java.util.Optional;

/**
 * The mail server; without one people are told on the platform only.
 *
 * @param host empty: no mail
 * @param from the sender's address
 * @param startTls whether the line must be encrypted
 * @param publicUrl what links in mails begin with
 * @param poll how often there may be something to send
 */
@ConfigurationProperties("sihong.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("sihong@localhost") String from,
        @DefaultValue("true") boolean startTls,
        @DefaultValue("") String publicUrl,
        @DefaultValue("1m") Duration poll) {

    boolean isOn() {
        return !host.isBlank();
    }

    Optional<JavaMailSender> sender() {
        if (!isOn()) return Optional.empty();
        var sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        if (username != null && !username.isBlank()) sender.setUsername(username);
        if (password != null && !password.isBlank()) sender.setPassword(password);
        sender.setDefaultEncoding("UTF-8");
        var properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.auth", String.valueOf(sender.getUsername() != null));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(startTls));
        properties.setProperty("mail.smtp.connectiontimeout", "5000");
        properties.setProperty("mail.smtp.timeout", "20000");
        properties.setProperty("mail.smtp.writetimeout", "20000");
        return Optional.of(sender);
    }
}
