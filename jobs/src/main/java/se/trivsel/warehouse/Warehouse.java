package se.trivsel.warehouse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import se.trivsel.contract.Configuration;
import se.trivsel.lake.DeliveryManifest;

/**
 * Builds the analysts' database from the lake by the SQL tree, each time from nothing.
 *
 * <p>The same manifests, lake files, configuration and stamp give the same content. Whether it is fit to be published
 * is not decided here.
 */
public final class Warehouse {
    private static final int DIALECT = 1;
    private static final int LAKE = 10;
    private static final int LAST_STORED = 50;
    private static final int LAST = 89;

    private final SqlTree tree;
    private final Configuration configuration;
    private final Path lake;
    private final Withheld withheld;
    private final ReleaseBefore before;
    private final Limits limits;
    private final Engine engine;

    /** One whose database computes itself. */
    public Warehouse(
            SqlTree tree,
            Configuration configuration,
            Path lake,
            Withheld withheld,
            ReleaseBefore before,
            Limits limits) {
        this(tree, configuration, lake, withheld, before, limits, Engine.DUCKDB);
    }

    public Warehouse(
            SqlTree tree,
            Configuration configuration,
            Path lake,
            Withheld withheld,
            ReleaseBefore before,
            Limits limits,
            Engine engine) {
        this.tree = tree;
        this.configuration = configuration;
        this.lake = lake;
        this.withheld = withheld;
        this.before = before;
        this.limits = limits;
        this.engine = engine;
    }

    /**
     * Makes a new file.
     *
     * @param manifests all there are; those known after the stamp's as-of date are left out
     * @return how long each file of the tree took, the slowest first
     * @throws SqlFileException when the database refuses a file of the tree
     */
    public List<SqlTiming> build(Path target, Collection<DeliveryManifest> manifests, ReleaseStamp stamp)
            throws SQLException {
        return build(target, manifests, stamp, () -> {});
    }

    /**
     * The same, for somebody who watches.
     *
     * @param built what is done after each of the {@link #objects}
     */
    public List<SqlTiming> build(
            Path target, Collection<DeliveryManifest> manifests, ReleaseStamp stamp, Runnable built)
            throws SQLException {
        if (Files.exists(target)) {
            throw new IllegalArgumentException("A database is built anew, and there is one already: " + target);
        }
        List<DeliveryManifest> known = manifests.stream()
                .filter(manifest -> !manifest.knownOn().isAfter(stamp.asOf()))
                .toList();
        try (var file = AnalystFile.open(target, limits)) {
            file.tellEach(built);
            fill(file, known, stamp);
            return file.timings();
        }
    }

    /** How many files of the tree are run for a database. */
    public int objects() {
        int inLayers = tree.layers(LAKE, LAST).stream()
                .mapToInt(layer -> layer.files().size())
                .sum();
        return DIALECT + inLayers + tree.macros().size();
    }

    void fill(AnalystFile file, List<DeliveryManifest> known, ReleaseStamp stamp) throws SQLException {
        begin(file, tree);
        new MetaTables(file).load(configuration, tree.questions(), known, stamp);
        withheld.load(file, stamp);
        before.load(file);
        Engine.DUCKDB.compute(file, tree.layers(LAKE, LAKE));
        new LakeTables(file, lake).load(configuration.contracts().values());
        engine.compute(file, tree.layers(LAKE + 1, LAST_STORED));
        for (SqlLayer layer : tree.layers(LAST_STORED + 1, LAST)) {
            layer.files().forEach(file::run);
        }
        tree.macros().forEach(file::run);
    }

    /** Makes room for the tree: its engine's functions, and a schema for each layer. */
    static void begin(AnalystFile file, SqlTree tree) throws SQLException {
        file.run(tree.dialect());
        for (SqlLayer layer : tree.layers()) {
            file.execute("CREATE SCHEMA IF NOT EXISTS " + layer.schema());
        }
    }
}
