package se.trivsel.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.GivenRules;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.SealedFile;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Home;
import se.trivsel.vocabulary.Place;
import se.trivsel.vocabulary.SourceKind;

class LakeWriterTest {
    private static final String CONTRACT = """
            dataset: everything
            kind: case
            label: Allt
            description: En kolumn av varje slag.
            grain: en rad per rad
            columns:
              - {name: note, label: Text, type: text, length: 40, privacy: keep, required: true}
              - {name: client, label: Klient, type: personal_number, purpose: client, privacy: pseudonymise}
              - {name: sex_code, label: Kön, type: code, codes: sex, privacy: keep, derived_from: client}
              - {name: persons, label: Antal, type: integer, privacy: keep}
              - {name: extent_share, label: Andel, type: decimal, precision: 5, scale: 4, privacy: keep}
              - {name: amount_sek, label: Belopp, type: decimal, precision: 18, scale: 2, privacy: keep}
              - {name: started_on, label: Dag, type: date, privacy: keep}
              - {name: month, label: Månad, type: month, privacy: keep}
              - {name: is_open, label: Öppen, type: flag, privacy: keep}
              - {name: case_no, label: Ärende, type: identifier, purpose: case, privacy: pseudonymise}
              - {name: supplier_org_no, label: Orgnr, type: organisation_number, privacy: keep}
              - {name: remark, label: Fritext, type: text, length: 100, privacy: drop}
            """;
    private static final String SOURCE = """
            delivers: everything
            files: ["allt_{year}.csv"]
            format: {separator: ";", decimal: ","}
            columns:
              note: Text
              client: Klient
              sex_code: Kön
              persons: Antal
              extent_share: Andel
              amount_sek: Belopp
              started_on: Dag
              month: Månad
              is_open: Öppen
              case_no: Ärende
              supplier_org_no: Orgnr
              remark: Fritext
            reject_above_percent: 50
            """;
    private static final String HEADINGS = "Text;Klient;Kön;Antal;Andel;Belopp;Dag;Månad;Öppen;Ärende;Orgnr;Fritext\n";
    private static final String FULL =
            "Åsa 😀;19760101-2391;;-3;0,0625;-9999999999999999,99;1899-12-31;2015-02;J;Ä-17;802005-1952;hemligt\n";
    private static final String SOLE = "x;;kvinna;0;1,5;0,00;2015-03-31;;N;;760101-2391;\n";
    private static final String EMPTY = "y;;;;;;;;;;;\n";
    private static final String BAD = "z;19760101-2392;;;;;;;;;;\n";

    @TempDir
    static Path rulesFolder;

    private static Configuration rules;

    @TempDir
    Path folder;

    private Intake intake;

    @BeforeAll
    static void readTheRules() {
        rules = new GivenRules(rulesFolder)
                .shippedContract("unit")
                .contract("everything", CONTRACT)
                .source(SourceKind.CASE, "everything", SOURCE)
                .read();
    }

    @BeforeEach
    void open() {
        intake = new Intake(folder, rules);
    }

    @Test
    void theParquetFileHasTheContractsColumns() throws Exception {
        DeliveryManifest manifest = deliver(HEADINGS + FULL);
        List<String> expected = new ArrayList<>();
        rules.contracts()
                .get("everything")
                .storedColumns()
                .forEach(column ->
                        expected.add(column.storedName() + "|" + column.type().sqlType()));
        expected.addAll(List.of("delivery_id|VARCHAR", "line_no|INTEGER", "missing_reasons|VARCHAR"));

        assertThat(query(manifest, "select column_name, column_type from (describe from lake)"))
                .isEqualTo(expected);
        assertThat(query(manifest, "select name from parquet_schema(FILE) where repetition_type = 'REQUIRED'"))
                .contains("note", "line_no", "delivery_id")
                .doesNotContain("persons");
    }

    @Test
    void everyValueComesBack() throws Exception {
        DeliveryManifest manifest = deliver(HEADINGS + FULL + "\n" + SOLE + EMPTY);

        assertThat(query(manifest, """
                        select note, length(client_key), sex_code, persons, extent_share, amount_sek, started_on, month,
                            is_open, length(case_no_key), supplier_org_no, delivery_id = '%s', line_no
                        from lake order by line_no""".formatted(manifest.deliveryId())))
                .containsExactly(
                        "Åsa 😀|32|man|-3|0.0625|-9999999999999999.99|1899-12-31|2015-02-01|true|32|8020051952|true|2",
                        "x|null|kvinna|0|1.5000|0.00|2015-03-31|null|false|null|null|true|4",
                        "y|null|null|null|null|null|null|null|null|null|null|true|5");
    }

