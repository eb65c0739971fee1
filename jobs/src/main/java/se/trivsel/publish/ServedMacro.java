package se.trivsel.publish;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table macro as DuckDB's catalogue describes it.
 *
 * <p>The catalogue does not tell the defaults of parameters: a macro that has one is published without it.
 */
record ServedMacro(String schema, String name, String parameters, String definition, Optional<String> comment) {
    private static final String MACROS = """
            select function_name, array_to_string(parameters, ', '), macro_definition, comment
            from duckdb_functions()
            where database_name = ? and schema_name = ? and function_type = 'table_macro' and not internal
            order by all""";

    /** The macros of a schema of an attached database, by name. */
    static List<ServedMacro> in(Connection connection, String database, String schema) throws SQLException {
        var macros = new ArrayList<ServedMacro>();
        try (PreparedStatement query = connection.prepareStatement(MACROS)) {
            query.setString(1, database);
            query.setString(2, schema);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    macros.add(new ServedMacro(
                            schema,
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            Optional.ofNullable(rows.getString(4))));
                }
            }
        }
        return macros;
    }

    String in(String database) {
        return database + "." + Sql.name(schema) + "." + Sql.name(name);
    }
}
