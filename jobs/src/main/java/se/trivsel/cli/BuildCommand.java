package se.trivsel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.trivsel.job.JobName;
import se.trivsel.job.LogForm;
import se.trivsel.warehouse.SparkProgram;

/** {@code build}: the last part of the night alone, by an engine that is chosen. */
@Command(
        name = "build",
        description = {
            "Builds the figures of what was taken in, checks and publishes them: what run benchmark does.",
            "With --engine spark, Apache Spark computes them: the same SQL over the same lake gives the same release."
        })
final class BuildCommand implements Callable<Integer>, LoggedCommand {
    /** What computes. */
    enum EngineName {
        DUCKDB,
        SPARK
    }

    @Mixin
    private NightOptions night = new NightOptions();

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description =
                    "duckdb (default), or spark: in a process of its own, with SPARK_HOME or the built module 'spark'.")
    private EngineName engine = EngineName.DUCKDB;

    @Option(
            names = "--master",
            paramLabel = "URL",
            defaultValue = "local[*]",
            description = "Where Spark computes (default: ${DEFAULT-VALUE}, on this machine).")
    private String master = "local[*]";

    @Option(
            names = "--spark-conf",
            paramLabel = "NAME=VALUE",
            description = "A setting of Spark's, such as spark.driver.memory=4g; may be given more than once.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Override
    public LogForm logForm() {
        return night.logForm();
    }

    @Override
    public Integer call() throws Exception {
        if (engine == EngineName.DUCKDB) {
            return night.run(JobName.BENCHMARK, request -> request);
        }
        SparkProgram program = spark();
        return night.run(JobName.BENCHMARK, request -> request.computedBy(program));
    }

    private SparkProgram spark() throws IOException {
        var all = new LinkedHashMap<>(settings);
        all.put("spark.master", master);
        return SparkProgram.find(
                        Folders.ROOT.resolve("spark"),
                        Optional.ofNullable(System.getenv("SPARK_HOME")).map(Path::of),
                        all)
                .orElseThrow(() -> new WrongUsage("The module that Spark runs is not built here. Beside the sources:"
                        + " ./mvnw -Pspark -DskipTests package -pl spark"));
    }
}
