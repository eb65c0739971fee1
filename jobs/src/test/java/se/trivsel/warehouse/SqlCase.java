package se.trivsel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A SQL file given some rows, and the rows expected of it.
 *
 * <p>The tables are the real ones, empty but for the given rows; columns that are not given are null. Only the
 * expected columns are compared, in any order of rows. A cell may not hold a comma; an empty cell is null.
 */
record SqlCase(Map<String, Rows> given, Rows expect) {

    /** Rows as text under the names of their columns. */
    record Rows(List<String> columns, List<List<String>> cells) {
        static Rows read(String text) {
            List<List<String>> lines = text.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .map(String::strip)
                            .toList())
                    .toList();
            List<List<String>> cells = lines.subList(1, lines.size());
            cells.forEach(row -> assertThat(row).as("cells of a row").hasSameSizeAs(lines.get(0)));
            return new Rows(lines.get(0), cells);
        }
    }

    static SqlCase read(Path path) throws IOException {
        JsonNode root = new YAMLMapper().readTree(Files.readString(path));
        assertThat(root.propertyNames()).as("keys of " + path).containsExactlyInAnyOrder("given", "expect");
        Map<String, Rows> given = root.get("given").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, table -> Rows.read(table.getValue().asString())));
        return new SqlCase(given, Rows.read(root.get("expect").asString()));
    }

    /** Runs the file on the given rows and leaves the database as it was. */
    void verify(AnalystFile empty, SqlFile underTest) throws SQLException {
        Connection connection = empty.connection();
        connection.setAutoCommit(false);
        try {
            for (var table : given.entrySet()) {
                insert(connection, table.getKey(), table.getValue());
            }
            switch (underTest.schema()) {
                case "quality" ->
                    empty.execute("create view quality." + underTest.name() + " as "
                            + underTest.asWritten().get(0).text());
                case "bi" -> empty.run(underTest);
                default -> empty.runAsTable(underTest);
            }
            compare(connection, underTest.object());
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    static void insert(Connection connection, String table, Rows rows) throws SQLException {
        String columns = String.join(", ", rows.columns());
        String places = rows.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        try (var insert =
                connection.prepareStatement("insert into " + table + " (" + columns + ") values (" + places + ")")) {
            for (List<String> row : rows.cells()) {
                for (int place = 0; place < row.size(); place++) {
                    insert.setString(place + 1, row.get(place).isEmpty() ? null : row.get(place));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void compare(Connection connection, String result) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temp table expected as select " + String.join(", ", expect.columns()) + " from "
                    + result + " limit 0");
        }
        insert(connection, "expected", expect);
        assertThat(rows(connection, result))
                .as(String.join(", ", expect.columns()))
                .containsExactlyInAnyOrderElementsOf(rows(connection, "expected"));
    }

    /** The expected columns as text, doubles to six decimals: their last digits say nothing. */
    private List<String> rows(Connection connection, String table) throws SQLException {
        List<String> shown = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet types = statement.executeQuery(
                        "select " + String.join(", ", expect.columns()) + " from " + table + " limit 0")) {
            for (int place = 1; place <= expect.columns().size(); place++) {
                String column = expect.columns().get(place - 1);
                boolean isDouble = types.getMetaData().getColumnTypeName(place).equals("DOUBLE");
                shown.add(isDouble ? "dec6(" + column + ")" : column);
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + String.join(", ", shown) + " from " + table)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(row(rows, shown.size()));
            }
            return texts;
        }
    }

    private static String row(ResultSet rows, int width) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int place : IntStream.rangeClosed(1, width).toArray()) {
            String cell = rows.getString(place);
            cells.add(cell == null ? "" : cell);
        }
        return String.join(", ", cells);
    }
}
