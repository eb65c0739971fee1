package se.trivsel.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import se.trivsel.contract.Contract;
import se.trivsel.vocabulary.DurableFiles;

/**
 * Apache Spark, in a process of its own: it is given the lake's files and {@code meta}, and what it computes is loaded.
 *
 * <p>The lake and the folder have to be where all of its processes see them by the same path.
 */
public final class SparkEngine implements Engine {
    private final SparkProgram program;
    private final Path folder;
    private final Path sql;
    private final Collection<Contract> contracts;
    private final Path lake;

    /**
     * An engine.
     *
     * @param folder what is in it is removed before; afterwards too, where all went well
     * @param sql the folder of the SQL tree
     */
    public SparkEngine(SparkProgram program, Path folder, Path sql, Collection<Contract> contracts, Path lake) {
        this.program = program;
        this.folder = folder;
        this.sql = sql;
        this.contracts = List.copyOf(contracts);
        this.lake = lake;
    }

    @Override
    public void compute(AnalystFile database, List<SqlLayer> layers) throws SQLException {
        try {
            computeOnly(database, layers).load(database, layers);
            DurableFiles.deleteTree(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot build in " + folder, failure);
        }
    }

    /** Leaves what is computed where it is. */
    SparkGold computeOnly(AnalystFile database, List<SqlLayer> layers) throws SQLException, IOException {
        DurableFiles.deleteTree(folder);
        SparkPlan.write(folder, database, SqlTree.sparkDialect(sql), contracts, lake, layers);
        program.run(folder);
        return SparkGold.read(folder);
    }
}
