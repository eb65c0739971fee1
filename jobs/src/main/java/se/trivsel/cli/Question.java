package se.trivsel.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A query and the values for its question marks, in their order.
 *
 * <p>What somebody typed is a value and never part of the query.
 */
record Question(String sql, List<?> values) {
    /** Makes something of a row. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    Question {
        values = List.copyOf(values);
    }

    /** The rows of both, the other's after. */
    Question and(Question other) {
        return new Question(
                "(" + sql + ") union all (" + other.sql + ")",
                Stream.concat(values.stream(), other.values.stream()).toList());
    }

    PreparedStatement on(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int place = 0; place < values.size(); place++) {
                statement.setObject(place + 1, values.get(place));
            }
            return statement;
        } catch (SQLException failure) {
            statement.close();
            throw failure;
        }
    }

    <T> List<T> rows(Connection connection, Reading<T> reading) throws SQLException {
        try (PreparedStatement statement = on(connection);
                ResultSet answer = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            while (answer.next()) {
                rows.add(reading.of(answer));
            }
            return rows;
        }
    }
}
