package se.trivsel.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.DeliveryCalendar;
import se.trivsel.contract.Fetch;
import se.trivsel.contract.GivenRules;
import se.trivsel.contract.Municipality;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.SourceKind;

@Tag("containers")
class SftpFetchTest {
    private static final byte[] UNITS = "Enhet;Namn\nIFO1;Mottagning\n".getBytes(StandardCharsets.UTF_8);
    private static final int LARGE = 4_000_000;
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Map<String, String> PASSWORD = Map.of("TRIVSEL_SFTP_2062_PASSWORD", SftpServer.PASSWORD);

    @TempDir
    static Path rulesFolder;

    private static Configuration rules;
    private static SftpServer server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        Containers.assumeThere();
        server = SftpServer.start();
        rules = new GivenRules(rulesFolder)
                .shippedContract("unit")
                .source(SourceKind.HR, "unit", """
                        delivers: unit
                        files: ["enheter_{year}*.csv"]
                        format: {separator: ";"}
                        columns: {unit_code: Enhet, unit_name: Namn, activity_code: Verksamhet, valid_from: Från}
                        """)
                .read();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void nothingLiesThereYet() {
        server.run("sh", "-c", "rm -rf " + server.path("*"));
    }

    @Test
    void aFileIsBroughtAsItLiesThereAndTheServerStaysAsItWas() throws IOException {
        server.has("enheter_2015.csv", UNITS).has("enheter_2016.csv.part", UNITS);
        String before = server.listing();

        FetchResult result = fetch(PASSWORD);

        assertThat(result.failures()).isEmpty();
        assertThat(result.fetched()).isEqualTo(1);
        assertThat(brought()).containsExactly("2062-sftp/enheter_2015.csv");
        assertThat(folder.resolve("2062-sftp/enheter_2015.csv")).hasBinaryContent(UNITS);
        assertThat(server.listing()).isEqualTo(before);
    }

    @Test
    void anUnchangedFileIsNotBroughtAgainAndAChangedOneIs() throws IOException {
        server.has("enheter_2015.csv", UNITS).has("enheter_2016.csv", UNITS);
        fetch(PASSWORD);
        Files.delete(folder.resolve("2062-sftp/enheter_2015.csv"));
        Files.delete(folder.resolve("2062-sftp/enheter_2016.csv"));
        server.has("enheter_2016.csv", "Enhet;Namn\n".getBytes(StandardCharsets.UTF_8));

        FetchResult again = fetch(PASSWORD);

        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(brought()).containsExactly("2062-sftp/enheter_2016.csv");
    }

    @Test
    void aServerWithAnotherKeyIsRefused() throws IOException {
        server.has("enheter_2015.csv", UNITS);
        String another = "SHA256:" + "A".repeat(43);

        FetchResult result = fetch(sftp(server.port(), another, AN_HOUR), PASSWORD, Duration.ofSeconds(20));

        assertThat(result.failures())
                .singleElement()
                .asString()
                .contains("shows the key " + server.hostKey(), "not its host_key");
        assertThat(brought()).isEmpty();
    }

    @Test
    void aWrongPasswordIsToldByTheNameOfItsVariable() {
        FetchResult result = fetch(Map.of("TRIVSEL_SFTP_2062_PASSWORD", "hemligt-men-fel"));

        assertThat(result.failures())
                .singleElement()
                .asString()
                .contains("refuses user mora", "TRIVSEL_SFTP_2062_PASSWORD")
                .doesNotContain("hemligt");
    }

    @Test
    void aKeyWithAPassphraseOpensToo() throws Exception {
        server.has("enheter_2015.csv", UNITS);
        KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.ED25519);
        var publicKey = new ByteArrayOutputStream();
        pair.writePublicKey(publicKey, "trivsel");
        server.lets(publicKey.toString(StandardCharsets.US_ASCII).strip());
        var privateKey = new ByteArrayOutputStream();
        pair.writeOpenSSHv1PrivateKey(privateKey, "lösen".getBytes(StandardCharsets.UTF_8));
        Path keyFile = Files.write(folder.resolve("key"), privateKey.toByteArray());

        FetchResult result = fetch(
                Map.of("TRIVSEL_SFTP_2062_KEY_FILE", keyFile.toString(), "TRIVSEL_SFTP_2062_KEY_PASSPHRASE", "lösen"));

