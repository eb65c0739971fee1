package se.trivsel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.trivsel.job.Credentials;
import se.trivsel.job.JobName;
import se.trivsel.job.LogForm;
import se.trivsel.job.Night;
import se.trivsel.job.RunRequest;
import se.trivsel.job.Termination;
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
    private Folders folders = new Folders();

    @Mixin
    private InboxOption inbox = new InboxOption();

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

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Publish what was known on this day (yyyy-mm-dd). Default: today.")
    private @Nullable LocalDate asOf;

    @Override
    public LogForm logForm() {
        return LogForm.read(folders.config());
    }

    @Override
    public Integer call() throws Exception {
        var request = new RunRequest(
                JobName.BENCHMARK,
                folders.home(),
                inbox.inbox(),
                folders.config(),
                Folders.sql(),
                Optional.ofNullable(asOf));
        RunRequest asked = engine == EngineName.SPARK ? request.computedBy(spark()) : request;
        var night = new Night(
                Clock.systemUTC(), System.out, Terminal.isInteractive(), Credentials.addedTo(System.getenv()));
        return Termination.during(() -> night.run(asked), night::stop).code();
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
