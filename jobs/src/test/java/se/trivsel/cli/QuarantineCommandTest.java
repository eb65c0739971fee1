package se.trivsel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.inbox.Archive;
import se.trivsel.inbox.Inbox;
import se.trivsel.inbox.KeyRing;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.DeliveryReading;
import se.trivsel.lake.Lake;
import se.trivsel.lake.LakeWriter;
import se.trivsel.vocabulary.Home;
import se.trivsel.warehouse.Repository;

/** A year of absence in which two rows have a word that nobody knows, until its description does. */
class QuarantineCommandTest {
    private static final Charset THEIRS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private Path config;
    private Home home;
    private String delivery = "";
    private String unknownRow = "";

    @BeforeEach
    void aDeliveryWithAnUnknownWord() throws IOException {
        config = copy(Repository.path("config"), folder.resolve("config"));
        home = new Home(folder.resolve("home"));
        Path inbox = Files.createDirectories(folder.resolve("inbox/2062-mora"));
        List<String> lines = new ArrayList<>(
                Files.readAllLines(Repository.path("data-samples/inbox/2062-mora/franvaro_2015.csv"), THEIRS));
        unknownRow = lines.get(4).replaceFirst("^([^;]*;[^;]*);[^;]*", "$1;NYTT");
        lines.set(4, unknownRow);
        lines.set(9, lines.get(9).replaceFirst("^([^;]*;[^;]*;[^;]*);[^;]*", "$1;20150231"));
        Files.write(inbox.resolve("franvaro_2015.csv"), lines, THEIRS);
        takeIn();
    }

    @Test
    void theListTellsDeliveriesAndReasonsButNoValues() {
        assertThat(quarantine("list")).isZero();

        assertThat(output.toString())
                .contains(delivery + "  accepted  franvaro_2015.csv  2 of 115 rows rejected")
                .contains("unknown_code 1")
                .contains("not_a_date 1")
                .doesNotContain("NYTT");
    }

    @Test
    void aRejectedRowIsShownAsItWasWrittenWithItsReasonAndRules() {
        assertThat(quarantine("show", "unknown_code")).isZero();

        assertThat(output.toString())
                .contains("franvaro_2015.csv  line 5  unknown_code (Orsak)  rules "
                        + manifests().get(0).rulesVersion())
                .contains(unknownRow)
                .doesNotContain("20150231");
        assertThat(errors.toString()).contains("personal data");
    }

    @Test
    void linesOfADeliveryCanBeChosen() {
        assertThat(quarantine("show", delivery, "--lines", "6-12")).isZero();

        assertThat(output.toString()).contains("line 10").doesNotContain("line 5");
    }

    @Test
    void withoutTheKeyNothingIsShown() throws IOException {
        Files.delete(home.keys().resolve("2062.key"));

        assertThat(quarantine("show", delivery)).isEqualTo(2);
        assertThat(output.toString()).isEmpty();
        assertThat(errors.toString()).contains("2062.key");
    }

    @Test
    void rowsComeInWithoutANewDeliveryWhenTheRulesAreMended() throws IOException {
        assertThat(quarantine("replay")).isZero();
        assertThat(output.toString()).contains("Nothing to replay");
        learnTheWord();

        assertThat(quarantine("replay", "--dry-run")).isZero();
        assertThat(output.toString())
                .contains(delivery + "  would be accepted: 1 rows out of quarantine, 1 still rejected");
        assertThat(manifests()).as("A dry run writes nothing").hasSize(1);

        assertThat(quarantine("replay", delivery)).isZero();
        assertThat(output.toString()).contains(delivery + "  accepted: 1 rows out of quarantine, 1 still rejected");
        assertThat(manifests())
                .filteredOn(manifest -> manifest.replay().isPresent())
                .singleElement()
                .satisfies(manifest -> {
                    assertThat(manifest.replay().orElseThrow().rows()).isEqualTo(1);
                    assertThat(manifest.rowsKept()).isEqualTo(114);
                });
    }

    private void learnTheWord() throws IOException {
        Path source = config.resolve("sources/hr/lonelista/absence.yaml");
        String text = Files.readString(source);
        Files.writeString(source, text.replace("    \"SJK\": sjuk\n", "    \"SJK\": sjuk\n    \"NYTT\": sjuk\n"));
    }

    private void takeIn() throws IOException {
        Configuration configuration = ConfigurationReader.readForRun(config);
        KeyRing keys = KeyRing.open(home.keys(), true);
        var archive = new Archive(home.archive(), keys);
        var file = Inbox.look(folder.resolve("inbox"), configuration).found().get(0);
        archive.receive(file, Instant.parse("2016-01-08T03:30:00Z"));
        var received = archive.deliveries().get(0);
        var key = keys.asBefore(received.municipality(), received.keyId());
        delivery = received.id();
        try (var reading = DeliveryReading.open(
                        configuration, file.source(), file.period(), key, () -> archive.open(received));
                var writer = LakeWriter.open(new Lake(home), received, configuration, file.source(), key)) {
            for (var block = reading.read(); block.isPresent(); block = reading.read()) {
                writer.write(reading.normalise(block.get()));
            }
            writer.finish(reading.assessment(), LocalDate.parse("2016-01-08"), Instant.parse("2016-01-08T03:30:00Z"));
        }
    }

    private List<DeliveryManifest> manifests() {
        return new Lake(home).manifests();
    }

    private int quarantine(String... arguments) {
        var all = new ArrayList<>(List.of("quarantine"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--home", home.root().toString()));
        if (arguments[0].equals("replay")) {
            all.addAll(List.of("--config", config.toString()));
        }
        return RootCommand.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute(all.toArray(String[]::new));
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        return to;
    }
}
