package se.trivsel.warehouse;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SQL file that the database refused: {@code Cannot run sql/20_core/month.sql, line 14: Binder Error: …}.
 *
 * <p>The line is the file's, not the statement's.
 */
public final class SqlFileException extends RuntimeException {
    private static final Pattern LINE = Pattern.compile("\\nLINE (\\d+): ");

    public SqlFileException(SqlFile file, SqlStatement statement, SQLException cause) {
        super(
                "Cannot run " + file.place() + ", line " + line(statement, said(cause)) + ": "
                        + said(cause).lines().findFirst().orElse("no reason given"),
                cause);
    }

    private static int line(SqlStatement statement, String said) {
        Matcher found = LINE.matcher(said);
        return found.find() ? statement.line() + Integer.parseInt(found.group(1)) - 1 : statement.line();
    }

    private static String said(SQLException cause) {
        return Optional.ofNullable(cause.getMessage()).orElse("");
    }
}
