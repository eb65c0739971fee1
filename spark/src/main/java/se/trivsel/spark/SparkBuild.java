package se.trivsel.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Computes a build folder: every object of its plan becomes a folder of Parquet files, in the order of its layers.
 *
 * <p>Each result is stored before the next layer reads it, without which every view on a view would be computed again.
 * Where Spark runs is its own settings' to say, {@code spark.master} first.
 */
public final class SparkBuild {
    /** Objects of a layer made at the same time: one plans while another computes. */
    private static final int AT_ONCE = 2;

    private static final int STOPPED = 130;

    private final SparkSession session;
    private final Path gold;
    private final SortedMap<String, Written> objects = new ConcurrentSkipListMap<>();

    /** What became of an object. */
    private record Written(long rows, long millis) {}

    private SparkBuild(SparkSession session, Path gold) {
        this.session = session;
        this.gold = gold;
    }

    /** Computes the folder that is named. */
    public static void main(String[] folder) throws Exception {
        endWithWhoeverStartedUs();
        Path root = Path.of(folder[0]).toAbsolutePath();
        BuildPlan plan = BuildPlan.read(root.resolve("plan.json"));
        try (SparkSession session = session(root)) {
            var build = new SparkBuild(session, root.resolve("gold"));
            build.run(plan);
            new ObjectMapper().writeValue(root.resolve("result.json").toFile(), Map.of("objects", build.objects));
        }
    }

    /** However they end: they hold our standard input open as long as they live. */
    private static void endWithWhoeverStartedUs() {
        var watch = new Thread(
                () -> {
                    try {
                        System.in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException gone) {
                        // As when it is closed.
                    }
                    Runtime.getRuntime().halt(STOPPED);
                },
                "watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static SparkSession session(Path root) {
        return SparkSession.builder()
                .appName("Trivsel")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.timestampType", "TIMESTAMP_NTZ")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
                .config("spark.sql.catalogImplementation", "in-memory")
                .config(
                        "spark.sql.warehouse.dir",
                        root.resolve("spark-warehouse").toString())
                .getOrCreate();
    }

    private void run(BuildPlan plan) throws InterruptedException {
        plan.functions().forEach(session::sql);
        plan.schemas().forEach(schema -> session.sql("create schema " + schema));
        plan.given().forEach(given -> table(given.object(), given.file()));
        plan.bindings().forEach(this::bind);
        for (List<BuildPlan.Computed> layer : plan.layers()) {
            compute(layer);
        }
    }

    private void bind(BuildPlan.Binding binding) {
        Dataset<Row> rows = binding.files().isEmpty()
                ? session.createDataFrame(List.of(), StructType.fromDDL(binding.columns()))
                : session.read()
                        .schema(binding.columns())
                        // How folders are called is not data.
                        .option("recursiveFileLookup", true)
                        .parquet(binding.files().toArray(String[]::new));
        rows.createOrReplaceTempView(binding.name());
    }

    private void compute(List<BuildPlan.Computed> layer) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var running = new ArrayList<Future<?>>();
            for (BuildPlan.Computed table : layer) {
                running.add(threads.submit(() -> compute(table)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Void compute(BuildPlan.Computed table) {
        try {
            long started = System.nanoTime();
            long rows = store(table);
            if (table.rows() >= 0 && table.rows() != rows) {
                throw new IllegalStateException(
                        table.object() + " has " + rows + " rows; the manifests say " + table.rows());
            }
            objects.put(table.object(), new Written(rows, (System.nanoTime() - started) / 1_000_000));
            return null;
        } catch (Exception failure) {
            // Scala declares nothing: whatever it is, it has to say at which file.
            throw new IllegalStateException("Spark cannot compute " + table.place(), failure);
        }
    }

    private long store(BuildPlan.Computed table) throws InterruptedException {
        var counted = new Observation(table.object());
        String folder = gold.resolve(table.object().replace('.', '/')).toString();
        session.sql(table.query())
                .observe(counted, functions.count(functions.lit(1)).as("rows"))
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(folder);
        table(table.object(), folder);
        return ((Number) counted.getAsJava().get("rows")).longValue();
    }

    private void table(String object, String path) {
        session.sql("create table " + object + " using parquet location '" + path.replace("'", "\\'") + "'");
    }
}
