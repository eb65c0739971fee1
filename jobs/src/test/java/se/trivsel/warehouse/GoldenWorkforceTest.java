package se.trivsel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One workforce, thirteen definitions, 12 to 60 %: a hundred permanent social workers every day of 2014.
 *
 * <p>The figures are what the definitions were agreed to give. If one changes here, the definition has changed.
 */
class GoldenWorkforceTest {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("TV", "tillsvidare"),
            Map.entry("VIK", "vikariat"),
            Map.entry("SOCSEKR", "socialsekreterare"),
            Map.entry("BISTANDSH", "bistandshandlaggare"),
            Map.entry("KURATOR", "kurator"),
            Map.entry("EXTERN", "extern"),
            Map.entry("INTERN_YRKE", "intern_yrke"),
            Map.entry("INTERN_ENHET", "intern_enhet"),
            Map.entry("EGEN_BEGARAN", "egen_begaran"),
            Map.entry("PENSION", "pension"),
            Map.entry("AVTALSSLUT", "avtalsslut"),
            Map.entry("OVRIGT", "personliga_skal"));

    private static SqlChain chain;

    @BeforeAll
    static void countTheWorkforce() throws SQLException, IOException {
        chain = SqlChain.build(SqlTree.read(Repository.path("sql")), Map.of("turnover_snapshot_month", "12"));
        chain.delivered("0380", YearMonth.of(2013, 12), YearMonth.of(2014, 12));
        chain.insert(
                "core.employment",
                List.of(
                        "municipality_code",
                        "person_key",
                        "employment_key",
                        "employment_form_code",
                        "occupation_code",
                        "unit_code",
                        "valid_from",
                        "valid_to",
                        "start_reason_code",
                        "end_reason_code",
                        "is_permanent"),
                rows("golden_turnover.csv").stream()
                        .map(cells -> List.of(
                                "0380",
                                cells.get(0),
                                cells.get(1),
                                code(cells.get(2)),
                                code(cells.get(3)),
                                cells.get(4),
                                cells.get(5),
                                cells.get(6),
                                code(cells.get(7)),
                                code(cells.get(8)),
                                String.valueOf(cells.get(2).equals("TV"))))
                        .toList());
        chain.insert(
                "core.absence",
                List.of(
                        "municipality_code",
                        "absence_no",
                        "employment_key",
                        "absence_reason_code",
                        "started_on",
                        "ended_on",
                        "extent_share"),
                rows("golden_leave.csv").stream()
                        .map(cells -> List.of(
                                "0380",
                                cells.get(0),
                                cells.get(0),
                                cells.get(1).toLowerCase(Locale.ROOT),
                                cells.get(2),
                                cells.get(3),
                                "1"))
                        .toList());
        // The leave file names persons, each with one employment on the day.
        chain.file().execute("""
                update core.absence
                set employment_key = employment.employment_key
                from core.employment
                where employment.person_key = absence.employment_key
                """);
        chain.store();
    }

    @AfterAll
    static void letGo() throws SQLException {
        chain.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PO_EXT_EB, 12, 100",
        "PO_KOLADA, 13, 100",
        "PO_EXT, 15, 100",
        "PO_NI_EXT, 15, 100",
        "PO_YRKE_SNAP, 24, 100",
        "PO_YRKE, 26, 100",
        "PO_NI_INT, 26, 100",
        "PO_ENHET, 36, 100",
        "PO_ALLA_TV, 52, 100",
        "PO_ALLA, 52, 115",
        "PO_FRANVARO_TV, 60, 100",
        "PO_FRANVARO, 60, 115",
        "PO_BRUTTO, 52, 100"
    })
    void everyDefinitionGivesItsAgreedFigure(String measure, int numerator, int denominator) throws SQLException {
        String sql = """
                select numerator, denominator
                from measure.%s
                where municipality_code = '0380'
                    and measure_code = '%s'
                    and occupation_code = 'socialsekreterare'
                    and period_type = 'year'
                    and period_start = date '2014-01-01'
                """.formatted(measure.toLowerCase(Locale.ROOT), measure);
        try (Statement statement = chain.file().connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).as("a row for 2014").isTrue();
            assertThat(row.getBigDecimal(1)).isEqualByComparingTo(String.valueOf(numerator));
            assertThat(row.getBigDecimal(2)).isEqualByComparingTo(String.valueOf(denominator));
            assertThat(row.next()).as("one row only").isFalse();
        }
    }

    private static String code(String theirs) {
        return theirs.isEmpty() ? "" : Objects.requireNonNull(CODES.get(theirs), theirs);
    }

    private static List<List<String>> rows(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(GoldenWorkforceTest.class.getResourceAsStream("/golden/" + name), name)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> Arrays.asList(line.split(";", -1)))
                    .toList();
        }
    }
}
