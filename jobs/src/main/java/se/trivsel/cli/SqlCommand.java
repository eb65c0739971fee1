package se.trivsel.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.trivsel.publish.Releases;
import se.trivsel.warehouse.SqlStatement;

/**
 * {@code sql}: asks the published release.
 *
 * <p>It starts no Spring, so that a question is answered at once. The release is the one that was current when the
 * command began, also if another is published meanwhile.
 */
@Command(
        name = "sql",
        description = {
            "Asks the published release in SQL (DuckDB's). Without -c and -f the query is read from standard input.",
            "The figures are in schema bi: 'select * from bi.measure' lists the measures,",
            "'describe bi.measure_value' the columns of the long table,",
            "'select question_no, question from bi.example_query' what people ask."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered",
            "1:the database refused a query, no query answers a question, or nothing is published yet",
            "2:called wrongly"
        })
public final class SqlCommand implements Callable<Integer> {
    private static final int ANSWERED = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final InputStream input;
    private final PrintStream output;
    private final PrintStream errors;

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = {"-c", "--command"},
            paramLabel = "QUERY",
            description = "The query; several are parted by semicolons.")
    private List<String> queries = List.of();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "A file with queries.")
    private List<Path> files = List.of();

    @Option(
            names = {"-e", "--example"},
            paramLabel = "NUMBER",
            description = "Ask a question of bi.example_query.")
    private List<Integer> examples = List.of();

    @Option(
            names = "--analyst",
            description = "Ask the analysts' file: every layer, with pseudonymised rows. For those it is meant for.")
    private boolean isForAnalyst;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table (default), csv, json or markdown. A missing value is empty, in json null.")
    private ResultFormat format = ResultFormat.TABLE;

    public SqlCommand() {
        this(System.in, System.out, System.err);
    }

    SqlCommand(InputStream input, PrintStream output, PrintStream errors) {
        this.input = input;
        this.output = output;
        this.errors = errors;
    }

    @Override
    public Integer call() throws IOException {
        var folder = new Releases(home.home().published()).currentFolder();
        if (folder.isEmpty()) {
            errors.printf(
                    "Nothing is published in %s yet. To publish: trivsel run --home %1$s%n",
                    home.home().root());
            return FAILED;
        }
        List<SqlStatement> statements;
        try {
            statements = statements();
        } catch (NoSuchFileException absent) {
            errors.println("There is no file " + absent.getFile());
            return WRONG_USAGE;
        }
        if (statements.isEmpty() && examples.isEmpty()) {
            errors.println("There is no query: give one with -c, in a file with -f, or on standard input.");
            return WRONG_USAGE;
        }
        var file = folder.get().resolve(isForAnalyst ? Releases.ANALYST_FILE : Releases.SERVED_FILE);
        try (Connection connection = PublishedFile.open(file)) {
            var asked = new ArrayList<>(statements);
            for (int number : examples) {
                Optional<SqlStatement> example = example(connection, number);
                if (example.isEmpty()) {
                    errors.println("No query answers question " + number
                            + "; why stands in mind: select question_no, question, mind from bi.example_query");
                    return FAILED;
                }
                asked.add(example.get());
            }
            answer(connection, asked);
            return ANSWERED;
        } catch (SQLException refused) {
            errors.println(refused.getMessage());
            return FAILED;
        } finally {
            output.flush();
        }
    }

    private List<SqlStatement> statements() throws IOException {
        var scripts = new ArrayList<>(queries);
        for (Path file : files) {
            scripts.add(Files.readString(file));
        }
        if (scripts.isEmpty() && examples.isEmpty()) {
            scripts.add(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        }
        return scripts.stream()
                .flatMap(script -> SqlStatement.split(script).stream())
                .filter(statement -> !statement.text().isEmpty())
                .toList();
    }

    private static Optional<SqlStatement> example(Connection connection, int number) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(
                "select query from bi.example_query where question_no = ? and query is not null")) {
            question.setInt(1, number);
            try (ResultSet found = question.executeQuery()) {
                return found.next() ? Optional.of(new SqlStatement(found.getString(1), 1)) : Optional.empty();
            }
        }
    }

    /** Answers stand apart by an empty line; a statement that answers nothing prints nothing. */
    private void answer(Connection connection, List<SqlStatement> statements) throws SQLException, IOException {
        boolean isFirst = true;
        for (SqlStatement query : statements) {
            try (Statement statement = connection.createStatement()) {
                if (!statement.execute(query.text())) {
                    continue;
                }
                if (!isFirst) {
                    output.println();
                }
                isFirst = false;
                try (ResultSet rows = statement.getResultSet()) {
                    format.write(rows, output);
                }
            }
        }
    }
}
