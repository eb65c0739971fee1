package se.trivsel.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.Period;

/**
 * {@code explain}: a figure with its definition, the other measures of its family, and the rows it is counted from.
 *
 * <p>Of a figure that is not shown no row is shown either, whoever asks: its rows are the figure.
 */
@Command(
        name = "explain",
        description = {
            "Explains a figure in Swedish: its definition, the other measures of its family side by side, and its rows.",
            "Rows are pseudonymised and told with file and line. A figure that is not shown says why, and shows none."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:explained, also when there is a reason instead of a value",
            "1:the database refused, or nothing is published yet",
            "2:called wrongly: there is no such figure, or the rows are asked for of one that is not shown"
        })
public final class ExplainCommand implements Callable<Integer> {
    private static final int EXPLAINED = 0;
    private static final int FAILED = 1;
    private static final String NO_PERIOD =
            " is no period: write a year (2015), a month (2015-12) or twelve months (2014-07--2015-06).";

    private final PrintStream output;
    private final PrintStream errors;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "MEASURE", description = "A measure's code, such as PO_EXT_EB.")
    private String measure = "";

    @Parameters(index = "1", paramLabel = "MUNICIPALITY", description = "A municipality's code, such as 0380.")
    private String municipality = "";

    @Parameters(
            index = "2",
            paramLabel = "PERIOD",
            description = {
                "A year (2015), a month (2015-12) or twelve months (2014-07--2015-06).",
                "A month of a measure that has none means the twelve months that end with it."
            })
    private String period = "";

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            description = "A group_code of bi.staff_group, such as socialsekreterare (default: alla, all together).")
    private String group = "alla";

    @Option(
            names = "--limit",
            paramLabel = "ROWS",
            description = "So many rows of each kind are shown (default: 20); 0 means all.")
    private int limit = 20;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The rows alone: table, csv, json or markdown. Without it, a page to read.")
    private Optional<ResultFormat> format = Optional.empty();

    public ExplainCommand() {
        this(System.out, System.err);
    }

    ExplainCommand(PrintStream output, PrintStream errors) {
        this.output = output;
        this.errors = errors;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 0) {
            throw new WrongUsage("--limit " + limit + " is no number of rows; 0 means all.");
        }
        var folder = new Releases(home.home().published()).currentFolder();
        if (folder.isEmpty()) {
            errors.printf(
                    "Nothing is published in %s yet. To publish: trivsel run --home %1$s%n",
                    home.home().root());
            return FAILED;
        }
        Path analystFile = folder.get().resolve(Releases.ANALYST_FILE);
        try (Connection served = PublishedFile.open(folder.get().resolve(Releases.SERVED_FILE))) {
            FigureKey key = key(served);
            List<ExplainedFigure> family = ExplainedFigure.readFamily(served, measure, key);
            if (family.get(0).status().isEmpty()) {
                throw new WrongUsage(notThere(served));
            }
            if (!Files.isReadable(analystFile)) {
                explain(served, Optional.empty(), key, family);
                return EXPLAINED;
            }
            try (Connection analyst = PublishedFile.open(analystFile)) {
                explain(served, Optional.of(analyst), key, family);
                return EXPLAINED;
            }
        } catch (SQLException refused) {
            errors.println(refused.getMessage());
            return FAILED;
        } finally {
            output.flush();
        }
    }

    private void explain(Connection served, Optional<Connection> analyst, FigureKey key, List<ExplainedFigure> family)
            throws SQLException, IOException {
        if (format.isEmpty()) {
            new ExplainPage(output, served, analyst, home.archive(), key, ofEachKind()).write(family);
            return;
        }
        if (analyst.isEmpty()) {
            throw new WrongUsage("The rows stand in the analysts' file, which is not here or not for you to read.");
        }
        ExplainedFigure figure = family.get(0);
        if (!figure.isShown()) {
            throw new WrongUsage(
                    "The figure is not shown (" + figure.status().orElse("") + "), and neither are its rows.");
        }
        writeRows(analyst.get(), key, format.get());
    }

    private void writeRows(Connection analyst, FigureKey key, ResultFormat chosen) throws SQLException, IOException {
        Optional<Question> rows = Stream.of(
                        CountedSide.find(analyst, measure, "numerator"),
                        CountedSide.find(analyst, measure, "denominator"))
                .flatMap(Optional::stream)
                .map(side -> side.rows(key, ofEachKind()))
                .reduce(Question::and);
        if (rows.isEmpty()) {
            throw new WrongUsage(
                    "The rows of " + measure + " cannot be told; explain it without --format to read why.");
        }
        try (PreparedStatement statement = rows.get().on(analyst);
                ResultSet answer = statement.executeQuery()) {
            chosen.write(answer, output);
        }
    }

    private int ofEachKind() {
        return limit == 0 ? Integer.MAX_VALUE : limit;
    }

    private FigureKey key(Connection served) throws SQLException {
        List<PeriodTypes> types = new Question(
                        "select has_month, has_november, has_rolling_12, has_year from bi.measure where measure_code = ?",
                        List.of(measure))
                .rows(
                        served,
                        row -> new PeriodTypes(
                                row.getBoolean(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)));
        if (types.isEmpty()) {
            throw new WrongUsage(
                    "There is no measure " + measure
                            + ". To list them: trivsel sql -c 'select measure_code, measure_name from bi.measure order by all'");
        }
        Period asked = Period.read(period).orElseThrow(() -> new WrongUsage(period + NO_PERIOD));
        return types.get(0)
                .key(municipality, group, asked)
                .orElseThrow(() -> new WrongUsage(measure + " has no figure for " + period + ": it is given by "
                        + types.get(0).inWords() + "."));
    }

    /** Why the release has no such row: it has one for every municipality, group and period that it knows. */
    private String notThere(Connection served) throws SQLException {
        if (isEmpty(served, "select 1 from bi.municipality where municipality_code = ?", List.of(municipality))) {
            return "There is no municipality " + municipality + " in the release.";
        }
        if (isEmpty(
                served,
                "select 1 from bi.measure_value where measure_code = ? and municipality_code = ? and group_code = ? limit 1",
                List.of(measure, municipality, group))) {
            return measure + " has no group " + group + " in " + municipality
                    + ". To list groups: trivsel sql -c 'from bi.staff_group', and what a measure is split by: bi.measure.splits";
        }
        return "The release has no figure of " + measure + " for " + period
                + " and that group. Groups other than occupations have calendar years only.";
    }

    private static boolean isEmpty(Connection served, String query, List<String> values) throws SQLException {
        return new Question(query, values).rows(served, row -> row.getInt(1)).isEmpty();
    }
}
