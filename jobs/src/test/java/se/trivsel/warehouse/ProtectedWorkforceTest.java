package se.trivsel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The golden workforce, of whom some who left, changed unit, changed work or went on leave have a protected identity. */
class ProtectedWorkforceTest {
    private static final Set<String> PROTECTED = Set.of("P001", "P059", "P069", "P077", "P105", "P127");

    private static SqlChain everybody;
    private static SqlChain flagged;
    private static SqlChain without;

    @BeforeAll
    static void countThreeTimes() throws SQLException, IOException {
        everybody = GoldenWorkforce.given(person -> true);
        everybody.store();
        flagged = GoldenWorkforce.given(person -> true);
        flagged.file().execute("""
                insert into protected.pseudonym
                select municipality_code, employment_key
                from core.employment
                where person_key in ('%s')
                """.formatted(String.join("', '", PROTECTED)));
        flagged.store();
        without = GoldenWorkforce.given(person -> !PROTECTED.contains(person));
        without.store();
    }

    @AfterAll
    static void letGo() throws SQLException {
        everybody.close();
        flagged.close();
        without.close();
    }

    @Test
    void theWholeIsTheSame() throws SQLException {
        assertThat(figures(flagged, "occupation_code = 'alla'"))
                .isNotEmpty()
                .isEqualTo(figures(everybody, "occupation_code = 'alla'"))
                .isNotEqualTo(figures(without, "occupation_code = 'alla'"));
    }

    @Test
    void anOccupationIsAsIfTheyWereNotThere() throws SQLException {
        assertThat(figures(flagged, "occupation_code <> 'alla'"))
                .isNotEmpty()
                .isEqualTo(figures(without, "occupation_code <> 'alla'"))
                .isNotEqualTo(figures(everybody, "occupation_code <> 'alla'"));
    }

    private static List<String> figures(SqlChain chain, String which) throws SQLException {
        var figures = new ArrayList<String>();
        for (SqlFile measure :
                SqlTree.read(Repository.path("sql")).layers(40, 40).get(0).files()) {
            try (Statement statement = chain.file().connection().createStatement();
                    ResultSet rows = statement.executeQuery("select cast(to_json(figure) as varchar) from "
                            + measure.object() + " as figure where " + which + " order by all")) {
                while (rows.next()) {
                    figures.add(rows.getString(1));
                }
            }
        }
        return figures;
    }
}
