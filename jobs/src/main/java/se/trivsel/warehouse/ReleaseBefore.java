package se.trivsel.warehouse;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The release that everybody sees while the next one is made: what the next one's figures are held against.
 *
 * <p>It is read as it was published, whatever program published it: of a column that it does not have nothing is known.
 */
public final class ReleaseBefore {
    private static final String DELIVERIES = """
            select
                delivery_id,
                %s as reading_id,
                municipality_code,
                dataset,
                cast(left(period, 7) || '-01' as date) as period_from,
                cast(right(period, 7) || '-01' as date) as period_to,
                is_stale
            from %s.bi.delivery
            where is_in_use
            """;

    private final Optional<Path> servedFile;

    private ReleaseBefore(Optional<Path> servedFile) {
        this.servedFile = servedFile;
    }

    /** Before the first one. */
    public static ReleaseBefore none() {
        return new ReleaseBefore(Optional.empty());
    }

    /**
     * The one that everybody sees now.
     *
     * @param servedFile what BI tools open of it, if there is one
     */
    public static ReleaseBefore of(Optional<Path> servedFile) {
        return new ReleaseBefore(servedFile);
    }

    /** Fills the tables of {@code meta} whose names end in {@code _before}. */
    void load(AnalystFile warehouse) throws SQLException {
        if (servedFile.isEmpty()) {
            return;
        }
        warehouse.execute("attach " + AnalystFile.quoted(servedFile.get().toString()) + " as before (read_only)");
        warehouse.execute("""
                insert into meta.release_before by name
                select release_id, code_version, definition_version from before.meta.release
                """);
        warehouse.execute("""
                insert into meta.figure_before by name
                select
                    measure_code,
                    definition_version,
                    municipality_code,
                    split_code,
                    group_code,
                    period_type,
                    period_start,
                    value,
                    status
                from before.bi.measure_value
                """);
        warehouse.execute("insert into meta.delivery_before by name " + deliveries(warehouse, "before"));
        warehouse.execute("""
                insert into meta.peer_before by name
                select municipality_code, peer_group_code, division_year from before.bi.peer_membership
                """);
        warehouse.execute("detach before");
    }

    /** The deliveries in use in an attached release, by the columns of {@code meta.delivery_before}. */
    static String deliveries(AnalystFile warehouse, String database) throws SQLException {
        try (Statement statement = warehouse.connection().createStatement();
                ResultSet columns = statement.executeQuery("""
                        select 1 from duckdb_columns()
                        where database_name = '%s' and schema_name = 'bi' and table_name = 'delivery'
                            and column_name = 'reading_id'
                        """.formatted(database))) {
            return DELIVERIES.formatted(columns.next() ? "reading_id" : "cast(null as varchar)", database);
        }
    }
}
