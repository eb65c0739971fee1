package se.trivsel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalystFileTest {
    /** Eight threads have too little each in 40 MB; one gets through. */
    private static final SqlFile GREEDY = new SqlFile("sql/20_core/greedy.sql", "core", "greedy", """
            -- As many groups as do not fit.
            create or replace view core.greedy as
            select
                number % 500000 as remainder,
                count(distinct number) as numbers,
                max(cast(number as varchar)) as last_in_words
            from range(3000000) as counted (number)
            group by all;
            """);

    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void makeSchema() throws SQLException {
        path = folder.resolve("analyst.duckdb");
        try (var file = AnalystFile.open(path, new Limits("1GB", 1))) {
            file.execute("create schema core");
        }
    }

    @Test
    void whatSeveralThreadsHaveNoMemoryForIsMadeByOne() throws SQLException {
        try (var file = AnalystFile.open(path, new Limits("40MB", 8))) {
            assertThatThrownBy(() -> file.execute(GREEDY.asTable().get(0).text()))
                    .as("Else nothing is shown here")
                    .hasMessageContaining("Out of Memory");

            file.runAsTable(GREEDY);

            assertThat(file.number("select count(*) from core.greedy")).isEqualTo(500_000);
            assertThat(file.number("select current_setting('threads')")).isEqualTo(8);
        }
    }

    @Test
    void whatOneThreadHasNoMemoryForEitherSaysWhereItStands() throws SQLException {
        try (var file = AnalystFile.open(path, new Limits("4MB", 8))) {
            assertThatThrownBy(() -> file.runAsTable(GREEDY))
                    .isInstanceOf(SqlFileException.class)
                    .hasMessageContaining("sql/20_core/greedy.sql, line 2")
                    .hasMessageContaining("Out of Memory");
        }
    }
}
