package se.trivsel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.contract.Measure;
import se.trivsel.contract.MeasureRows;
import se.trivsel.contract.Municipality;
import se.trivsel.contract.Protection;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;

class WarehouseTest {
    private static final Limits LIMITS = new Limits("512MB", 2);
    private static final Period MARCH = Period.month(YearMonth.of(2015, 3));
    private static final String POSITION = "position_no, month, occupation_code, budgeted_fte, position_state_code";

    @TempDir
    Path folder;

    private GivenConfiguration configuration;
    private GivenLake lake;

    @BeforeEach
    void givenThreeMunicipalitiesAndAMeasure() {
        configuration = GivenConfiguration.of(
                List.of(municipality("1785", "Säffle"), municipality("1492", "Åmål"), municipality("1984", "Arboga")),
                List.of(new Measure(
                        "VAK_ANDEL",
                        "1.0.0",
                        LocalDate.EPOCH,
                        "bemanning",
                        "Vakanser",
                        "Andel vakanta tjänster",
                        "Vakanta årsarbetare",
                        "Budgeterade årsarbetare",
                        "Inrättade tjänster",
                        "share",
                        "lower_is_better",
                        new Protection(0, 0, Optional.empty(), Optional.empty()),
                        List.of(),
                        List.of("month"),
                        List.of("position"),
                        "none",
                        Optional.empty(),
                        new MeasureRows(Optional.empty(), Optional.empty(), Optional.of("")))),
                Map.of("implausible_rows_factor", "2", "implausible_total_factor", "3", "implausible_rows_least", "1"));
        lake = new GivenLake(folder.resolve("lake"), configuration);
    }

    @Test
    void aCellOfTheLakeBecomesAFigurePeopleCanRead() throws Exception {
        lake.accepted("1492", "position", MARCH, "2015-04-05", POSITION, post("1", "tom"), post("2", "tillsatt"));

        Path file = build("analyst.duckdb", "2015-04-05");

        assertThat(rows(
                        file,
                        "select municipality_name, measure_code, period_start, value, status, release_id"
                                + " from bi.measure_value where group_code = 'alla'"))
                .containsExactly("Åmål|VAK_ANDEL|2015-03-01|0.5|ok|r1");
    }

    @Test
    void whyAValueIsMissingStandsBesideIt() throws Exception {
        lake.accepted(
                "1492",
                "work_time",
                MARCH,
                "2015-04-05",
                "employment_key, month, ordinary_hours, worked_hours, missing_reasons",
                "'e1', date '2015-03-01', 160, null, 'worked_hours=suppressed;overtime_hours=not_available'",
                "'e2', date '2015-03-01', 160, 150, null");

        Path file = build("analyst.duckdb", "2015-04-05");

        assertThat(rows(
                        file,
                        "select line_no, worked_hours from core.work_time"
                                + " where missing_reasons like '%worked_hours=suppressed%'"))
                .containsExactly("2|null");
    }

    @Test
    void onlyDeliveriesInUseAreLoaded() throws Exception {
        lake.accepted("1492", "position", MARCH, "2015-04-05", POSITION, post("1", "tom"))
                .accepted("1492", "position", MARCH, "2015-05-05", POSITION, post("1", "tillsatt"))
                .rejected("1492", "position", MARCH, "2015-06-05");

        Path file = build("analyst.duckdb", "2015-07-01");

        assertThat(rows(file, "select position_state_code, line_no, delivery_id from lake.position"))
                .containsExactly("tillsatt|2|1492-position-2015-03-2015-05-05");
        assertThat(rows(file, "select status, is_in_use, is_stale from bi.delivery order by known_on"))
                .containsExactly("accepted|false|false", "accepted|true|true", "rejected|false|false");
    }

    @Test
    void whatWasKnownLaterIsLeftOut() throws Exception {
        lake.accepted("1492", "position", MARCH, "2015-04-05", POSITION, post("1", "tom"))
                .accepted("1492", "position", MARCH, "2015-05-05", POSITION, post("1", "tillsatt"));

        Path file = build("analyst.duckdb", "2015-05-04");

        assertThat(rows(file, "select position_state_code from core.position")).containsExactly("tom");
        assertThat(rows(file, "select count(*) from meta.delivery")).containsExactly("1");
    }

    @Test
    void theSameDeliveriesGiveTheSameContent() throws Exception {
        lake.accepted("1492", "position", MARCH, "2015-04-05", POSITION, post("1", "tom"), post("2", "tillsatt"))
                .accepted("1785", "position", MARCH, "2015-04-05", POSITION, post("1", "tom"), post("2", "tom"));

        Path one = build("one.duckdb", "2015-05-01");
        Path other = build("other.duckdb", "2015-05-01");

        assertThat(content(one)).hasSizeGreaterThan(30).isEqualTo(content(other));
    }

    @Test
    void whatRulesFoundIsKeptWithTheSizesTheySaw() throws Exception {
        String line = "voucher_no, booked_on, account_code, amount_sek";
        lake.accepted("1492", "ledger_line", MARCH, "2015-04-05", line, "'1', date '2015-03-31', '4000', 4000")
                .accepted(
                        "1492",
                        "ledger_line",
                        Period.month(YearMonth.of(2015, 4)),
                        "2015-05-05",
                        line,
                        "'1', date '2015-04-30', '4000', 4");

        var found = RuleFindings.in(build("analyst.duckdb", "2015-06-01"), "input", LIMITS);
        found.write(folder.resolve("kept.json"));

        assertThat(RuleFindings.read(folder.resolve("kept.json"))).contains(found);
        assertThat(found.findings())
                .containsExactly(new RuleFinding(
                        "1492-ledger_line-2015-04-2015-05-05",
                        FindingCode.IMPLAUSIBLE_TOTAL,
                        Optional.empty(),
                        1,
                        List.of(),
                        Optional.of(new RuleFinding.SizeChange(
                                Optional.of("amount_sek"),
                                new BigDecimal("4000.00"),
                                new BigDecimal("4.00"),
                                "ledger_line.csv"))));
    }

