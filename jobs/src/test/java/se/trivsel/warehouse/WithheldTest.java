package se.trivsel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithheldTest {
    private static final Limits LIMITS = new Limits("512MB", 1);

    @TempDir
    static Path shared;

    private static Path empty;

    @TempDir
    Path folder;

    private int built;

    private Instant now = Instant.parse("2015-05-01T03:30:00Z");

    private Withheld withheld;

    @BeforeAll
    static void anEmptyWarehouse() throws SQLException {
        empty = shared.resolve("empty.duckdb");
        new Warehouse(
                        SqlTree.read(Repository.path("sql")),
                        GivenConfiguration.of(List.of(), List.of(), Map.of()),
                        shared,
                        new Withheld(shared.resolve("withheld")),
                        ReleaseBefore.none(),
                        LIMITS)
                .build(
                        empty,
                        List.of(),
                        new ReleaseStamp(
                                "2015-01-01.1", LocalDate.of(2015, 1, 1), Instant.EPOCH, "code", "definitions"));
    }

    @BeforeEach
    void nothingIsWithheld() {
        withheld = new Withheld(folder.resolve("withheld"));
    }

    @Test
    void whatAReleaseHidIsKnownToThoseAfterIt() throws Exception {
        release(
                "2015-04-01.1",
                "'PO_KOLADA', 'kurator', 'year', 1, 4, 'suppressed'",
                "'PO_KOLADA', 'alla', 'year', 7, 70, 'ok'");

        assertThat(knownTo("2015-04-01.2")).containsExactly("PO_KOLADA kurator 1.0000 4");
        assertThat(knownTo("2015-03-31.1")).isEmpty();
        assertThat(knownTo("2015-04-01.1")).isEmpty();
    }

    @Test
    void aReleaseMadeAgainKnowsNoMoreThanItDid() throws Exception {
        Instant night = now;
        release("2015-04-01.1", "'PO_KOLADA', 'kurator', 'year', 1, 4, 'suppressed'");
        release("2015-04-01.2", "'PO_KOLADA', 'kurator', 'year', 2, 4, 'suppressed'");
        release("2015-03-01.1", "'PO_KOLADA', 'chef', 'year', 3, 4, 'suppressed'");

        assertThat(knownTo("2015-04-01.3"))
                .containsExactlyInAnyOrder("PO_KOLADA kurator 2.0000 4", "PO_KOLADA chef 3.0000 4");
        now = night;
        assertThat(knownTo("2015-04-01.1")).isEmpty();
        assertThat(knownTo("2015-04-01.2")).containsExactly("PO_KOLADA kurator 1.0000 4");
        assertThat(knownTo("2015-03-01.1")).isEmpty();
    }

    @Test
    void whatWasHiddenBeforeTheTimeWasKeptStaysKnown() throws Exception {
        Files.createDirectories(folder.resolve("withheld"));
        try (var warehouse = AnalystFile.inMemory(LIMITS)) {
            warehouse.execute("""
                    copy (
                        select 'PO_KOLADA' as measure_code, '0380' as municipality_code, 'kurator' as group_code,
                            'year' as period_type, date '2014-01-01' as period_start, '1.0.0' as definition_version,
                            1.0::decimal(18, 4) as numerator, null::decimal(18, 4) as denominator, 4 as group_size
                    ) to '%s' (format parquet)""".formatted(folder.resolve("withheld/2015-04-01.1.parquet")));
        }

        assertThat(knownTo("2015-04-01.2")).containsExactly("PO_KOLADA kurator 1.0000 4");

        release("2015-04-02.1", "'PO_KOLADA', 'chef', 'year', 3, 4, 'suppressed'");
        assertThat(knownTo("2015-04-02.2"))
                .containsExactlyInAnyOrder("PO_KOLADA kurator 1.0000 4", "PO_KOLADA chef 3.0000 4");
    }

    @Test
    void onlyWhatIsNewIsWrittenAndTheLastNumbersHold() throws Exception {
        release("2015-04-01.1", "'PO_KOLADA', 'kurator', 'year', 1, 4, 'suppressed'");
        release("2015-04-02.1", "'PO_KOLADA', 'kurator', 'year', 1, 4, 'suppressed'");
        release("2015-04-02.2", "'PO_KOLADA', 'kurator', 'year', 2, 4, 'suppressed'");
        release("2015-04-02.10", "'PO_KOLADA', 'kurator', 'year', 3, 4, 'suppressed'");

        assertThat(written()).containsExactly("2015-04-01.1.parquet", "2015-04-02.10.parquet", "2015-04-02.2.parquet");
        assertThat(knownTo("2015-04-03.1")).containsExactly("PO_KOLADA kurator 3.0000 4");
        assertThat(knownTo("2015-04-01.9")).containsExactly("PO_KOLADA kurator 1.0000 4");
    }

    @Test
    void twelveMonthsThatAreMadeOfMonthsAreLeftOut() throws Exception {
        release(
                "2015-04-01.1",
                "'SF_TOT', 'kurator', 'rolling_12', 1, 4, 'suppressed'",
                "'FN_0', 'kurator', 'rolling_12', 2, 4, 'suppressed'");

        assertThat(knownTo("2015-04-02.1")).containsExactly("FN_0 kurator 2.0000 4");
    }

    @Test
    void nobodyElseMayReadIt() throws Exception {
        release("2015-04-01.1", "'PO_KOLADA', 'kurator', 'year', 1, 4, 'suppressed'");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("withheld"))))
                .isEqualTo("rwx------");
    }

    /** A release with these figures: measure, group, type of period, numerator, group size and status. */
    private void release(String id, String... figures) throws SQLException, IOException {
        Path file = build(id);
        try (var warehouse = AnalystFile.open(file, LIMITS)) {
            warehouse.execute("insert into meta.measure_period values ('SF_TOT', 'month'), ('SF_TOT', 'rolling_12')");
            for (String figure : figures) {
                warehouse.execute("""
                        insert into judged.figure
                            (measure_code, group_code, period_type, numerator, group_size, own_status, municipality_code,
                            definition_version, period_start)
                        values (%s, '0380', '1.0.0', date '2014-01-01')""".formatted(figure));
            }
            warehouse.execute("""
                    insert into value.measure_value (measure_code, municipality_code, group_code, period_type, period_start, status)
                    select measure_code, municipality_code, group_code, period_type, period_start, own_status
                    from judged.figure""");
        }
        withheld.keep(file, id, LIMITS);
    }

    private List<String> knownTo(String id) throws SQLException, IOException {
        try (var warehouse = AnalystFile.open(build(id), LIMITS);
                Statement statement = warehouse.connection().createStatement();
                ResultSet rows = statement.executeQuery(
                        "select concat_ws(' ', measure_code, group_code, numerator, group_size) from meta.withheld order by 1")) {
            var known = new ArrayList<String>();
            while (rows.next()) {
                known.add(rows.getString(1));
            }
            return known;
        }
    }

    /** A warehouse of nothing but what the releases before it hid; each is built a minute after the one before. */
    private Path build(String id) throws SQLException, IOException {
        Path file = Files.copy(empty, folder.resolve(id + "-" + ++built + ".duckdb"));
        try (var warehouse = AnalystFile.open(file, LIMITS)) {
            var asOf = LocalDate.parse(id.substring(0, id.indexOf('.')));
            warehouse.execute("update meta.release set published_at = make_timestamp(" + now.toEpochMilli() + "000)");
            withheld.load(warehouse, new ReleaseStamp(id, asOf, now, "code", "definitions"));
        }
        now = now.plusSeconds(60);
        return file;
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("withheld"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