    @Test
    void noNumberOfAPersonAndNoFreeTextIsInTheFile() throws Exception {
        DeliveryManifest manifest = deliver(HEADINGS + (FULL + SOLE).repeat(500));

        for (String secret : List.of("760101", "2391", "hemligt", "Ä-17")) {
            assertThat(query(manifest, """
                            select count(*) from (select concat_ws('|', columns(* exclude (client_key, case_no_key)))
                                as text from lake) where contains(text, '%s')""".formatted(secret))).containsExactly("0");
        }
        assertThat(
                        query(
                                manifest,
                                "select distinct regexp_matches(client_key, '^[0-9a-f]{32}$') from lake where client_key is not null"))
                .containsExactly("true");
        assertThat(Files.readString(lakeFile(manifest), StandardCharsets.ISO_8859_1))
                .doesNotContain("197601012391")
                .doesNotContain("hemligt");
    }

    @Test
    void aDeliveryReadTwiceGivesTheSameBytes() throws Exception {
        Delivery delivery = intake.receive("2062-mora", "allt_2015.csv", bytes(HEADINGS + FULL.repeat(5000)));
        var other = new Home(folder.resolve("other"));

        DeliveryManifest first = intake.read(delivery);
        DeliveryManifest second = intake.read(delivery, new Lake(other));

        assertThat(second).isEqualTo(first);
        assertThat(other.lake().resolve(first.lakeFile().orElseThrow())).hasSameBinaryContentAs(lakeFile(first));
    }

    @Test
    void untilItIsFinishedNothingIsInTheLake() throws Exception {
        Delivery delivery = intake.receive("2062-mora", "allt_2015.csv", bytes(HEADINGS + FULL + BAD));

        try (LakeWriter writer = intake.readWithoutFinishing(delivery)) {
            assertThat(files(intake.home().lake())).isNotEmpty().allMatch(name -> name.matches("\\..*\\.part"));
            assertThat(files(intake.home().quarantine())).isNotEmpty().allMatch(name -> name.matches("\\..*\\.part"));
            assertThat(intake.lake().manifests()).isEmpty();
            assertThat(writer).isNotNull();
        }
        assertThat(files(intake.home().lake())).isEmpty();
        assertThat(files(intake.home().quarantine())).isEmpty();
    }

