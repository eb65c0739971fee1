package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.cli.RootCommand;
import se.trivsel.inbox.KeyRefused;
import se.trivsel.lake.DeliveryManifest;

/** Deliveries that a municipality prepares, from its own files to the centre's figures. */
class PreparedNightTest {
    private static final String MORA = "2062-mora";
    private static final String MEASURES = "select * exclude (release_id) from bi.measure_value order by all";

    @TempDir
    Path folder;

    private SmallWorld edge;
    private SmallWorld centre;

    @BeforeEach
    void worlds() {
        edge = new SmallWorld(folder.resolve("edge")).knowsOnly("2062");
        centre = new SmallWorld(folder.resolve("centre")).knowsOnly("2062");
    }

    @Test
    void preparedDeliveriesGiveTheRowsAndFiguresThatPlainOnesGive() throws Exception {
        edge.receives(MORA);
        prepare();
        SmallWorld plain =
                new SmallWorld(folder.resolve("plain")).knowsOnly("2062").receives(MORA);
        Files.createDirectories(plain.home().keys());
        Files.copy(edgeKey(), plain.home().keys().resolve("2062.key"));
        plain.runs();

        assertThat(centre.runs()).as(centre.output()).isEqualTo(ExitCode.OK);

        assertThat(centre.manifests()).hasSize(44).allMatch(DeliveryManifest::isPrepared);
        assertThat(told(centre)).isEqualTo(told(plain));
        assertThat(rows(centre)).isEqualTo(rows(plain)).hasSizeGreaterThan(5_000);
        assertThat(centre.asks(MEASURES)).isEqualTo(plain.asks(MEASURES)).hasSizeGreaterThan(500);
        assertThat(centre.home().keys().resolve("2062.key"))
                .as("What seals the archive is not the municipality's key")
                .content()
                .isNotEqualTo(Files.readString(edgeKey()));

        String release = centre.release().releaseId();
        assertThat(centre.on("2018-01-09").runs()).isEqualTo(ExitCode.OK);
        assertThat(centre.lastLine()).contains("OK=0 WARN=0 REJECT=0 SKIP=44 TOTAL=44");
        assertThat(centre.release().releaseId()).isEqualTo(release);
    }

    @Test
    void anAlteredCorrectionIsRefusedAndAnsweredAndTheLastOneStaysInUse() throws Exception {
        edge.receives(MORA, "franvaro_2015");
        prepare();
        centre.runs();
        List<String> before = rows(centre);
        Path prepared = prepared("franvaro_2015.csv");
        byte[] content = Files.readAllBytes(prepared);
        byte[] altered = content.clone();
        altered[altered.length / 2] ^= 1;
        Files.write(prepared, altered);

        assertThat(centre.on("2018-01-09").runs()).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(centre.output()).contains("REJECT  2062  absence").contains("signature_invalid 1");
        assertThat(rows(centre)).isEqualTo(before);
        assertThat(receipts()).anyMatch(receipt -> receipt.contains("undertecknad med en annan nyckel"));
        assertThat(residues()).isEmpty();
        assertThat(centre.makesAgain()).as(centre.output()).isEqualTo(ExitCode.OK);

        Files.write(prepared, content);
        assertThat(centre.on("2018-01-10").runs()).as(centre.output()).isNotEqualTo(ExitCode.FAILED);
        assertThat(newest().isAccepted()).as("Sent again, whole").isTrue();
    }

    @Test
    void aPlainFileFromAMunicipalityThatPreparesIsLeftWhereItLies() throws Exception {
        edge.receives(MORA, "franvaro_2015");
        prepare();
        centre.receives(MORA, "franvaro_2016");

        assertThat(takesIn("2018-01-08")).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(centre.output()).contains("franvaro_2016.csv: not_prepared");
        assertThat(centre.manifests()).hasSize(1);
        assertThat(receipts()).anyMatch(receipt -> receipt.contains("kan innehålla personnummer"));
    }

    @Test
    void theKeyThatKnowsADeliveryMayComeAfterIt() throws Exception {
        edge.receives(MORA, "franvaro_2015");
        prepare();
        Path known = centre.home().keys().resolve("2062.signature-key");
        Path away = folder.resolve("away");
        Files.move(known, away);
        takesIn("2018-01-08");
        assertThat(newest().isAccepted()).isFalse();

        Files.move(away, known);
        takesIn("2018-01-09");

        assertThat(centre.manifests()).filteredOn(DeliveryManifest::isAccepted).hasSize(1);
    }

