package se.trivsel.quality;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.trivsel.warehouse.AnalystFile;
import se.trivsel.warehouse.Limits;
import se.trivsel.warehouse.SqlStatement;
import se.trivsel.warehouse.SqlTree;

/**
 * Runs the checks of the SQL tree on a built analyst file and says whether it may be published.
 *
 * <p>What they found is written into the file as {@code meta.check_result}, so that a release carries its own answers.
 * Judging again replaces them.
 */
public final class Gate {
    private static final int EXAMPLES = 5;

    private final List<Check> checks;
    private final Limits limits;

    /**
     * A gate with the checks of a tree.
     *
     * @throws IllegalArgumentException when one does not say its severity or remedy
     */
    public Gate(SqlTree tree, Limits limits) {
        this.checks = tree.checks().stream().map(Check::of).toList();
        this.limits = limits;
    }

    /**
     * Runs every check.
     *
     * @throws se.trivsel.warehouse.SqlFileException when the database refuses one
     */
    public Verdict judge(Path candidate) throws SQLException {
        try (var file = AnalystFile.open(candidate, limits)) {
            var results = new ArrayList<CheckResult>();
            for (Check check : checks) {
                results.add(run(check, file));
            }
            var verdict = new Verdict(results);
            write(verdict, file);
            return verdict;
        }
    }

    private static CheckResult run(Check check, AnalystFile file) throws SQLException {
        SqlStatement query = check.query();
        file.run(
                check.file(), new SqlStatement("create or replace temp table broken as " + query.text(), query.line()));
        long rows = count(file);
        return check.result(rows, rows == 0 ? List.of() : examples(file));
    }

    private static long count(AnalystFile file) throws SQLException {
        try (Statement statement = file.connection().createStatement();
                ResultSet counted = statement.executeQuery("select count(*) from broken")) {
            counted.next();
            return counted.getLong(1);
        }
    }

    private static List<String> examples(AnalystFile file) throws SQLException {
        try (Statement statement = file.connection().createStatement();
                ResultSet rows = statement.executeQuery("select * from broken order by all limit " + EXAMPLES)) {
            var examples = new ArrayList<String>();
            while (rows.next()) {
                examples.add(text(rows));
            }
            return examples;
        }
    }

    private static String text(ResultSet row) throws SQLException {
        var cells = new ArrayList<String>();
        for (int place = 1; place <= row.getMetaData().getColumnCount(); place++) {
            cells.add(row.getMetaData().getColumnName(place) + "=" + row.getString(place));
        }
        return String.join(", ", cells);
    }

    private static void write(Verdict verdict, AnalystFile file) throws SQLException {
        for (String statement : List.of(
                """
                create or replace table meta.check_result (
                    check_name varchar, outcome_code varchar, broken_rows bigint, why varchar, remedy varchar
                )
                """,
                "comment on table meta.check_result is 'Kontroller av utgåvan och hur de gick'",
                "comment on column meta.check_result.check_name is 'Påståendet som kontrollerades'",
                "comment on column meta.check_result.outcome_code is"
                        + " 'pass (stämmer), advisory (att känna till) eller fail (hindrar utgåvan)'",
                "comment on column meta.check_result.broken_rows is 'Antal rader som inte stämmer'",
                "comment on column meta.check_result.why is 'Vad som går fel när påståendet inte stämmer, på engelska'",
                "comment on column meta.check_result.remedy is 'Vad man gör åt det'")) {
            file.execute(statement);
        }
        try (PreparedStatement insert =
                file.connection().prepareStatement("insert into meta.check_result values (?, ?, ?, ?, ?)")) {
            for (CheckResult result : verdict.results()) {
                insert.setString(1, result.name());
                insert.setString(2, result.outcome().name().toLowerCase(Locale.ROOT));
                insert.setLong(3, result.rows());
                insert.setString(4, result.why());
                insert.setString(5, result.remedy());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
