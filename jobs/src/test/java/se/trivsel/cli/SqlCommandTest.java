package se.trivsel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import se.trivsel.publish.CandidateFiles;
import se.trivsel.publish.Releases;
import tools.jackson.databind.json.JsonMapper;

class SqlCommandTest {
    @TempDir
    private static Path home;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private String input = "";

    @BeforeAll
    static void publish() throws SQLException {
        new Releases(home.resolve("published"))
                .publish(CandidateFiles.candidate(home, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);
    }

    @BeforeEach
    void useDefaultInput() {
        input = "";
    }

    @Test
    void aCountAsCsvIsAHeadingAndANumber() {
        assertThat(sql("-c", "select count(*) as n from bi.measure_value where status='ok'", "--format", "csv"))
                .isZero();
        assertThat(output()).isEqualTo("n\n2\n");
    }

    @Test
    void csvQuotesOnlyWhatNeedsIt() {
        sql("--format", "csv", "-c", "select 'a,b' as x, 'say \"hi\"' as y, null as z, 0.00001::double as tiny");

        assertThat(output()).isEqualTo("x,y,z,tiny\n\"a,b\",\"say \"\"hi\"\"\",,0.000010\n");
    }

    @Test
    void jsonKeepsNumbersFlagsAndMissingValuesApartFromText() {
        sql(
                "--format",
                "json",
                "-c",
                "select '0380' as code, 1.50::decimal(9,2) as amount, true as flag, null as missing,"
                        + " date '2015-03-31' as day, timestamp '2015-03-31 02:30:00' as moment,"
                        + " 'nan'::double as odd, 170141183460469231731687303715884105727::hugeint as large");

        assertThat(output())
                .isEqualTo(
                        "[\n  {\"code\":\"0380\",\"amount\":1.50,\"flag\":true,\"missing\":null,\"day\":\"2015-03-31\","
                                + "\"moment\":\"2015-03-31 02:30:00\",\"odd\":\"NaN\","
                                + "\"large\":170141183460469231731687303715884105727}\n]\n");
    }

    @Test
    void jsonOfManyRowsIsOneArray() {
        sql("--format", "json", "-c", "select range as n from range(3)");

        assertThat(JsonMapper.shared().readTree(output())).hasSize(3);
    }

    @Test
    void jsonOfNoRowsIsAnEmptyArray() {
        sql("--format", "json", "-c", "select 1 where false");

        assertThat(output()).isEqualTo("[]\n");
    }

    @Test
    void aTableLinesUpSwedishLetters() {
        sql("-c", "select municipality_name, value from bi.measure_value order by municipality_code");

        assertThat(output()).isEqualTo("""
                        +-------------------+-------+
                        | municipality_name | value |
                        +-------------------+-------+
                        | Uppsala           |  0.12 |
                        | Nyköping          |       |
                        | Mora              |  0.60 |
                        +-------------------+-------+
                        (3 rows)
                        """);
    }

    @Test
    void aTableDoesNotSteerTheTerminal() {
        sql("-c", "select 'a' || chr(27) || '[2J' || chr(10) || 'b' as x");

        assertThat(output()).contains("| a [2J b |");
    }

    @Test
    void markdownKeepsBarsInsideTheirCell() {
        sql("--format", "markdown", "-c", "select 'a|b' as x, 1 as y");

        assertThat(output()).isEqualTo("| x | y |\n| --- | ---: |\n| a\\|b | 1 |\n");
    }

    @Test
    void aFileMayHoldSeveralQueries() throws IOException {
        var file = Files.writeString(
                home.resolve("queries.sql"),
                "-- the first; of two\nselect 1 as a;\ncreate temp table t as select 2 as b;\nselect b from t;\n");

        assertThat(sql("--format", "csv", "-f", file.toString())).isZero();
        assertThat(output()).isEqualTo("a\n1\n\nb\n2\n");
    }

    @Test
    void aQueryIsReadFromStandardInputWhenNoneIsGiven() {
        input = "select 'åäö' as x;";

        sql("--format", "csv");

        assertThat(output()).isEqualTo("x\nåäö\n");
    }

    @Test
    void aWrongQueryIsAnsweredWithWhatTheDatabaseSays() {
        assertThat(sql("-c", "select vlaue from bi.measure_value")).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("vlaue").contains("value");
        assertThat(output()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table bi.t as select 1",
                "delete from bi.municipality",
                "copy bi.municipality to 'HOME/copied.csv'",
                "select * from read_csv('/etc/passwd')",
                "select * from read_text('manifest.json')",
                "select * from glob('/*')",
                "attach 'HOME/attached.duckdb'",
                "install httpfs",
                "load httpfs",
                "set enable_external_access = true",
                "reset lock_configuration"
            })
    void aQueryCanOnlyReadTheRelease(String query) {
        assertThat(sql("-c", query.replace("HOME", home.toString()))).isEqualTo(1);
    }

    @Test
    void thePublishedFileDoesNotKnowRowsAndTheAnalystsFileDoes() {
        assertThat(sql("-c", "select * from core.headcount")).isEqualTo(1);
        assertThat(sql("--analyst", "--format", "csv", "-c", "select count(*) as n from core.headcount"))
                .isZero();
        assertThat(output()).isEqualTo("n\n3\n");
    }

    @Test
    void aLargeAnswerSpillsWithoutTouchingTheRelease() throws IOException {
        sql(
                "--format",
                "csv",
                "-c",
                "select count(*) as n from (select range from range(1000000) order by hash(range))");

        assertThat(output()).isEqualTo("n\n1000000\n");
        try (var files = Files.list(home.resolve("published/current/"))) {
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void withoutAReleaseTheAnswerIsWhatToDo(@TempDir Path empty) {
        int code = command().execute("--home", empty.toString(), "-c", "select 1");

        assertThat(code).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("trivsel run --home " + empty);
    }

    @Test
    void anExampleIsAskedByItsNumber(@TempDir Path other) throws SQLException {
        var questions = """
                create view bi.example_query as
                select * from (values
                    (1, 'select 12 as percent', 'En definition av flera.'),
                    (2, null, 'Det vet ingen fil.')
                ) as listed (question_no, query, mind);
                """;
        new Releases(other.resolve("published"))
                .publish(CandidateFiles.candidateOf(other, "2017-12-31.1", questions), 3, CandidateFiles.LIMITS);

        assertThat(command().execute("--home", other.toString(), "-e", "1", "--format", "csv"))
                .isZero();
        assertThat(output()).isEqualTo("percent\n12\n");
        assertThat(command().execute("--home", other.toString(), "-e", "2")).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("No query answers question 2");
    }

    @Test
    void noQueryIsWrongUsage() {
        assertThat(sql()).isEqualTo(2);
        assertThat(sql("-f", home.resolve("absent.sql").toString())).isEqualTo(2);
        assertThat(sql("--format", "xml", "-c", "select 1")).isEqualTo(2);
    }

    private int sql(String... arguments) {
        var all = new String[arguments.length + 2];
        all[0] = "--home";
        all[1] = home.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return command().execute(all);
    }

    private CommandLine command() {
        var command = new SqlCommand(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setErr(new PrintWriter(errors, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
