package se.trivsel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
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
    private static SqlChain chain;

    @BeforeAll
    static void countTheWorkforce() throws SQLException, IOException {
        chain = GoldenWorkforce.given(person -> true);
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
}
