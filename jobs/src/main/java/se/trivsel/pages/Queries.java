package se.trivsel.pages;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.trivsel.publish.ServedFile;
import se.trivsel.warehouse.Limits;

/**
 * Questions to the served file of a release: what the pages know, they know from schema {@code bi}.
 *
 * <p>Not for several threads at once.
 */
final class Queries implements AutoCloseable {
    private final Connection connection;

    private Queries(Connection connection) {
        this.connection = connection;
    }

    /** How a row becomes a value. */
    @FunctionalInterface
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    static Queries of(Path release, Limits limits) throws SQLException {
        return new Queries(ServedFile.reader(release, limits));
    }

    /** What is done with a row. */
    @FunctionalInterface
    interface Use {
        void of(ResultSet row) throws SQLException;
    }

    /** Uses each row of an answer, however many there are. */
    void each(String sql, Use use, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    use.of(rows);
                }
            }
        }
    }

    /** @param parameters texts, in their order */
    <T> List<T> list(String sql, Reading<T> reading, String... parameters) throws SQLException {
        var read = new ArrayList<T>();
        each(sql, row -> read.add(reading.read(row)), parameters);
        return read;
    }

    static Optional<BigDecimal> decimal(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column));
    }

    static Optional<Long> count(ResultSet row, String column) throws SQLException {
        long count = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(count);
    }

    /** Empty where there is none. */
    static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