    @Test
    void withTheCentresOwnKeyPreparedAndPlainDeliveriesFollowEachOther() throws Exception {
        centre.receives(MORA, "franvaro_2015");
        takesIn("2018-01-08");
        Files.createDirectories(edge.home().keys());
        Files.copy(centre.home().keys().resolve("2062.key"), edgeKey());
        edge.receives(MORA, "franvaro_2016");
        prepare();
        Files.delete(centre.home().keys().resolve("2062.signature-key"));

        takesIn("2018-01-09");

        assertThat(centre.manifests())
                .hasSize(2)
                .allMatch(DeliveryManifest::isAccepted)
                .extracting(DeliveryManifest::keyId)
                .containsOnly(centre.manifests().get(0).keyId());
    }

    @Test
    void pseudonymsOfTwoKeysAreNeverInUseTogether() throws Exception {
        centre.receives(MORA, "franvaro_2015");
        takesIn("2018-01-08");
        edge.receives(MORA, "franvaro_2016");
        prepare();

        assertThatThrownBy(() -> takesIn("2018-01-09"))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("prepares its deliveries with another key");
    }

    @Test
    void whatWasRefusedBeforeTheMunicipalityBeganToPrepareGetsNoOtherPseudonyms() throws Exception {
        centre.receives(MORA, "franvaro_2015");
        Path absences = centre.inbox().resolve(MORA).resolve("franvaro_2015.csv");
        String text = Files.readString(absences, StandardCharsets.ISO_8859_1);
        Files.writeString(absences, text.replace(";SJK;", ";???;"), StandardCharsets.ISO_8859_1);
        takesIn("2018-01-08");
        Files.delete(absences);
        edge.receives(MORA, "franvaro_2016");
        prepare();
        Path source = centre.config().resolve("sources/hr/lonelista/absence.yaml");
        Files.writeString(source, Files.readString(source) + "\nreject_above_percent: 100\n");

        takesIn("2018-01-09");

        assertThat(centre.manifests())
                .filteredOn(DeliveryManifest::isAccepted)
                .singleElement()
                .matches(DeliveryManifest::isPrepared);
    }

    @Test
    void aDeliveryPreparedByAnOlderContractIsRefusedButNotOneThatIsInUse() throws Exception {
        edge.receives(MORA, "franvaro_2015");
        prepare();
        centre.runs();
        List<String> before = rows(centre);
        addDays("");
        edge.receives(MORA, "franvaro_2016");
        prepare();

        assertThat(centre.on("2018-01-09").runs()).as(centre.output()).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(centre.output()).contains("prepared_by_other_rules 1");
        assertThat(centre.manifests())
                .filteredOn(DeliveryManifest::isAccepted)
                .hasSize(2)
                .allMatch(manifest -> manifest.period().toString().equals("2015-01--2015-12"));
        assertThat(query(centre, "select count(*) || ' ' || count(days) from lake.absence"))
                .as("The rows are those that were, and nobody has told the days")
                .containsExactly(before.size() + " 0");
    }

    @Test
    void whatANewContractCannotBeGivenStaysInUseAndIsStale() throws Exception {
        edge.receives(MORA, "franvaro_2015");
        prepare();
        centre.runs();
        List<String> before = rows(centre);
        addDays(", required: true");
        for (String system : List.of("lonelista", "personalexport")) {
            Path source = centre.config().resolve("sources/hr").resolve(system).resolve("absence.yaml");
            String text = Files.readString(source);
            Files.writeString(
                    source,
                    text.contains("\nfixed:")
                            ? text.replaceFirst("\nfixed:", "\nfixed:\n  days: \"1\"")
                            : text + "\nfixed: {days: \"1\"}\n");
        }

        assertThat(centre.on("2018-01-09").runs()).as(centre.output()).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(centre.output()).contains("prepared_by_other_rules 1");
        assertThat(query(centre, "select count(*) || ' ' || count(days) from lake.absence"))
                .containsExactly(before.size() + " 0");
        assertThat(query(centre, "select is_stale from lake.live_delivery")).containsExactly("true");
    }

