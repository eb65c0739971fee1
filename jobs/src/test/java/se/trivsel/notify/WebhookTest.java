package se.trivsel.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebhookTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Notice NOTICE = new Notice(
            Event.HELD,
            Optional.of("20180108T033000Z"),
            "Trivsel: utgåvan hölls inne",
            "En kontroll stoppade den. Åtgärda, och kör om.",
            List.of(new Notice.Fact("Utgåva i bruk", "2018-01-07.1"), new Notice.Fact("Avvisade", "1 (0380 unit)")));

    @Test
    void aGenericWebhookIsSentTheNotice() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            new Webhook(receiver.address(), WebhookFormat.GENERIC, PATIENCE).send(NOTICE);

            JsonNode notice = receiver.taken().get(0);
            assertThat(notice.propertyNames()).containsExactlyInAnyOrder("event", "runId", "subject", "text", "facts");
            assertThat(notice.path("event").asString()).isEqualTo("HELD");
            assertThat(notice.path("runId").asString()).isEqualTo("20180108T033000Z");
            assertThat(notice.path("subject").asString()).isEqualTo("Trivsel: utgåvan hölls inne");
            assertThat(notice.at("/facts/0/value").asString()).isEqualTo("2018-01-07.1");
        }
    }

    /** What adaptive-card.json 1.2.0 requires and allows of the elements used; Microsoft's schema is not shipped. */
    @Test
    void teamsIsSentAMessageWithAnAdaptiveCard() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            new Webhook(receiver.address(), WebhookFormat.TEAMS, PATIENCE).send(NOTICE);

            JsonNode message = receiver.taken().get(0);
            assertThat(message.propertyNames()).containsExactlyInAnyOrder("type", "attachments");
            assertThat(message.path("type").asString()).isEqualTo("message");
            assertThat(message.path("attachments")).hasSize(1);
            assertThat(message.at("/attachments/0/contentType").asString())
                    .isEqualTo("application/vnd.microsoft.card.adaptive");
            JsonNode card = message.at("/attachments/0/content");
            assertThat(card.propertyNames())
                    .isSubsetOf("$schema", "type", "version", "lang", "fallbackText", "body")
                    .contains("type", "version", "body");
            assertThat(card.path("type").asString()).isEqualTo("AdaptiveCard");
            assertThat(card.path("version").asString()).isEqualTo("1.2");
            assertThat(card.path("body").values())
                    .extracting(element -> element.path("type").asString())
                    .containsExactly("TextBlock", "TextBlock", "FactSet");
            assertThat(card.at("/body/0/text").asString()).isEqualTo("Trivsel: utgåvan hölls inne");
            assertThat(card.at("/body/1/text").asString()).isEqualTo("En kontroll stoppade den. Åtgärda, och kör om.");
            assertThat(card.at("/body/2/facts").values())
                    .hasSize(2)
                    .allSatisfy(fact -> assertThat(fact.propertyNames()).containsExactlyInAnyOrder("title", "value"));
        }
    }

    @Test
    void anAnswerThatIsNoSuccessIsSaidWithoutTheAddress() throws Exception {
        try (var receiver = new WebhookReceiver().answering(500)) {
            assertThatThrownBy(() -> new Webhook(receiver.address(), WebhookFormat.TEAMS, PATIENCE).send(NOTICE))
                    .isInstanceOf(NotSent.class)
                    .hasMessage("it was answered by 500");
            assertThat(receiver.taken()).as("It is not tried again").hasSize(1);
        }
    }

    @Test
    void aServerThatNeverAnswersIsWaitedForNoLongerThanAgreed() throws Exception {
        try (var receiver = new WebhookReceiver().neverAnswering()) {
            var webhook = new Webhook(receiver.address(), WebhookFormat.GENERIC, Duration.ofMillis(300));

            assertThatThrownBy(() -> webhook.send(NOTICE))
                    .isInstanceOf(NotSent.class)
                    .hasMessage("there was no answer in 0.3 s");
        }
    }

    @Test
    void nobodyThereAndAnAddressThatIsNoneAreSaidWithoutTheAddress() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        for (String address :
                List.of("http://127.0.0.1:" + free + "/secret-path", "secret path", "ftp://secret-path")) {
            assertThatThrownBy(() -> new Webhook(address, WebhookFormat.GENERIC, PATIENCE).send(NOTICE))
                    .isInstanceOf(NotSent.class)
                    .hasMessageNotContaining("secret");
        }
    }
}
