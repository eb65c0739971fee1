package se.trivsel.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.postgresql.PostgreSQLContainer;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.DeliveryCalendar;
import se.trivsel.contract.Fetch;
import se.trivsel.contract.FilePattern;
import se.trivsel.contract.GivenRules;
import se.trivsel.contract.Municipality;
import se.trivsel.contract.Query;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.SourceKind;

@Tag("containers")
class SourceDatabaseTest {
    private static final String FILE = "enheter_2017.csv";
    private static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:17");

    @TempDir
    static Path rulesFolder;

    private static Configuration rules;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws SQLException {
        Containers.assumeThere();
        POSTGRES.start();
        run("create table enhet (kod char(6), namn text, budget numeric(12, 2), andel real, aktiv boolean,"
                + " fran date, till date, andrad timestamptz)");
        run("insert into enhet values"
                + " ('IFO1', 'Mottagning; \"Norr\"', 1234567.50, 0.75, true, '2014-01-01', null, '2015-06-30 23:30+00'),"
                + " ('IFO2', 'Utredning', 0, 1e10, false, '2017-03-01', 'infinity', '2017-01-01 12:00+01'),"
                + " ('IFO3', null, -1, null, null, '2018-01-01', null, null)");
        rules = new GivenRules(rulesFolder)
                .shippedContract("unit")
                .source(SourceKind.HR, "unit", """
                        delivers: unit
                        files: ["enheter_{year}.csv"]
                        format: {separator: ";"}
                        columns: {unit_code: kod, unit_name: namn, activity_code: verksamhet, valid_from: fran}
                        """)
                .read();
    }

    @AfterAll
    static void stop() {
        POSTGRES.stop();
    }

    @Test
    void anAnswerIsWrittenInOneWayWhateverItsTypes() throws IOException {
        FetchResult result = fetch("select * from enhet where fran <= {to} order by kod");

        assertThat(result.failures()).isEmpty();
        assertThat(answer()).hasContent("""
                kod;namn;budget;andel;aktiv;fran;till;andrad
                IFO1;"Mottagning; ""Norr""\";1234567.50;0.75;true;2014-01-01;;2015-07-01 01:30:00
                IFO2;Utredning;0.00;10000000000;false;2017-03-01;infinity;2017-01-01 12:00:00
                """);
    }

    @Test
    void theSameAnswerIsTheSameBytes() throws IOException {
        fetch("select * from enhet order by kod");
        byte[] first = Files.readAllBytes(answer());

        fetch("select * from enhet order by kod");

        assertThat(answer()).hasBinaryContent(first);
    }

    @Test
    void manyRowsAreStreamed() throws IOException {
        FetchResult result = fetch("select n as kod, repeat('x', 100) as namn from generate_series(1, 300000) n");

        assertThat(result.failures()).isEmpty();
        assertThat(answer()).satisfies(file -> assertThat(Files.lines(file)).hasSize(300_001));
    }

    @Test
    void nothingCanBeWritten() throws SQLException {
        FetchResult result = fetch("delete from enhet returning kod");

        assertThat(result.failures()).singleElement().asString().contains("25006");
        assertThat(answer()).doesNotExist();
        assertThat(count("enhet")).isEqualTo(3);
    }

    @Test
    void aQueryThatFailsDoesNotTellWhatStoodThereAndLeavesNothingHalf() throws IOException {
        FetchResult result = fetch(
                "select case when kod = 'IFO3' then namn::int else length(namn) / 1 end, ('1985'||namn)::int from enhet");

        assertThat(result.failures())
                .singleElement()
                .asString()
                .contains(FILE, "SQL state 22")
                .doesNotContain("Mottagning");
        assertThat(folder.resolve("2062-jdbc")).isEmptyDirectory();
    }

    @Test
    void sqlThatIsNotUnderstoodIsToldAsItIs() {
        assertThat(fetch("select kod from enheter").failures())
                .singleElement()
                .asString()
                .contains("relation \"enheter\" does not exist");
    }

    @Test
    void aTypeThatNoCellCanHoldIsRefused() {
        assertThat(fetch("select array[1, 2] as lista from enhet").failures())
                .singleElement()
                .asString()
                .contains("lista", "cast it to text");
    }

    @Test
    void aQueryThatTakesTooLongIsCut() {
        assertThat(fetch("select pg_sleep(600)::text", POSTGRES.getPassword(), Duration.ofSeconds(1))
                        .failures())
                .singleElement()
                .asString()
                .contains("took longer");
    }

    @Test
    void aWrongPasswordIsToldByTheNameOfItsVariable() {
        assertThat(fetch("select 1 as kod", "hemligt-men-fel", Duration.ofMinutes(1))
                        .failures())
                .singleElement()
                .asString()
                .contains("refuses user", "TRIVSEL_JDBC_2062_PASSWORD")
                .doesNotContain("hemligt");
    }

    private FetchResult fetch(String sql) {
        return fetch(sql, POSTGRES.getPassword(), Duration.ofMinutes(1));
    }

    private FetchResult fetch(String sql, String password, Duration timeLimit) {
        Fetch fetch = new Fetch.Jdbc(
                Optional.empty(),
                POSTGRES.getJdbcUrl(),
                POSTGRES.getUsername(),
                List.of(new Query(new FilePattern("enheter_{year}.csv"), sql, 1)),
                timeLimit);
        var mora = new Municipality(
                new MunicipalityCode("2062"),
                "Mora",
                Map.of(SourceKind.HR, "given"),
                DeliveryCalendar.NONE,
                List.of(fetch));
        var secrets = new Secrets(Map.of("TRIVSEL_JDBC_2062_PASSWORD", password));
        try {
            return new Fetching(folder, rules, secrets, Duration.ofSeconds(20))
                    .fetch(mora, Set.of(SourceKind.HR), LocalDate.parse("2018-01-08"))
                    .get(0);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private Path answer() {
        return folder.resolve("2062-jdbc").resolve(FILE);
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(String table) throws SQLException {
        try (Connection connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(POSTGRES.getJdbcUrl(), POSTGRES.getUsername(), POSTGRES.getPassword());
    }
}
