package se.trivsel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExampleQueryTest {
    private static final String HEADER = """
            -- Hur många är vi?
            -- Asked by: Alla
            -- Mind: Inget.
            """;

    @Test
    void theHeaderIsNotPartOfTheQuery() {
        assertThat(read("07_how_many", HEADER + "select 1 as n;\n"))
                .isEqualTo(new ExampleQuery(7, "Alla", "Hur många är vi?", "select 1 as n", "Inget."));
    }

    @Test
    void aQuestionThatCannotBeAnsweredHasNoQuery() {
        assertThat(read("07_how_many", HEADER).query()).isEmpty();
    }

    @Test
    void aQuestionSaysWhatToMind() {
        assertThatThrownBy(() -> read("07_how_many", "-- Hur många är vi?\n-- Asked by: Alla\nselect 1 as n;\n"))
                .hasMessageContaining("question 7");
    }

    @Test
    void aFileIsOneQuestionWithANumber() {
        assertThatThrownBy(() -> read("07_how_many", HEADER + "select 1 as n; select 2 as n;\n"))
                .hasMessageContaining("sql/80_question/07_how_many.sql");
        assertThatThrownBy(() -> read("how_many", HEADER + "select 1 as n;\n"))
                .hasMessageContaining("sql/80_question/how_many.sql");
    }

    private static ExampleQuery read(String name, String text) {
        return ExampleQuery.of(new SqlFile("sql/80_question/" + name + ".sql", "question", name, text));
    }
}
