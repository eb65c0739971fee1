package se.trivsel.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailTest {
    private static final Notice NOTICE = new Notice(
            Event.LATE,
            Optional.empty(),
            "Trivsel: nattens körning har inte gått bra, åtgärda",
            "Ingen natt har gått bra än. Ängsö, Håbo och Örebro väntar.",
            List.of(new Notice.Fact("Utgåva i bruk", "2018-01-07.1")));

    @Test
    void swedishLettersArriveInSubjectAndText() throws Exception {
        var server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            mail(server.getSmtp().getPort(), Duration.ofSeconds(10)).send(NOTICE);

            MimeMessage[] taken = server.getReceivedMessages();
            assertThat(taken).as("One mail to each of two").hasSize(2);
            assertThat(taken[0].getSubject()).isEqualTo("Trivsel: nattens körning har inte gått bra, åtgärda");
            assertThat(taken[0].getContent().toString().replace("\r\n", "\n").strip())
                    .isEqualTo("""
                            Ingen natt har gått bra än. Ängsö, Håbo och Örebro väntar.

                            Utgåva i bruk: 2018-01-07.1""");
            assertThat(taken[0].getFrom()[0]).hasToString("trivsel@example.se");
            assertThat(taken[0].getRecipients(Message.RecipientType.TO)).hasSize(2);
            assertThat(taken[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatNeverGreetsIsWaitedForNoLongerThanAgreed() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Mail mail = mail(silent.getLocalPort(), Duration.ofMillis(300));

            assertThatThrownBy(() -> mail.send(NOTICE)).isInstanceOf(NotSent.class);
        }
    }

    private static Mail mail(int port, Duration patience) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.setProtocol("smtp");
        return new Mail(sender, "trivsel@example.se", List.of("drift@example.se", "chef@example.se"), patience);
    }
}
