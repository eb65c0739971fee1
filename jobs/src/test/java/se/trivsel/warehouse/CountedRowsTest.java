package se.trivsel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.contract.CountedRows;
import se.trivsel.contract.Measure;
import se.trivsel.job.SampleDeliveries;
import se.trivsel.lake.Lake;
import se.trivsel.vocabulary.Home;

/**
 * Holds the rows that each measure says it is counted from to the figures that its SQL gives, on the samples.
 *
 * <p>{@code MeasureCasesTest} holds the same on every case of every measure, where the days on the boundary are.
 */
class CountedRowsTest {
    private static final Configuration SHIPPED = ConfigurationReader.readForRun(Repository.path("config"));

    /** Two years, two months, a November, and twelve months across a turn of the year. */
    private static final String PERIODS = """
            (period_type = 'year' and period_start in (date '2015-01-01', date '2016-01-01')
                or period_type = 'month' and period_start in (date '2015-12-01', date '2016-07-01')
                or period_type = 'november' and period_start = date '2015-11-01'
                or period_type = 'rolling_12' and period_start = date '2015-08-01')""";

    /** Hidden ones too: what is not shown today may be shown with another group size. */
    private static final String FIGURES = "select * from judged.figure where own_status in ('ok', 'suppressed')";

    @TempDir
    private static Path folder;

    private static Connection analyst;

    @BeforeAll
    static void buildFromTheSamplesOfThreeMunicipalitiesAndThePeersOfOne() throws SQLException {
        Home home = SampleDeliveries.takenIn(
                folder,
                "0380-uppsala",
                "0580-linkoping",
                "1080-karlskrona",
                "1488-trollhattan",
                "1880-orebro",
                "2062-mora");
        Path file = folder.resolve("analyst.duckdb");
        new Warehouse(
                        SqlTree.read(Repository.path("sql")),
                        SHIPPED,
                        home.lake(),
                        new Withheld(home.withheld()),
                        ReleaseBefore.none(),
                        new Limits("2GB", 2))
                .build(
                        file,
                        new Lake(home).manifests(),
                        new ReleaseStamp("r1", LocalDate.of(2018, 1, 8), Instant.EPOCH, "code", "definitions"));
        analyst = DriverManager.getConnection("jdbc:duckdb:" + file);
    }

    @AfterAll
    static void letGo() throws SQLException {
        analyst.close();
    }

    static Stream<Measure> told() {
        return SHIPPED.measures().values().stream()
                .filter(measure -> measure.rows().numerator().isPresent());
    }

    @ParameterizedTest
    @MethodSource("told")
    void theRowsOfAFigureAreWhatItIsMadeOf(Measure measure) throws SQLException {
        String figures = FIGURES + " and measure_code = '" + measure.code() + "'";

        assertThat(CountedFigures.differing(analyst, measure, figures, PERIODS)).isEmpty();
    }

    @Test
    void unitsByTheMonthAreAmongTheFiguresHeldToTheirRows() throws SQLException {
        assertThat(CountedFigures.strings(
                        analyst,
                        "select distinct measure_code from (" + FIGURES + ") where " + PERIODS
                                + " and period_type = 'month' and split_code = 'enhet' and numerator > 0"))
                .contains("SF_TOT", "OT_TIM", "VAK_TOM", "AB_PER_ARB", "AB_P90", "AB_GINI", "KO_OFORD", "KO_ALDER");
    }

    @ParameterizedTest
    @MethodSource("told")
    void everyRowLeadsToOneLineOfADelivery(Measure measure) throws SQLException {
        for (String table : tables(measure)) {
            assertThat(CountedFigures.strings(analyst, """
                    select kind_code, counted.dataset, counted_on, count(line_no)
                    from (select distinct municipality_code, kind_code, dataset, row_key, counted_on
                        from counted.%s where group_code = 'alla' and %s) as counted
                    left join origin.delivered_row as origin
                        on origin.municipality_code = counted.municipality_code
                        and origin.dataset = counted.dataset
                        and origin.row_key = counted.row_key
                        and counted.counted_on between origin.from_on and origin.to_on
                    group by counted.municipality_code, kind_code, counted.dataset, counted.row_key, counted_on
                    having count(line_no) <> 1
                    limit 5""".formatted(table, PERIODS)))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    void allMeasuresButOneCanBeFollowedToTheirRows() {
        assertThat(SHIPPED.measures().values().stream()
                        .filter(measure -> measure.rows().notTold().isPresent())
                        .map(Measure::code))
                .containsExactly("CHEF_BYTE");
    }

    @Test
    void theOnlyMeasuresThatTheSamplesSayNothingOfNeedInvoiceLines() throws SQLException {
        assertThat(told().filter(measure -> !measure.datasets().contains("invoice_line"))
                        .map(Measure::code))
                .containsExactlyInAnyOrderElementsOf(
                        CountedFigures.strings(
                                        analyst, "select distinct measure_code from (" + FIGURES + ") where " + PERIODS)
                                .stream()
                                .filter(code -> !code.equals("CHEF_BYTE"))
                                .toList());
    }

    @Test
    void everyCaseHasAWeightFromTheFirstEditionOn() throws SQLException {
        String first = "(select min(valid_from) from meta.case_weight)";

        assertThat(CountedFigures.strings(
                        analyst,
                        "select distinct weight is null, last_day(month) < " + first + " from monthly.weighted_case"))
                .containsExactlyInAnyOrder("true true", "false false");
    }

    private static List<String> tables(Measure measure) {
        return Stream.of(measure.rows().numerator(), measure.rows().denominator())
                .flatMap(Optional::stream)
                .map(CountedRows::table)
                .distinct()
                .toList();
    }
}