    @Test
    void anotherSourceDescriptionReadsAPreparedDeliveryNoMore() throws Exception {
        edge.receives(MORA, "franvaro_2015");
        prepare();
        takesIn("2018-01-08");
        Path source = centre.config().resolve("sources/hr/lonelista/absence.yaml");
        Files.writeString(source, Files.readString(source) + "\nreject_above_percent: 7\n");

        takesIn("2018-01-09");

        assertThat(centre.manifests()).hasSize(1);
    }

    @Test
    void aPersonHasOnePseudonymInEveryPreparedFile() throws Exception {
        edge.receives(MORA, "anst_", "franvaro_2015");
        prepare();

        centre.runs();

        assertThat(query(
                        centre,
                        "select count(distinct employment_key) > 20 from lake.absence"
                                + " semi join lake.employment using (employment_key)"))
                .containsExactly("true");
    }

    /** What comes of the edge's inbox goes to the centre's, with the key that knows it. */
    private void prepare() throws IOException {
        Files.createDirectories(centre.home().keys());
        var output = new StringWriter();
        int exit = RootCommand.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(output))
                .execute(
                        "prepare",
                        "--config",
                        edge.config().toString(),
                        "--home",
                        edge.home().root().toString(),
                        "--out",
                        centre.inbox().resolve(MORA).toString(),
                        "--write-signature-key",
                        centre.home().keys().resolve("2062.signature-key").toString(),
                        edge.inbox().resolve(MORA).toString());
        assertThat(exit).as(output.toString()).isZero();
    }

    /** The centre's contract gets another column. */
    private void addDays(String required) throws IOException {
        Path contract = centre.config().resolve("contracts/absence.yaml");
        String column = "  - {name: days, label: Dagar, type: integer, privacy: keep" + required + "}";
        Files.writeString(contract, Files.readString(contract).replaceFirst("(?m)^columns:$", "columns:\n" + column));
    }

    private ExitCode takesIn(String day) {
        return centre.on(day).runs(JobName.HR, Optional.empty());
    }

    private Path edgeKey() {
        return edge.home().keys().resolve("2062.key");
    }

    private Path prepared(String name) {
        return centre.inbox().resolve(MORA).resolve(name + ".prepared");
    }

    private DeliveryManifest newest() {
        return Collections.max(centre.manifests(), Comparator.comparing(DeliveryManifest::knownOn));
    }

    /** Of each delivery, what its sender is told. */
    private static TreeMap<String, List<Object>> told(SmallWorld world) {
        var told = new TreeMap<String, List<Object>>();
        for (DeliveryManifest manifest : world.manifests()) {
            told.put(
                    manifest.dataset() + " " + manifest.period(),
                    List.of(
                            manifest.status(),
                            manifest.rowsRead(),
                            manifest.rowsKept(),
                            manifest.rowsRejected(),
                            manifest.findings(),
                            manifest.controlTotals(),
                            manifest.keyId()));
        }
        return told;
    }

    /** Every row in use, as text; which delivery it came with is not of it. */
    private static List<String> rows(SmallWorld world) throws SQLException {
        var rows = new ArrayList<String>();
        for (String table : query(
                world,
                "select table_name from duckdb_tables() where schema_name = 'lake' and table_name <> 'live_delivery' order by all")) {
            rows.addAll(query(
                    world,
                    "select concat('" + table + " ', to_json(stored)) from (select"
                            + " * exclude (delivery_id) from lake." + table + " order by all) as stored"));
        }
        return rows;
    }

    /** What the rows that analysts see answer. */
    private static List<String> query(SmallWorld world, String query) throws SQLException {
        Path file = world.home().published().resolve("current/analyst.duckdb");
        var properties = new Properties();
        properties.setProperty("duckdb.read_only", "true");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file, properties);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (answer.next()) {
                rows.add(String.valueOf(answer.getString(1)));
            }
            return rows;
        }
    }

    private List<String> receipts() throws IOException {
        try (Stream<Path> files = Files.walk(centre.home().receipts())) {
            var texts = new ArrayList<String>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file, StandardCharsets.UTF_8));
            }
            return texts;
        }
    }

    /** Unpacked rows that nobody has cleared away. */
    private List<Path> residues() throws IOException {
        try (Stream<Path> files = Files.walk(centre.home().root())) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(".part"))
                    .toList();
        }
    }
}
