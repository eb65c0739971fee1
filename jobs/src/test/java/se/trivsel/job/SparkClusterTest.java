package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.vocabulary.Home;
import se.trivsel.warehouse.AnalystFile;
import se.trivsel.warehouse.Limits;
import se.trivsel.warehouse.LittleSpark;
import se.trivsel.warehouse.Parity;
import se.trivsel.warehouse.Repository;

/** A build on a real cluster of Spark: a master and two workers, of which one is killed in the middle of it. */
@Tag("cluster")
class SparkClusterTest {
    private static final Limits LIMITS = new Limits("2GB", 2);
    private static final String AS_OF = "2018-01-09";

    /** The layer that has been begun when the worker is killed, and one that comes after it. */
    private static final String INTERRUPTED = "monthly";

    private static final String LATER = "value";

    /** Spark's driver says so; what comes after it is why. */
    private static final Pattern LOST = Pattern.compile("Lost executor \\d+ on 127\\.0\\.0\\.1: .*");

    @TempDir
    private Path folder;

    @AutoClose
    private SparkCluster cluster;

    private SmallWorld world;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void aBuildWhoseWorkerIsKilledInTheMiddleHasTheSameRowsOfEveryObject() throws Exception {
        cluster = SparkCluster.install(folder.resolve("spark"));
        takeIn();
        Home byDuckDb = copyOf(world.home(), "by-duckdb");
        assertEnds(build(byDuckDb), byDuckDb);
        String master = cluster.startMaster();
        Process killed = cluster.startWorker(master);
        cluster.startWorker(master);

        Home bySpark = copyOf(world.home(), "by-spark");
        Process build = build(bySpark, bySpark(master));
        Path building = bySpark.building().resolve("spark");
        Path gold = building.resolve("gold");
        SparkCluster.await(gold.resolve(INTERRUPTED), build, () -> Files.exists(gold.resolve(INTERRUPTED)));
        assertThat(killed.children()).as("Its executor").hasSize(1);
        SparkCluster.kill(killed);
        String lost = SparkCluster.said(building.resolve("spark.log"), LOST, build);
        assertThat(gold.resolve(LATER)).doesNotExist();

        assertEnds(build, bySpark);
        assertThat(DisturbedHome.contentHash(bySpark)).isEqualTo(DisturbedHome.contentHash(byDuckDb));
        List<Parity.Compared> compared = compare(byDuckDb, bySpark);
        assertThat(compared).filteredOn(one -> !one.isSame()).isEmpty();
        assertThat(compared).anyMatch(one -> one.object().equals("bi.measure_value") && one.rows() > 0);
        System.out.println("SparkClusterTest: " + lost + "; " + Parity.summary(compared));
    }

    /** What every engine begins with: deliveries that were read, of two municipalities. */
    private void takeIn() throws IOException {
        world = new SmallWorld(folder.resolve("world"))
                .knowsOnly("0480", "2062")
                .receives("0480-nykoping", "_2016", "anst_")
                .receives("2062-mora", "2014", "2015", "2016")
                .on(AS_OF);
        for (JobName job : List.of(JobName.HR, JobName.CASE, JobName.INVOICE)) {
            assertThat(world.runs(job, Optional.empty())).as(world.output()).isEqualTo(ExitCode.INCOMPLETE);
        }
        Files.createSymbolicLink(folder.resolve("world/spark"), Repository.path("spark"));
    }

    private Home copyOf(Home home, String name) {
        Path copy = folder.resolve(name);
        SmallWorld.copy(home.root(), copy);
        return new Home(copy);
    }

    private static String[] bySpark(String master) {
        var options = new ArrayList<>(List.of("--engine", "spark", "--master", master));
        LittleSpark.SETTINGS.forEach((name, value) -> options.addAll(List.of("--spark-conf", name + "=" + value)));
        return options.toArray(String[]::new);
    }

    private Process build(Home home, String... options) throws IOException {
        ProcessBuilder command = world.process(home, "build", "--as-of", AS_OF);
        command.command().addAll(List.of(options));
        return cluster.start(command, log(home));
    }

    /** With what one of its municipalities has not sent. */
    private static void assertEnds(Process build, Home home) throws IOException, InterruptedException {
        int exit = build.waitFor();
        assertThat(exit).as(Files.readString(log(home))).isEqualTo(ExitCode.INCOMPLETE.code());
    }

    private static Path log(Home home) {
        return home.root().resolveSibling(home.root().getFileName() + ".txt");
    }

    private List<Parity.Compared> compare(Home byDuckDb, Home bySpark) throws SQLException {
        try (var database = AnalystFile.open(published(byDuckDb), LIMITS)) {
            database.execute("attach '" + published(bySpark) + "' as by_spark (read_only)");
            var parity = new Parity(database, object -> "by_spark." + object);
            return parity.compare(parity.objects());
        }
    }

    private static Path published(Home home) {
        return home.published().resolve("current").resolve("analyst.duckdb");
    }
}
