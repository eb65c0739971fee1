package se.trivsel.publish;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A view or table as DuckDB's catalogue describes it.
 *
 * <p>A view's columns do not inherit the comments of the columns they show, so what is commented is the view.
 */
record ServedObject(String schema, String name, Optional<String> comment, List<Column> columns) {
    /** A column with DuckDB's word for its type. */
    record Column(String name, String type, Optional<String> comment) {}

    private static final String OBJECTS = """
            select view_name as name, comment from duckdb_views()
            where database_name = ? and schema_name = ? and not internal
            union all
            select table_name, comment from duckdb_tables()
            where database_name = ? and schema_name = ? and not internal
            order by name""";
    private static final String COLUMNS = """
            select table_name, column_name, data_type, comment from duckdb_columns()
            where database_name = ? and schema_name = ?
            order by table_name, column_index""";

    ServedObject {
        columns = List.copyOf(columns);
    }

    /** The objects of a schema of an attached database, by name. */
    static List<ServedObject> in(Connection connection, String database, String schema) throws SQLException {
        Map<String, List<Column>> columnsByObject = columns(connection, database, schema);
        var objects = new ArrayList<ServedObject>();
        try (PreparedStatement query = connection.prepareStatement(OBJECTS)) {
            query.setString(1, database);
            query.setString(2, schema);
            query.setString(3, database);
            query.setString(4, schema);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    var name = rows.getString(1);
                    objects.add(new ServedObject(
                            schema,
                            name,
                            Optional.ofNullable(rows.getString(2)),
                            columnsByObject.getOrDefault(name, List.of())));
                }
            }
        }
        return objects;
    }

    /** Of all objects at once: for each question DuckDB looks into every view of every attached file. */
    private static Map<String, List<Column>> columns(Connection connection, String database, String schema)
            throws SQLException {
        var columnsByObject = new HashMap<String, List<Column>>();
        try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
            query.setString(1, database);
            query.setString(2, schema);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columnsByObject
                            .computeIfAbsent(rows.getString(1), unseen -> new ArrayList<>())
                            .add(new Column(
                                    rows.getString(2), rows.getString(3), Optional.ofNullable(rows.getString(4))));
                }
            }
        }
        return columnsByObject;
    }

    String in(String database) {
        return database + "." + Sql.name(schema) + "." + Sql.name(name);
    }

    /** The select list that gives each column its served type. */
    String servedColumns() {
        return columns.stream()
                .map(column -> "cast(%s as %s) as %1$s".formatted(Sql.name(column.name()), servedType(column)))
                .collect(Collectors.joining(", "));
    }

    private String servedType(Column column) {
        return ServedType.of(column.type())
                .orElseThrow(() -> new IllegalStateException(
                        "Cannot publish %s.%s: its column %s is a %s, which BI tools do not read"
                                .formatted(schema, name, column.name(), column.type())));
    }
}