        assertThat(result.failures()).isEmpty();
        assertThat(result.fetched()).isEqualTo(1);
    }

    @Test
    void aFileThatGrowsIsLeftForTheNextNight() throws IOException {
        server.has("enheter_2015.csv", new byte[LARGE]);
        String writer = "while :; do echo 'IFO2;Utredning' >>" + server.path("enheter_2015.csv") + "; done";
        server.run("sh", "-c", "(" + writer + ") >/dev/null 2>&1 & echo $! >/run/writer.pid");
        FetchResult meanwhile = fetch(PASSWORD);
        server.run("sh", "-c", "kill $(cat /run/writer.pid)");

        assertThat(meanwhile.unfinished()).containsExactly("enheter_2015.csv");
        assertThat(brought()).isEmpty();
        assertThat(fetch(PASSWORD).fetched()).isEqualTo(1);
    }

    @Test
    void whatAServerThatDisappearsDidNotGiveIsBroughtTheNextNight() throws IOException {
        server.has("enheter_2015.csv", UNITS).has("enheter_2016.csv", new byte[LARGE]);

        try (var line = new Relay(server.host(), server.port(), LARGE / 2, Relay.End.BREAKS)) {
            FetchResult broken = fetch(sftp(line.port(), server.hostKey(), AN_HOUR), PASSWORD, Duration.ofSeconds(20));
            assertThat(broken.failures()).singleElement().asString().contains("enheter_2016.csv could not be read");
            assertThat(brought()).containsExactly("2062-sftp/enheter_2015.csv");
        }

        FetchResult next = fetch(PASSWORD);
        assertThat(next.failures()).isEmpty();
        assertThat(next.unchanged()).isEqualTo(1);
        assertThat(folder.resolve("2062-sftp/enheter_2016.csv")).hasSize(LARGE);
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() throws IOException {
        server.has("enheter_2015.csv", new byte[LARGE]);

        try (var line = new Relay(server.host(), server.port(), LARGE / 2, Relay.End.FALLS_SILENT)) {
            FetchResult silent = fetch(sftp(line.port(), server.hostKey(), AN_HOUR), PASSWORD, Duration.ofSeconds(2));
            assertThat(silent.failures()).hasSize(1);
        }
        assertThat(brought()).isEmpty();
    }

    @Test
    void aFetchEndsWhenItsTimeIsUp() throws IOException {
        server.has("enheter_2015.csv", new byte[LARGE]);

        try (var line = new Relay(server.host(), server.port(), LARGE / 2, Relay.End.FALLS_SILENT)) {
            FetchResult late = fetch(sftp(line.port(), server.hostKey(), Duration.ofSeconds(4)), PASSWORD, AN_HOUR);
            assertThat(late.failures()).singleElement().asString().contains("time was up");
        }
        assertThat(brought()).isEmpty();
    }

    @Test
    void aFileThatMayNotBeReadDoesNotHoldUpTheOthers() throws IOException {
        server.has("enheter_2015.csv", UNITS).has("enheter_2016.csv", UNITS);
        server.run("chmod", "000", server.path("enheter_2015.csv"));

        FetchResult result = fetch(PASSWORD);

        assertThat(result.failures()).singleElement().asString().contains("enheter_2015.csv", "ermission denied");
        assertThat(brought()).containsExactly("2062-sftp/enheter_2016.csv");
    }

    @Test
    void whatNobodyAgreedOnIsToldAndNotBrought() throws IOException {
        server.has("semester_2015.csv", UNITS)
                .has("enheter_2015\\..*?.csv", UNITS)
                .has("enheter_2016?.csv", UNITS);

        FetchResult result = fetch(PASSWORD);

        assertThat(result.failures()).isEmpty();
        assertThat(result.unknown()).containsExactly("semester_2015.csv");
        assertThat(brought()).containsExactly("2062-sftp/enheter_2016?.csv");
    }

    @Test
    void aServerThatIsNotThereIsToldAsSuch() throws IOException {
        int nobody;
        try (var socket = new java.net.ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }

        FetchResult result = fetch(sftp(nobody, server.hostKey(), AN_HOUR), PASSWORD, Duration.ofSeconds(20));

        assertThat(result.failures()).singleElement().asString().contains("cannot be reached");
    }

    private FetchResult fetch(Map<String, String> environment) {
        return fetch(sftp(server.port(), server.hostKey(), AN_HOUR), environment, Duration.ofSeconds(20));
    }

    private FetchResult fetch(Fetch fetch, Map<String, String> environment, Duration patience) {
        var mora = new Municipality(
                new MunicipalityCode("2062"),
                "Mora",
                Map.of(SourceKind.HR, "given"),
                DeliveryCalendar.NONE,
                List.of(fetch));
        try {
            return new Fetching(folder, rules, new Secrets(environment), patience)
                    .fetch(mora, Set.of(SourceKind.HR), LocalDate.parse("2018-01-08"))
                    .get(0);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static Fetch sftp(int port, String hostKey, Duration timeLimit) {
        return new Fetch.Sftp(
                Optional.empty(), server.host(), port, SftpServer.USER, List.of(hostKey), "/ut", timeLimit);
    }

    /** All files that are there to be received; also none that is half. */
    private List<String> brought() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.endsWith(".brought.json") && !name.equals("key"))
                    .sorted()
                    .toList();
        }
    }
}