    /** As when a host is taken for dead and is not. */
    @Test
    void ofTwoThatReadADeliveryAtOnceTheLastToBeginFinishes() throws Exception {
        Delivery delivery = intake.receive("2062-mora", "allt_2015.csv", bytes(HEADINGS + FULL.repeat(5000) + BAD));
        var read = new ArrayList<DeliveryManifest>();

        assertThatThrownBy(() -> intake.readWhile(delivery, intake.lake(), () -> read.add(intake.read(delivery))))
                .isInstanceOf(NoSuchFileException.class);

        assertThat(intake.lake().manifests()).isEqualTo(read);
        DeliveryManifest alone = intake.read(delivery, new Lake(new Home(folder.resolve("alone"))));
        assertThat(lakeFile(read.get(0)))
                .hasSameBinaryContentAs(
                        folder.resolve("alone/lake").resolve(alone.lakeFile().orElseThrow()));
        assertThat(files(intake.home().lake())).noneMatch(name -> name.endsWith(".part"));
        assertThat(files(intake.home().quarantine())).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void theManifestIsWrittenLastAndTheReadingCanBeginAnew() throws Exception {
        Delivery delivery = intake.receive("2062-mora", "allt_2015.csv", bytes(HEADINGS + FULL + BAD));
        Path inTheWay = intake.home().lake().resolve("_manifests");
        Files.createDirectories(inTheWay.getParent());
        Files.writeString(inTheWay, "");

        assertThatThrownBy(() -> intake.read(delivery)).isInstanceOf(IOException.class);
        assertThat(files(intake.home().lake())).anyMatch(name -> name.endsWith(".parquet"));
        Files.delete(inTheWay);
        assertThat(intake.lake().manifests()).isEmpty();

        DeliveryManifest manifest = intake.read(delivery);
        assertThat(intake.lake().manifests()).containsExactly(manifest);
        assertThat(query(manifest, "select count(*) from lake")).containsExactly("1");
    }

    @Test
    void aRejectedRowIsKeptAsWrittenWhereOnlyTheKeyOpens() throws Exception {
        Delivery delivery = intake.receive("2062-mora", "allt_2015.csv", bytes(HEADINGS + FULL + BAD));

        DeliveryManifest manifest = intake.read(delivery);

        assertThat(manifest.rowsRead()).isEqualTo(2);
        assertThat(manifest.rowsKept()).isEqualTo(1);
        assertThat(manifest.rowsRejected()).isEqualTo(1);
        assertThat(manifest.findings())
                .containsExactly(
                        new FindingCount(FindingCode.INVALID_PERSONAL_NUMBER, 1, List.of(Place.cell(3, "Klient"))));
        Path sealed = intake.lake().quarantineFile(delivery.municipality(), manifest.readingId());
        assertThat(Files.readString(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("2392");
        assertThat(opened(sealed, delivery))
                .isEqualTo("{\"line\":3,\"raw\":\"" + BAD.strip()
                        + "\",\"findings\":[{\"code\":\"invalid_personal_number\",\"column\":\"Klient\"}],\"rulesVersion\":\""
                        + manifest.rulesVersion() + "\"}\n");
    }

    @Test
    void aDeliveryWithTooManyRejectedRowsIsRefusedAndItsRowsAreKept() throws Exception {
        Delivery delivery = intake.receive("2062-mora", "allt_2015.csv", bytes(HEADINGS + FULL + BAD.repeat(25)));

        DeliveryManifest manifest = intake.read(delivery);

        assertThat(manifest.isAccepted()).isFalse();
        assertThat(manifest.lakeFile()).isEmpty();
        assertThat(manifest.findings())
                .extracting(FindingCount::code)
                .containsExactly(FindingCode.TOO_MANY_REJECTED, FindingCode.INVALID_PERSONAL_NUMBER);
        assertThat(manifest.findings().get(1).count()).isEqualTo(25);
        assertThat(manifest.findings().get(1).examples()).hasSize(20);
        assertThat(files(intake.home().lake())).containsExactly(manifest.readingId() + ".json");
        assertThat(opened(intake.lake().quarantineFile(delivery.municipality(), manifest.readingId()), delivery)
                        .lines())
                .hasSize(25);
    }

    @Test
    void exactlyTheLimitIsNotAboveIt() throws Exception {
        assertThat(deliver(HEADINGS + FULL + BAD).isAccepted()).isTrue();
        assertThat(deliver(HEADINGS + FULL + BAD + BAD).isAccepted()).isFalse();
    }

    @Test
    void anUnreadableDeliveryHasAManifestAndNothingElse() throws Exception {
        DeliveryManifest manifest = deliver(HEADINGS + FULL.repeat(5000) + "\"x\n");

        assertThat(manifest.isAccepted()).isFalse();
        assertThat(manifest.findings())
                .containsExactly(new FindingCount(FindingCode.MALFORMED_FILE, 1, List.of(Place.line(5002))));
        assertThat(files(intake.home().lake())).containsExactly(manifest.readingId() + ".json");
        assertThat(files(intake.home().quarantine())).isEmpty();
    }

    private DeliveryManifest deliver(String text) throws IOException {
        return intake.read(intake.receive("2062-mora", "allt_2015.csv", bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path lakeFile(DeliveryManifest manifest) {
        return intake.home().lake().resolve(manifest.lakeFile().orElseThrow());
    }

    /** Rows as text, a bar between the values; {@code lake} and FILE stand for the delivery's Parquet file. */
    private List<String> query(DeliveryManifest manifest, String sql) throws SQLException {
        String file = "'" + lakeFile(manifest) + "'";
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("create view lake as from read_parquet(" + file + ", hive_partitioning = false)");
            var rows = new ArrayList<String>();
            try (var result = statement.executeQuery(sql.replace("FILE", file))) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    var row = new ArrayList<String>();
                    for (int i = 1; i <= columns; i++) {
                        row.add(String.valueOf(result.getString(i)));
                    }
                    rows.add(String.join("|", row));
                }
            }
            return rows;
        }
    }

    private String opened(Path sealed, Delivery delivery) throws IOException {
        try (InputStream in = SealedFile.read(sealed, intake.key(delivery))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
