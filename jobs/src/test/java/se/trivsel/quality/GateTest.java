package se.trivsel.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.quality.CheckResult.Outcome;
import se.trivsel.warehouse.AnalystFile;
import se.trivsel.warehouse.Limits;
import se.trivsel.warehouse.Repository;
import se.trivsel.warehouse.SqlFileException;
import se.trivsel.warehouse.SqlTree;

class GateTest {
    private static final Limits LIMITS = new Limits("512MB", 1);
    private static final String HELD = """
            -- Nobody is hired twice.
            -- Severity: fail
            -- Remedy: Fråga kommunen.
            select municipality_code, line_no
            from core.employment
            where line_no > 1;
            """;

    @TempDir
    Path folder;

    private Path candidate;
    private Path sql;

    @BeforeEach
    void givenACandidate() throws Exception {
        candidate = folder.resolve("analyst.duckdb");
        sql = Files.createDirectories(folder.resolve("sql"));
        for (String part : List.of("00_dialect", "70_macro", "80_question", "90_quality")) {
            Files.createDirectories(sql.resolve(part));
        }
        Files.writeString(sql.resolve("00_dialect/duckdb.sql"), "-- None.\n");
        try (var file = AnalystFile.open(candidate, LIMITS)) {
            file.execute("create schema meta");
            file.execute("create schema core");
            file.execute("create table core.employment as"
                    + " select '0380' as municipality_code, cast(n as integer) as line_no from range(1, 9) as t(n)");
        }
    }

    @Test
    void oneFailedCheckHoldsTheRelease() throws Exception {
        check("nobody_is_hired_twice", HELD);
        check("all_is_well", HELD.replace("line_no > 1", "line_no > 8"));

        Verdict verdict = judge();

        assertThat(verdict.isPublishable()).isFalse();
        assertThat(verdict.failed()).singleElement().satisfies(result -> {
            assertThat(result.name()).isEqualTo("nobody_is_hired_twice");
            assertThat(result.why()).isEqualTo("Nobody is hired twice.");
            assertThat(result.remedy()).isEqualTo("Fråga kommunen.");
            assertThat(result.rows()).isEqualTo(7);
            assertThat(result.examples())
                    .hasSize(5)
                    .startsWith("municipality_code=0380, line_no=2", "municipality_code=0380, line_no=3");
        });
        assertThat(verdict.results()).extracting(CheckResult::outcome).containsExactly(Outcome.PASS, Outcome.FAIL);
    }

    @Test
    void adviceHoldsNothing() throws Exception {
        check("nobody_is_hired_twice", HELD.replace("Severity: fail", "Severity: advisory"));

        Verdict verdict = judge();

        assertThat(verdict.isPublishable()).isTrue();
        assertThat(verdict.advised()).extracting(CheckResult::rows).containsExactly(7L);
    }

    @Test
    void theFileCarriesTheNewestAnswers() throws Exception {
        check("nobody_is_hired_twice", HELD);
        judge();
        check("nobody_is_hired_twice", HELD.replace("Severity: fail", "Severity: advisory"));
        judge();

        assertThat(written()).containsExactly("nobody_is_hired_twice|advisory|7|Fråga kommunen.");
        assertThat(Files.list(folder).map(path -> path.getFileName().toString()))
                .containsExactlyInAnyOrder("analyst.duckdb", "sql");
    }

    @Test
    void aCheckTheDatabaseRefusesIsNamedWithItsLine() throws Exception {
        check("nobody_is_hired_twice", HELD.replace("line_no > 1", "hired_on > 1"));

        assertThatThrownBy(this::judge)
                .isInstanceOf(SqlFileException.class)
                .hasMessageStartingWith("Cannot run sql/90_quality/nobody_is_hired_twice.sql, line 6: Binder Error");
    }

    @Test
    void aCheckWithoutSeverityOrRemedyIsRefused() throws Exception {
        check("nobody_is_hired_twice", HELD.replace("Severity: fail", "Severity: bad"));
        assertThatThrownBy(this::judge)
                .hasMessage("The severity of sql/90_quality/nobody_is_hired_twice.sql is neither fail nor advisory");

        check("nobody_is_hired_twice", HELD.replace("-- Remedy: Fråga kommunen.\n", ""));
        assertThatThrownBy(this::judge)
                .hasMessage("sql/90_quality/nobody_is_hired_twice.sql has no line that begins with -- Remedy:");
    }

    @Test
    void theProjectsOwnChecksSayTheirSeverityAndRemedy() {
        assertThat(SqlTree.read(Repository.path("sql")).checks())
                .hasSizeGreaterThan(12)
                .allSatisfy(file -> assertThat(Check.of(file).remedy()).isNotBlank());
    }

    private Verdict judge() throws SQLException {
        return new Gate(SqlTree.read(sql), LIMITS).judge(candidate);
    }

    private void check(String name, String text) throws IOException {
        Files.writeString(sql.resolve("90_quality").resolve(name + ".sql"), text);
    }

    private List<String> written() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + candidate);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select check_name, outcome_code, broken_rows, remedy from meta.check_result")) {
            var written = new ArrayList<String>();
            while (rows.next()) {
                written.add(rows.getString(1) + "|" + rows.getString(2) + "|" + rows.getString(3) + "|"
                        + rows.getString(4));
            }
            return written;
        }
    }
}
