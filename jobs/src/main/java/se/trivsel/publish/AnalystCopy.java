package se.trivsel.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.trivsel.contract.Column;
import se.trivsel.warehouse.Limits;

/**
 * The analysts' file as it is published: without a row about anybody whose identity is protected.
 *
 * <p>Rows are known by the pseudonyms in them, whichever table they stand in, so a new table needs no rule of its own. The
 * file is written anew when there are any: what is only deleted can still be read from the file's blocks.
 */
final class AnalystCopy {
    private AnalystCopy() {}

    /** Makes a release's file of a built one, which is gone afterwards. */
    static Path write(Path candidate, Path release, Limits limits) throws SQLException, IOException {
        var published = release.resolve(Releases.ANALYST_FILE);
        boolean isCopied;
        try (Connection connection = ServedFile.open(release, limits)) {
            Sql.run(connection, "attach " + Sql.text(candidate) + " as candidate");
            isCopied = isAnybodyProtected(connection);
            if (isCopied) {
                copy(connection, published);
            }
            Sql.run(connection, "detach candidate");
        }
        if (!isCopied) {
            return Files.move(candidate, published);
        }
        Files.delete(candidate);
        return published;
    }

    private static boolean isAnybodyProtected(Connection connection) throws SQLException {
        return isAny(connection, "from candidate.protected.pseudonym");
    }

    private static boolean isAny(Connection connection, String from) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet any = statement.executeQuery("select 1 " + from + " limit 1")) {
            return any.next();
        }
    }

    private static void copy(Connection connection, Path published) throws SQLException {
        Sql.run(connection, "create temp table hidden as select protected_key from candidate.protected.pseudonym");
        Sql.run(
                connection,
                "create temp table hidden_line as select delivery_id, line_no from candidate.basis.protected_line");
        Sql.run(connection, "delete from candidate.basis.protected_line");
        copyWithoutHidden(connection, published);
    }

    /** Whether a pseudonym of some persons stands in the candidate. */
    static boolean hasAny(Connection connection, Set<String> pseudonyms) throws SQLException {
        name(connection, pseudonyms);
        for (var table : columnsByTable(connection).entrySet()) {
            for (String key : keys(table.getValue())) {
                if (isAny(connection, "from " + table.getKey() + " where " + isHidden(key))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Copies the candidate without some persons, who are gone from it afterwards too. */
    static void copyWithout(Connection connection, Set<String> pseudonyms, Path target) throws SQLException {
        name(connection, pseudonyms);
        Sql.run(connection, "create temp table hidden_line (delivery_id varchar, line_no integer)");
        for (var table : columnsByTable(connection).entrySet()) {
            if (table.getValue().containsAll(Set.of("delivery_id", "line_no"))) {
                for (String key : keys(table.getValue())) {
                    if (!Column.NAMING_ANOTHER.contains(key)) {
                        Sql.run(
                                connection,
                                "insert into hidden_line select delivery_id, line_no from " + table.getKey() + " where "
                                        + isHidden(key));
                    }
                }
            }
        }
        copyWithoutHidden(connection, target);
    }

    private static void name(Connection connection, Set<String> pseudonyms) throws SQLException {
        Sql.run(connection, "create temp table hidden (protected_key varchar)");
        try (PreparedStatement insert = connection.prepareStatement("insert into hidden values (?)")) {
            for (String pseudonym : pseudonyms) {
                insert.setString(1, pseudonym);
                insert.execute();
            }
        }
    }

    private static String isHidden(String key) {
        return key + " in (select protected_key from hidden)";
    }

    private static List<String> keys(Set<String> columns) {
        return columns.stream().filter(name -> name.endsWith("_key")).toList();
    }

    private static void copyWithoutHidden(Connection connection, Path published) throws SQLException {
        for (var table : columnsByTable(connection).entrySet()) {
            hide(connection, table.getKey(), table.getValue());
        }
        Sql.run(
                connection,
                "attach " + Sql.text(published)
                        + " as analyst (storage_version 'v1.0.0', recovery_mode no_wal_writes)");
        // Views name tables by schema only, and are resolved in the database in use.
        Sql.run(connection, "use candidate");
        Sql.run(connection, "copy from database candidate to analyst");
        Sql.run(connection, "checkpoint analyst");
        Sql.run(connection, "use memory");
        Sql.run(connection, "detach analyst");
    }

    private static void hide(Connection connection, String table, Set<String> columns) throws SQLException {
        List<String> keys = keys(columns);
        for (String key : keys) {
            String found = " where " + isHidden(key);
            Sql.run(
                    connection,
                    Column.NAMING_ANOTHER.contains(key)
                            ? "update " + table + " set " + key + " = null" + found
                            : "delete from " + table + found);
        }
        // A finding has no key and is counted in bi: it stays, and no longer points at the row.
        if (keys.isEmpty() && columns.containsAll(Set.of("delivery_id", "line_no", "unit_code"))) {
            Sql.run(
                    connection,
                    "update " + table + " set line_no = null, unit_code = null"
                            + " where (delivery_id, line_no) in (select delivery_id, line_no from hidden_line)");
        }
    }

    private static Map<String, Set<String>> columnsByTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select schema_name, table_name, column_name
                        from duckdb_columns()
                        inner join duckdb_tables() using (database_name, schema_name, table_name)
                        where database_name = 'candidate'
                        order by all
                        """)) {
            var columns = new LinkedHashMap<String, Set<String>>();
            while (rows.next()) {
                String table = "candidate." + Sql.name(rows.getString(1)) + "." + Sql.name(rows.getString(2));
                columns.computeIfAbsent(table, unseen -> new TreeSet<>()).add(rows.getString(3));
            }
            return columns;
        }
    }
}