    @Test
    void aFileThatDoesNotHoldWhatItsManifestTellsIsRefused() throws Exception {
        lake.accepted("1492", "position", MARCH, "2015-04-05", 3, POSITION, post("1", "tom"));

        assertThatThrownBy(() -> build("analyst.duckdb", "2015-05-01"))
                .hasMessage("The lake and its manifest differ for reading 1492-position-2015-03-2015-04-05.1:"
                        + " the manifest says 3 rows, the lake has 1");
    }

    @Test
    void nothingDeliveredGivesEmptyTablesOfTheRightTypes() throws Exception {
        Path file = build("analyst.duckdb", "2015-05-01");

        assertThat(rows(file, "select count(*) from bi.measure_value")).containsExactly("0");
        assertThat(rows(
                        file,
                        "select data_type from duckdb_columns() where table_name = 'position'"
                                + " and schema_name = 'lake' and column_name = 'budgeted_fte'"))
                .containsExactly("DECIMAL(5,2)");
    }

    @Test
    void municipalitiesAreInSwedishOrder() throws Exception {
        Path file = build("analyst.duckdb", "2015-05-01");

        assertThat(rows(file, "select municipality_name from meta.municipality order by sort_order"))
                .containsExactly("Arboga", "Säffle", "Åmål");
    }

    @Test
    void monthsBeforeTheFirstDeliveredOneAreInTheCalendar() throws Exception {
        lake.accepted("1492", "position", MARCH, "2015-04-05", POSITION, post("1", "tom"));

        Path file = build("analyst.duckdb", "2015-05-01");

        assertThat(rows(file, "select min(month), max(month_end), count(*) from meta.month"))
                .containsExactly("2014-02-01|2015-03-31|14");
        assertThat(rows(file, "select min(day), max(day), count(*) from meta.calendar"))
                .containsExactly("2014-02-01|2015-03-31|424");
    }

    @Test
    void theFileIsWholeWithoutItsLogAndInTheFormatOldDriversOpen() throws Exception {
        Path file = build("analyst.duckdb", "2015-05-01");
        Path moved = Files.move(file, folder.resolve("elsewhere.duckdb"));

        assertThat(rows(moved, "select release_id from meta.release")).containsExactly("r1");
        assertThat(Files.list(folder).map(path -> path.getFileName().toString()))
                .containsExactly("elsewhere.duckdb");
        byte[] header = Files.readAllBytes(moved);
        assertThat(ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getLong(12))
                .isEqualTo(64);
    }

    @Test
    void aDatabaseThatIsThereIsNotBuiltOver() throws Exception {
        Files.createFile(folder.resolve("analyst.duckdb"));

        assertThatThrownBy(() -> build("analyst.duckdb", "2015-05-01")).hasMessageContaining("there is one already");
    }

    @Test
    void aBrokenFileIsNamedWithTheLineItBreaksAt() throws Exception {
        Path sql = copyOfTheTree();
        Files.writeString(sql.resolve("20_core/month.sql"), """
                -- Months.
                -- Grain: one row per month.
                create or replace view core.month as
                select
                    month,
                    weekday
                from meta.month;
                """);

        assertThatThrownBy(() -> build(SqlTree.read(sql), "analyst.duckdb", "2015-05-01"))
                .isInstanceOf(SqlFileException.class)
                .hasMessageStartingWith("Cannot run sql/20_core/month.sql, line 6: Binder Error: ")
                .hasMessageContaining("weekday");
    }

    private Path build(String name, String asOf) throws SQLException {
        return build(SqlTree.read(Repository.path("sql")), name, asOf);
    }

    private Path build(SqlTree tree, String name, String asOf) throws SQLException {
        Path target = folder.resolve(name);
        var stamp = new ReleaseStamp("r1", LocalDate.parse(asOf), Instant.EPOCH, "code", "definitions");
        new Warehouse(
                        tree,
                        configuration,
                        lake.root(),
                        new Withheld(folder.resolve("withheld")),
                        ReleaseBefore.none(),
                        LIMITS)
                .build(target, lake.manifests(), stamp);
        return target;
    }

    private Path copyOfTheTree() throws IOException {
        Path from = Repository.path("sql");
        Path to = folder.resolve("sql");
        try (var paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return to;
    }

    /** Every table and view with a hash over all its rows, whatever their order. */
    private static List<String> content(Path file) throws SQLException {
        List<String> objects = rows(
                file,
                "select schema_name || '.' || table_name from duckdb_tables()"
                        + " union all select schema_name || '.' || view_name from duckdb_views() where not internal"
                        + " order by all");
        var content = new ArrayList<String>();
        for (String object : objects) {
            String alias = object.replace('.', '_');
            content.addAll(rows(
                    file,
                    "select '" + object + "', count(*), sum(hash(" + alias + "::varchar)) from " + object + " as "
                            + alias));
        }
        return content;
    }

    private static List<String> rows(Path file, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                var cells = new ArrayList<String>();
                for (int place = 1; place <= rows.getMetaData().getColumnCount(); place++) {
                    cells.add(String.valueOf(rows.getString(place)));
                }
                found.add(String.join("|", cells));
            }
            return found;
        }
    }

    private static Municipality municipality(String code, String name) {
        return new Municipality(new MunicipalityCode(code), name, Map.of());
    }

    private static String post(String number, String state) {
        return "'" + number + "', date '2015-03-01', 'socialsekreterare', 1.00, '" + state + "'";
    }
}
