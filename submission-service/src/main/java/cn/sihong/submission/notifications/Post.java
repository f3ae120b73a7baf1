package cn.sihong.submission.notifications;

import cn.sihong.submission.notifications.Mails.Claimed;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Hands mails to the server, and tells apart what became of them. */
class Post {

    /** What is known after handing over. */
    sealed interface Outcome {
        record Sent() implements Outcome {}

        /** The server could not be spoken to: it has nothing of the mail. */
        record NotSent(String reason) implements Outcome {}

        /** The server said no. */
        record Refused(String reason) implements Outcome {}

        /** The line broke after the mail was on its way. */
        record Uncertain(String reason) implements Outcome {}
    }

    private final JavaMailSender sender;
    private final MailSettings settings;

    Post(JavaMailSender sender, MailSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    Outcome hand(Claimed mail) {
        try {
            sender.send(written(mail));
            return new Outcome.Sent();
        } catch (MailSendException e) {
            // with a cause: no connection; without: per message, what happened to it
            if (e.getCause() != null) return new Outcome.NotSent(String.valueOf(e.getMessage()));
            return e.getFailedMessages().values().stream()
                    .findFirst()
                    .map(Post::ended)
                    .orElseGet(() -> new Outcome.Uncertain(String.valueOf(e.getMessage())));
        } catch (MailAuthenticationException e) {
            return new Outcome.NotSent(String.valueOf(e.getMessage()));
        } catch (MailException | MessagingException e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static Outcome ended(Exception failure) {
        var reason = String.valueOf(failure.getMessage());
        return failure instanceof SendFailedException
                ? new Outcome.Refused(reason)
                : new Outcome.Uncertain(reason);
    }

    private MimeMessage written(Claimed mail) throws MessagingException {
        var message = new Known(mail);
        var parts = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        parts.setFrom(settings.from());
        parts.setTo(mail.address());
        parts.setSubject(
                mail.digest()
                        ? "四红平台今日提醒（%d 条）".formatted(mail.items().size())
                        : mail.items().getFirst().title());
        parts.setText(
                mail.items().stream()
                        .map(item ->
                                "%s\n%s\n%s%s"
                                        .formatted(
                                                item.title(),
                                                item.body(),
                                                settings.publicUrl(),
                                                item.link()))
                        .collect(
                                Collectors.joining(
                                        "\n\n", "", "\n\n如不再需要邮件提醒，请登录平台，在“提醒设置”中关闭。\n")));
        return message;
    }

    /** Its Message-ID is the claim's: should it ever arrive twice, a mail program knows. */
    private static class Known extends MimeMessage {
        private final Claimed mail;

        Known(Claimed mail) {
            super((Session) null);
            this.mail = mail;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<%s@sihong>".formatted(mail.id()));
        }
    }
}
