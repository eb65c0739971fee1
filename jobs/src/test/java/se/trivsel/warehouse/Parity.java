package se.trivsel.warehouse;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Holds what Spark computed of objects to what DuckDB has by the same names.
 *
 * <p>Names, order and types of the columns are compared, and then the text of every row, each as often as it occurs.
 */
public final class Parity {
    private final AnalystFile duckDb;
    private final UnaryOperator<String> bySpark;

    /** @param bySpark what Spark computed of an object, as DuckDB's SQL calls it */
    public Parity(AnalystFile duckDb, UnaryOperator<String> bySpark) {
        this.duckDb = duckDb;
        this.bySpark = bySpark;
    }

    /**
     * What came out of one object.
     *
     * @param rows those of DuckDB
     * @param differing rows that only one of the two has
     */
    public record Compared(String object, List<String> columns, List<String> sparkColumns, long rows, long differing) {
        public boolean isSame() {
            return columns.equals(sparkColumns) && differing == 0;
        }
    }

    public List<Compared> compare(List<String> objects) throws SQLException {
        var compared = new ArrayList<Compared>();
        for (String object : objects) {
            compared.add(compare(object));
        }
        return compared;
    }

    private Compared compare(String object) throws SQLException {
        String spark = bySpark.apply(object);
        List<String> columns = columns(object);
        List<String> sparkColumns = columns(spark);
        duckDb.execute("create or replace temp table duckdb_text as select cast(columns(*) as varchar) from " + object);
        duckDb.execute("create or replace temp table spark_text as select cast(columns(*) as varchar) from " + spark);
        long rows = duckDb.number("select count(*) from duckdb_text");
        long differing = columns.size() != sparkColumns.size() ? Math.max(1, rows) : duckDb.number("""
                        select coalesce(sum(abs(more_often)), 0)
                        from (
                            select sum(times) as more_often
                            from (
                                select duckdb_text as text, 1 as times from duckdb_text
                                union all
                                select spark_text as text, -1 as times from spark_text
                            )
                            group by text
                            having sum(times) <> 0
                        )
                        """);
        return new Compared(object, columns, sparkColumns, rows, differing);
    }

    /** Every table and view of the file but those that tell of the build itself. */
    public List<String> objects() throws SQLException {
        return duckDb.strings("""
                select schema_name || '.' || name
                from (
                    select database_name, schema_name, table_name as name from duckdb_tables()
                    union all
                    select database_name, schema_name, view_name as name from duckdb_views() where not internal
                )
                where database_name = current_database() and schema_name <> 'meta'
                order by all
                """);
    }

    /** In a line, what was compared, and what came out. */
    public static String summary(List<Compared> compared) {
        return String.format(
                Locale.ROOT,
                "%d objects, %,d rows compared by name, type and text; %d objects differ.",
                compared.size(),
                compared.stream().mapToLong(Compared::rows).sum(),
                compared.stream().filter(one -> !one.isSame()).count());
    }

    /** For people: the same, object by object. */
    static String told(List<Compared> compared) {
        var page = new StringBuilder("# DuckDB and Spark on the same lake\n\n");
        page.append(summary(compared)).append("\n\n");
        page.append("| object | columns | rows | differing rows |\n|---|---|---|---|\n");
        for (Compared one : compared) {
            String columns = one.columns().equals(one.sparkColumns())
                    ? String.valueOf(one.columns().size())
                    : one.columns() + ", Spark " + one.sparkColumns();
            page.append(String.format(
                    Locale.ROOT, "| `%s` | %s | %,d | %,d |%n", one.object(), columns, one.rows(), one.differing()));
        }
        return page.toString();
    }

    private List<String> columns(String table) throws SQLException {
        return duckDb.strings("select column_name || ' ' || column_type from (describe from " + table + ")");
    }
}
