package se.trivsel.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Somebody who makes cleaned, pseudonymised Parquet files of an inbox of absences, and keeps what is wrong apart.
 *
 * <p>Each writes in its own way; {@link #rows} tells what it comes to.
 */
sealed interface Cleaning {
    String label();

    /** Cleans everything anew. */
    Measured run() throws IOException, InterruptedException;

    /** What the last run left. */
    CleanedRows rows() throws SQLException;

    /** It does more than the others: it also archives, and answers for what came. */
    record Trivsel(Workbench bench, Installation absences) implements Cleaning {
        /** Of the last run, from the first file's beginning to the last one's end. */
        double readingSeconds() throws SQLException {
            return Sql.number("""
                    select epoch(max(eventTime)) - epoch(min(eventTime))
                    from read_json('%s', columns = {eventTime: 'timestamp', job: 'struct(name varchar)'})
                    where job.name = 'hr.read.absence'""".formatted(absences.home().resolve("runs/*/openlineage.jsonl")));
        }

        @Override
        public String label() {
            return "Trivsel, with sealed archive, manifests and receipts";
        }

        @Override
        public Measured run() throws IOException, InterruptedException {
            absences.forget();
            return bench.run(List.of("hr"), absences, absences.deliveries());
        }

        @Override
        public CleanedRows rows() throws SQLException {
            Path lake = absences.home().resolve("lake");
            return CleanedRows.read(
                    parquet(lake.resolve("dataset=absence/*/*/*.parquet")),
                    "select sum(rowsRejected)::bigint from read_json('" + lake.resolve("_manifests/*/*.json")
                            + "', columns = {rowsRejected: 'bigint'})");
        }
    }

    /** By {@link DuckDbCleaning}, with the library that Trivsel has. */
    record DuckDb(Workbench bench, Installation absences) implements Cleaning {
        @Override
        public String label() {
            return "DuckDB SQL";
        }

        @Override
        public Measured run() throws IOException, InterruptedException {
            return bench.java(
                    DuckDbCleaning.class.getName(),
                    bench.root().resolve("jobs/target/bench-classes")
                            + File.pathSeparator
                            + bench.root().resolve("jobs/target/app/lib/*"),
                    List.of("--enable-native-access=ALL-UNNAMED"),
                    absences.inbox(),
                    bench.cleared("duckdb"));
        }

        @Override
        public CleanedRows rows() throws SQLException {
            Path out = bench.folder().resolve("duckdb");
            return CleanedRows.read(
                    parquet(out.resolve("*/*/*.parquet")),
                    "select count(*) from read_csv('" + out.resolve("*-rejected.csv") + "', all_varchar = true)");
        }
    }

    /** By {@code SparkCleaning} of the module spark, in one process with the memory that Spark gives it by itself. */
    record Spark(Workbench bench, Installation absences) implements Cleaning {
        @Override
        public String label() {
            return "Apache Spark SQL, local[" + Workbench.THREADS + "]";
        }

        @Override
        public Measured run() throws IOException, InterruptedException {
            Path module = bench.root().resolve("spark/target");
            return bench.java(
                    "se.trivsel.spark.SparkCleaning",
                    String.join(
                            File.pathSeparator,
                            module.resolve("test-classes").toString(),
                            module.resolve("classes").toString(),
                            bench.sparkLibraries()),
                    List.of("-Xmx1g", "-Dspark.master=local[" + Workbench.THREADS + "]"),
                    absences.inbox(),
                    bench.cleared("spark"));
        }

        @Override
        public CleanedRows rows() throws SQLException {
            Path out = bench.folder().resolve("spark");
            return CleanedRows.read(
                    parquet(out.resolve("*/is_kept=true/*/*.parquet")),
                    "select count(*) from " + parquet(out.resolve("*/*/*/*.parquet")) + " where is_kept = 'false'");
        }
    }

    private static String parquet(Path files) {
        return "read_parquet('" + files
                + "', hive_partitioning = true, hive_types_autocast = false, union_by_name = true)";
    }
}
