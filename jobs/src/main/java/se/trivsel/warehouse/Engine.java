package se.trivsel.warehouse;

import java.sql.SQLException;
import java.util.List;

/**
 * What computes the stored layers of the SQL tree.
 *
 * <p>Whichever it is, the same tables with the same rows come to lie in the database; {@code meta} and the lake's tables are there
 * before.
 */
@FunctionalInterface
public interface Engine {
    /** The database itself. */
    Engine DUCKDB = (database, layers) -> layers.forEach(layer -> layer.files().forEach(database::runAsTable));

    /**
     * Makes the objects of some layers as tables.
     *
     * @throws IllegalStateException when the engine could not; what it said is where the message says
     */
    void compute(AnalystFile database, List<SqlLayer> layers) throws SQLException;
}
