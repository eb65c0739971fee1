package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.publish.Releases;
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

    /** The layer in whose first object the worker is killed, and one that comes after it. */
    private static final String INTERRUPTED = "monthly";

    private static final String LATER = "value";

    private static final Pattern LOST = Pattern.compile("Lost executor \\d+ on 127\\.0\\.0\\.1.*");

    @TempDir
    private Path folder;

    private SmallWorld world;
    private SparkCluster cluster;

    @AfterEach
    void endAll() throws InterruptedException {
        cluster.close();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void aBuildWhoseWorkerIsKilledInTheMiddleGivesTheSameRowsOfEveryObject() throws Exception {
        cluster = SparkCluster.install(folder.resolve("spark"));
        takeIn();
        Home byDuckDb = copyOf(world.home(), "by-duckdb");
        Home bySpark = copyOf(world.home(), "by-spark");
        Process duckDb = build(byDuckDb);
        assertThat(duckDb.waitFor()).as(printed(byDuckDb)).isEqualTo(ExitCode.INCOMPLETE.code());
        String master = cluster.startMaster();
        Process killed = cluster.startWorker(master);
        cluster.startWorker(master);

        Process spark = build(bySpark, "--engine", "spark", "--master", master);
        Path building = bySpark.building().resolve("spark");
        Path gold = building.resolve("gold");
        SparkCluster.await(gold.resolve(INTERRUPTED), spark, () -> Files.exists(gold.resolve(INTERRUPTED)));
        assertThat(killed.children()).as("Its executor").hasSize(1);
        SparkCluster.kill(killed);
        System.out.println(SparkCluster.said(building.resolve("spark.log"), LOST, spark)
                .group());
        assertThat(gold.resolve(LATER)).doesNotExist();

        assertThat(spark.waitFor()).as(printed(bySpark)).isEqualTo(ExitCode.INCOMPLETE.code());
        assertThat(contentHash(bySpark)).isEqualTo(contentHash(byDuckDb));
        List<Parity.Compared> compared = compare(byDuckDb, bySpark);
        assertThat(compared).filteredOn(one -> !one.isSame()).isEmpty();
        System.out.println(Parity.told(compared).lines().skip(2).findFirst().orElseThrow());
    }

    /** What every engine begins with: deliveries that were read, of two municipalities. */
    private void takeIn() throws IOException {
        world = new SmallWorld(folder.resolve("world"))
                .knowsOnly("0480", "2062")
                .receives("0480-nykoping", "_2016", "anst_")
                .receives("2062-mora", "2014", "2015", "2016")
                .on(AS_OF);
        for (JobName job : List.of(JobName.HR, JobName.CASE, JobName.INVOICE)) {
            System.out.println(world.runs(job, Optional.empty()));
        }
        Files.createSymbolicLink(folder.resolve("world/spark"), Repository.path("spark"));
    }

    private Home copyOf(Home home, String name) {
        Path copy = folder.resolve(name);
        SmallWorld.copy(home.root(), copy);
        return new Home(copy);
    }

    private Process build(Home home, String... engine) throws IOException {
        var words = new ArrayList<>(List.of("build", "--as-of", AS_OF));
        words.addAll(List.of(engine));
        LittleSpark.SETTINGS.forEach((name, value) -> words.addAll(List.of("--spark-conf", name + "=" + value)));
        return cluster.start(world.process(home, words.toArray(String[]::new)), log(home));
    }

    private static Path log(Home home) {
        return home.root().resolveSibling(home.root().getFileName() + ".txt");
    }

    private static String printed(Home home) throws IOException {
        return Files.readString(log(home));
    }

    private static String contentHash(Home home) {
        return new Releases(home.published()).current().orElseThrow().contentHash();
    }

    private List<Parity.Compared> compare(Home byDuckDb, Home bySpark) throws SQLException, IOException {
        Path duckDbs = published(byDuckDb);
        Path sparks = published(bySpark);
        try (var database = AnalystFile.open(duckDbs, LIMITS)) {
            database.execute("attach '" + sparks + "' as by_spark (read_only)");
            var parity = new Parity(database, object -> "by_spark." + object);
            return parity.compare(parity.objects());
        }
    }

    private static Path published(Home home) {
        return home.published().resolve("current").resolve("analyst.duckdb");
    }
}
