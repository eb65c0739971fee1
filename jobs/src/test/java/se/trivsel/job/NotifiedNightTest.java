package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.contract.InvalidConfiguration;
import se.trivsel.notify.WebhookReceiver;
import tools.jackson.databind.JsonNode;

class NotifiedNightTest {
    private static final String MORA = "2062-mora";

    @TempDir
    Path folder;

    private SmallWorld world;
    private WebhookReceiver receiver;

    @BeforeEach
    void world() throws IOException {
        receiver = new WebhookReceiver();
        world = new SmallWorld(folder)
                .knowsOnly("2062")
                .receives(MORA, "tjanster_2015")
                .knowing(Map.of("TRIVSEL_NOTIFY_WEBHOOK_URL", receiver.address()));
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void whatIsLackingIsToldOnceAndAgainWhenMoreIs() throws IOException {
        assertThat(world.runs()).isEqualTo(ExitCode.INCOMPLETE);
        world.on("2018-01-09").runs();
        assertThat(receiver.events())
                .as("The second night lacks nothing that the first had")
                .containsExactly("INCOMPLETE");
        JsonNode notice = receiver.taken().get(0);
        assertThat(notice.path("runId").asString()).isEqualTo("20180108T033000Z");
        assertThat(notice.path("subject").asString()).isEqualTo("Trivsel: alla leveranser är inte på plats");
        assertThat(fact(notice, "Utgåva i bruk")).isEqualTo("2018-01-08.1");
        assertThat(fact(notice, "Saknas")).contains("2062 absence");

        Files.writeString(world.inbox().resolve(MORA).resolve("lista 19800101-2387.txt"), "?");
        world.on("2018-01-10").runs();
        assertThat(receiver.events()).containsExactly("INCOMPLETE", "INCOMPLETE");
        assertThat(fact(receiver.taken().get(1), "Avvisade")).isEqualTo("1 (2062)");
        assertThat(receiver.taken().toString()).doesNotContain("lista").doesNotContain("800101");
    }

    @Test
    void aNightThatCannotStartIsToldAndSoIsTheOneThatGoesWellAgain() throws IOException {
        Path parameters = world.config().resolve("parameters.yaml");
        String sound = Files.readString(parameters);
        Files.writeString(parameters, "no: such key\n");
        assertThatThrownBy(() -> world.runs()).isInstanceOf(InvalidConfiguration.class);

        Files.writeString(parameters, sound);
        world.on("2018-01-09").runs();

        assertThat(receiver.events()).containsExactly("FAILED", "RECOVERED");
        assertThat(receiver.taken().get(0).path("subject").asString()).isEqualTo("Trivsel: natten misslyckades");
        assertThat(fact(receiver.taken().get(0), "Körning")).isEqualTo("20180108T033000Z, slutkod 2");
        assertThat(receiver.taken().get(1).path("subject").asString()).isEqualTo("Trivsel: natten gick bra igen");
    }

    @Test
    void aHeldReleaseIsToldWithTheChecksThatHeldIt() throws IOException {
        Files.writeString(world.sql().resolve("90_quality").resolve("there_is_nothing.sql"), """
                -- Nothing may ever be published.
                -- Severity: fail
                -- Remedy: remove this check
                select municipality_code from bi.municipality;
                """);

        assertThat(world.runs()).as(world.output()).isEqualTo(ExitCode.FAILED);

        assertThat(receiver.events()).containsExactly("HELD");
        assertThat(fact(receiver.taken().get(0), "Kontroller som stoppade")).isEqualTo("there_is_nothing");
    }

    @Test
    void aWebhookThatFailsChangesNothingOfTheRun() {
        receiver.answering(500);

        assertThat(world.runs()).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(world.output()).contains("Cannot notify by webhook: it was answered by 500");
        assertThat(world.output()).doesNotContain("secret-path");
        assertThat(world.lastLine()).startsWith("Done.").endsWith("exit 3");
        assertThat(new RunHistory(world.home()).last().orElseThrow().failures()).isEmpty();
    }

    @Test
    void whatIsNotAskedForIsNotTold() throws IOException {
        set("events: [failed, held, incomplete, recovered, late]", "events: [failed]");

        assertThat(world.runs()).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(receiver.taken()).isEmpty();
    }

    @Test
    void aRehearsalTellsNobody() {
        world.rehearses(built -> built);

        assertThat(receiver.taken()).isEmpty();
    }

    @Test
    void mailGoesByTheServerOfSpringsOwnSettings() throws Exception {
        var server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            set("from: \"\"", "from: trivsel@example.se");
            set("to: []", "to: [drift@example.se]");
            set(
                    "spring:\n",
                    "spring:\n  mail: {host: 127.0.0.1, port: "
                            + server.getSmtp().getPort() + "}\n");

            world.runs();

            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getSubject())
                    .isEqualTo("Trivsel: alla leveranser är inte på plats");
        } finally {
            server.stop();
        }
    }

    private void set(String text, String other) throws IOException {
        Path settings = world.config().resolve("application.yaml");
        String before = Files.readString(settings);
        assertThat(before).contains(text);
        Files.writeString(settings, before.replace(text, other));
    }

    private static String fact(JsonNode notice, String title) {
        for (JsonNode fact : notice.path("facts")) {
            if (fact.path("title").asString().equals(title)) {
                return fact.path("value").asString();
            }
        }
        return "";
    }
}
