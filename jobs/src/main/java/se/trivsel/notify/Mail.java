package se.trivsel.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** A notice as plain text by e-mail; a sender's own time-outs hold over ours. */
public final class Mail implements Channel {
    private final JavaMailSenderImpl sender;
    private final String from;
    private final List<String> to;

    /** @param patience for each answer of the server; without it there would be no end to the waiting */
    public Mail(JavaMailSenderImpl sender, String from, List<String> to, Duration patience) {
        Properties waits = sender.getJavaMailProperties();
        for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
            waits.putIfAbsent("mail." + sender.getProtocol() + "." + wait, String.valueOf(patience.toMillis()));
        }
        this.sender = sender;
        this.from = from;
        this.to = List.copyOf(to);
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void send(Notice notice) throws NotSent {
        MimeMessage message = sender.createMimeMessage();
        try {
            var written = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            written.setFrom(from);
            written.setTo(to.toArray(String[]::new));
            written.setSubject(notice.subject());
            written.setText(notice.body());
            // No out-of-office answers to a machine: RFC 3834.
            message.setHeader("Auto-Submitted", "auto-generated");
            sender.send(message);
        } catch (MessagingException | MailException failed) {
            throw new NotSent(failed.getClass().getSimpleName());
        }
    }
}
