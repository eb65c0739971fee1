package se.trivsel.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import se.trivsel.inbox.Json;

/**
 * What Spark computed of a build folder: a folder of Parquet files for each object, and how many rows it wrote.
 *
 * <p>Its types are Spark's. The tables that are loaded from it are declared by DuckDB.
 */
record SparkGold(Path folder, Map<String, Written> objects) {
    private static final String RESULT = "result.json";

    /** What became of an object. */
    record Written(long rows, long millis) {}

    private record Result(Map<String, Written> objects) {}

    static SparkGold read(Path folder) throws IOException {
        Result result = Json.read(Files.readAllBytes(folder.resolve(RESULT)), Result.class);
        return new SparkGold(folder.resolve("gold"), Map.copyOf(result.objects()));
    }

    /** An object's rows, as DuckDB's SQL calls them. */
    String rows(String object) {
        return "read_parquet(" + AnalystFile.quoted(folder.resolve(object.replace('.', '/')) + "/*.parquet")
                + ", hive_partitioning = false)";
    }

    /** Makes the tables of the layers as DuckDB would, and fills them. */
    void load(AnalystFile database, List<SqlLayer> layers) throws SQLException {
        for (SqlLayer layer : layers) {
            for (SqlFile file : layer.files()) {
                Written written = objects.get(file.object());
                if (written == null) {
                    throw new IllegalStateException("Spark did not compute " + file.object());
                }
                long loaded = database.loadAsTable(file, rows(file.object()), Duration.ofMillis(written.millis()));
                if (loaded != written.rows()) {
                    throw new IllegalStateException("Spark wrote " + written.rows() + " rows of " + file.object()
                            + ", of which " + loaded + " were read");
                }
            }
        }
    }
}
