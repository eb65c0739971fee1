package se.trivsel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.job.ExitCode;
import se.trivsel.job.SmallWorld;
import se.trivsel.lake.Lake;
import se.trivsel.publish.Releases;
import se.trivsel.publish.Remade;

/**
 * The same SQL over the same lake by DuckDB and by Spark: three municipalities, one of them new since the release before.
 *
 * <p>What came out is told in {@code jobs/target/docs/parity.md}.
 */
@Tag("spark")
class SparkParityTest {
    private static final Path SQL = Repository.path("sql");
    private static final SqlTree TREE = SqlTree.read(SQL);
    private static final int AFTER_THE_LAKE = 11;
    private static final int LAST_STORED = 50;
    private static final int LAST = 60;
    private static final Limits LIMITS = new Limits("2GB", 2);

    @TempDir
    private static Path folder;

    private static SmallWorld world;
    private static Configuration configuration;
    private static ReleaseBefore before;
    private static Path byDuckDb;
    private static SparkGold gold;

    @BeforeAll
    static void buildByBoth() throws IOException, SQLException {
        world = new SmallWorld(folder.resolve("world"))
                .knowsOnly("0480", "1291", "2029", "2062")
                .receives("2029-leksand")
                .receives("2062-mora", "2014", "2015", "2016")
                .on("2018-01-08");
        assertThat(world.runs()).as(world.output()).isEqualTo(ExitCode.INCOMPLETE);
        Path first = world.home().published().resolve("current").toRealPath();
        before = ReleaseBefore.of(Optional.of(first.resolve(Releases.SERVED_FILE)));
        world.receives("0480-nykoping").receives("2062-mora", "_2017").on("2018-01-09");
        assertThat(world.runs()).as(world.output()).isEqualTo(ExitCode.INCOMPLETE);
        configuration = ConfigurationReader.readForRun(world.config());
        flagSomebody();

        byDuckDb = built("by-duckdb.duckdb", Engine.DUCKDB);
        try (var database = AnalystFile.open(byDuckDb, LIMITS)) {
            gold = engine(folder.resolve("spark")).computeOnly(database, TREE.layers(AFTER_THE_LAKE, LAST));
        }
    }

    /** None of the samples has a protected identity. */
    private static void flagSomebody() throws IOException, SQLException {
        try (var database = AnalystFile.inMemory(LIMITS);
                var files = Files.walk(world.home().lake().resolve("dataset=employment"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
                Path flagged = file.resolveSibling("flagged");
                new LakeRows(database, file).write(List.of("line_no % 10 = 0 as is_protected"), "true", flagged);
                Files.move(flagged, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Test
    void everyObjectHasTheSameColumnsAndTheSameRows() throws SQLException, IOException {
        List<Parity.Compared> compared;
        try (var database = AnalystFile.open(byDuckDb, LIMITS)) {
            compared = new Parity(database, gold::rows).compare(objects());
        }

        write(Repository.path("jobs/target/docs/parity.md"), Parity.told(compared));
        assertThat(compared).filteredOn(one -> !one.isSame()).isEmpty();
        assertThat(compared)
                .filteredOn(one -> List.of("bi.measure_value", "bi.revision", "bi.benchmark", "protected.pseudonym")
                        .contains(one.object()))
                .hasSize(4)
                .allMatch(one -> one.rows() > 0);
    }

    @Test
    void oneValueInOneRowIsADifference() throws SQLException, IOException {
        Path changed = Files.copy(byDuckDb, folder.resolve("changed.duckdb"));
        try (var database = AnalystFile.open(changed, LIMITS)) {
            database.execute("update core.month set year = year + 1 where month = (select min(month) from core.month)");
            database.execute("insert into core.municipality select * from core.municipality limit 1");
            database.execute("alter table core.unit rename column unit_code to other_code");

            assertThat(new Parity(database, gold::rows)
                            .compare(List.of("core.month", "core.municipality", "core.unit", "core.coverage")))
                    .extracting(Parity.Compared::isSame)
                    .containsExactly(false, false, false, true);
        }
    }

    @Test
    void aReleaseOfWhatSparkComputedIsTheOneThatDuckDbMakes() throws SQLException, IOException {
        Path bySpark = built("by-spark.duckdb", gold::load);

        assertThat(types(bySpark)).isEqualTo(types(byDuckDb));
        assertThat(remade(bySpark)).isEqualTo(remade(byDuckDb));
    }

    @Test
    void aDatasetWhoseFilesAreNotReadEndsTheBuild() throws SQLException, IOException {
        Path emptied = folder.resolve("emptied");
        Path lake = folder.resolve("other-lake");
        try (var database = AnalystFile.open(byDuckDb, LIMITS)) {
            SparkPlan.write(
                    emptied,
                    database,
                    SqlTree.sparkDialect(SQL),
                    configuration.contracts().values(),
                    lake,
                    List.of());
        }
        Path plan = emptied.resolve(SparkPlan.FILE);
        Files.writeString(
                plan,
                Files.readString(plan)
                        .replaceAll("\"" + lake + "[^\"]*\",?", "")
                        .replaceAll(",(\\s*\\])", "$1"));

        assertThatThrownBy(() -> program().run(emptied))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Spark ended with 1");
        assertThat(emptied.resolve("spark.log")).content().contains("has 0 rows; the manifests say");
    }

    private static Path built(String name, Engine engine) throws SQLException {
        Path file = folder.resolve(name);
        new Warehouse(
                        TREE,
                        configuration,
                        world.home().lake(),
                        new Withheld(world.home().withheld()),
                        before,
                        LIMITS,
                        engine)
                .build(
                        file,
                        new Lake(world.home()).manifests(),
                        new ReleaseStamp(
                                "2018-01-10.1",
                                LocalDate.of(2018, 1, 10),
                                Instant.parse("2018-01-10T03:00:00Z"),
                                "c",
                                "d"));
        return file;
    }

    private static SparkEngine engine(Path build) throws IOException {
        return new SparkEngine(
                program(),
                build,
                SQL,
                configuration.contracts().values(),
                world.home().lake());
    }

    private static SparkProgram program() throws IOException {
        var settings = new HashMap<>(LittleSpark.SETTINGS);
        settings.put("spark.master", System.getProperty("spark.master", "local[2]"));
        return SparkProgram.find(Repository.path("spark"), Optional.empty(), settings)
                .orElseThrow(() -> new IllegalStateException("The module spark is not built: ./mvnw -Pspark test"));
    }

    /** All of them, and the lake's tables. */
    private static List<String> objects() {
        return Stream.concat(
                        configuration.contracts().keySet().stream().map(dataset -> "lake." + dataset),
                        TREE.layers(AFTER_THE_LAKE, LAST).stream()
                                .flatMap(layer -> layer.files().stream())
                                .map(SqlFile::object))
                .toList();
    }

    private static List<String> types(Path file) throws SQLException {
        try (var database = AnalystFile.open(file, LIMITS)) {
            return database.strings("""
                    select concat_ws(' ', schema_name, table_name, column_name, data_type, comment) from duckdb_columns()
                    where database_name = current_database() and not internal order by all
                    """);
        }
    }

    private static Remade remade(Path file) throws SQLException, IOException {
        return Remade.of(file, Files.createTempDirectory(folder, "release"), LIMITS);
    }

    private static void write(Path page, String text) throws IOException {
        Files.createDirectories(page.resolveSibling(""));
        Files.writeString(page, text);
    }
}
