package se.trivsel.fetch;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import se.trivsel.contract.Fetch;
import se.trivsel.contract.Query;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;

/**
 * A connection to a source database, which answers queries with files.
 *
 * <p>It only reads: the connection and its transaction are read-only, and what a query would write is refused or rolled
 * back. Of what the database says about a failure only what cannot hold data is passed on.
 */
final class SourceDatabase implements AutoCloseable {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator('\n')
            .get();
    private static final Pattern DAY = Pattern.compile("\\{(from|to)}");
    private static final int ROWS_AT_A_TIME = 1_000;

    private final Fetch.Jdbc fetch;
    private final Connection connection;
    private final TimeLimit timeLimit;

    private SourceDatabase(Fetch.Jdbc fetch, Connection connection) {
        this.fetch = fetch;
        this.connection = connection;
        this.timeLimit = TimeLimit.start(fetch.timeLimit(), () -> connection.abort(Runnable::run));
    }

    /** @param patience how long to wait for the database to let us in */
    static SourceDatabase open(Fetch.Jdbc fetch, MunicipalityCode municipality, Secrets secrets, Duration patience) {
        String password = fetch.secret(municipality, "PASSWORD");
        var properties = new Properties();
        properties.setProperty("user", fetch.user());
        secrets.find(password).ifPresent(given -> properties.setProperty("password", given));
        DriverManager.setLoginTimeout(Math.toIntExact(Math.max(1, patience.toSeconds())));
        try {
            Connection connection = DriverManager.getConnection(fetch.url(), properties);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return new SourceDatabase(fetch, connection);
        } catch (SQLException refused) {
            if (state(refused).startsWith("28")) {
                throw new FetchFailed("the database refuses user " + fetch.user() + "; check " + password);
            }
            throw new FetchFailed(
                    "the database cannot be reached (" + state(refused) + "); check the url, and that it is up");
        }
    }

    /**
     * Writes the answer for a period as delimited text: UTF-8, {@code ;} between cells, a decimal point, days as
     * yyyy-MM-dd, the columns' names as headings, rows as they come.
     */
    void answer(Query query, Period period, Path target) throws IOException {
        var days = new ArrayList<LocalDate>();
        Matcher day = DAY.matcher(query.sql());
        while (day.find()) {
            days.add(
                    day.group(1).equals("from")
                            ? period.from().atDay(1)
                            : period.to().atEndOfMonth());
        }
        try (PreparedStatement statement = connection.prepareStatement(day.replaceAll("?"))) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            statement.setQueryTimeout(
                    Math.toIntExact(Math.max(1, fetch.timeLimit().toSeconds())));
            for (int place = 0; place < days.size(); place++) {
                statement.setObject(place + 1, days.get(place));
            }
            try (ResultSet rows = statement.executeQuery();
                    Writer writer = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
                write(rows, writer);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    private static void write(ResultSet rows, Writer writer) throws SQLException, IOException {
        List<AnswerColumn> columns = AnswerColumn.of(rows.getMetaData());
        var printer = new CSVPrinter(writer, FORMAT);
        printer.printRecord(columns.stream().map(AnswerColumn::heading));
        while (rows.next()) {
            for (AnswerColumn column : columns) {
                printer.print(column.text(rows));
            }
            printer.println();
        }
        printer.flush();
    }

    /** A database quotes values in its messages, except where it did not understand the question. */
    private FetchFailed failure(SQLException failed) {
        String state = state(failed);
        if (timeLimit.isOver() || state.equals("57014")) {
            return new FetchFailed("it took longer than " + fetch.timeLimit().toMinutes()
                    + " minutes; raise timeout_minutes, or ask for less");
        }
        if (state.startsWith("42")) {
            return FetchFailed.ofOneFile("the database does not take the SQL: "
                    + String.valueOf(failed.getMessage()).lines().findFirst().orElse(state));
        }
        return FetchFailed.ofOneFile("the database stopped with SQL state " + state);
    }

    private static String state(SQLException failed) {
        String state = failed.getSQLState();
        return state == null ? "SQL state unknown" : state;
    }

    @Override
    public void close() {
        timeLimit.close();
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // What was asked for is written, or the failure was told.
        }
    }
}
