package se.trivsel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.inbox.Archive;
import se.trivsel.job.ExitCode;
import se.trivsel.job.RunLock;
import se.trivsel.job.SmallWorld;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.Lake;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Home;

/** A manager and somebody who handles cases, who both have to go. */
class PurgeCommandTest {
    private static final Charset THEIRS = Charset.forName("windows-1252");
    private static final String FOLDER = "2062-mora";
    private static final String EMPLOYMENTS = "anst_201401-201712.csv";
    private static final String ABSENCES = "franvaro_2015.csv";

    @TempDir
    static Path shared;

    private static SmallWorld original;
    private static SmallWorld without;
    private static final Set<String> persons = new TreeSet<>();

    @TempDir
    Path folder;

    private SmallWorld world;
    private Home home;
    private final StringWriter written = new StringWriter();

    @BeforeAll
    static void aNightWithThemAndOneWithout() throws IOException {
        original = world("with");
        without = world("without");
        List<String> employments = lines(original, EMPLOYMENTS);
        List<String> headings = cells(employments.get(0));
        int number = headings.indexOf("Personnr");
        int manager = headings.indexOf("Chef");
        int employmentNo = headings.indexOf("Anst.nr");
        Set<String> managers = new TreeSet<>();
        employments.stream().skip(1).forEach(row -> managers.add(cells(row).get(manager)));
        Set<String> working = firstCells("arbetstid_2015.csv", 0);
        Set<String> absent = firstCells(ABSENCES, 1);
        Set<String> handling = firstCells("arendeansvar_2015.csv", 2);
        List<String> numbered = employments.stream()
                .filter(row -> !cells(row).get(number).isEmpty())
                .filter(row -> working.contains(cells(row).get(employmentNo)))
                .toList();
        String chief = numbered.stream()
                .filter(row -> managers.contains(cells(row).get(employmentNo)))
                .findFirst()
                .orElseThrow();
        String handler = numbered.stream()
                .filter(row -> absent.contains(cells(row).get(employmentNo)))
                .filter(row -> handling.contains(cells(row).get(employmentNo)))
                .findFirst()
                .orElseThrow();
        Set<String> numbers = Set.of(cells(chief).get(number), cells(handler).get(number));
        Set<String> theirs = new TreeSet<>();
        for (String row : employments) {
            if (numbers.contains(cells(row).get(number))) {
                theirs.add(cells(row).get(employmentNo));
            }
        }
        try (Stream<Path> files = Files.list(without.inbox().resolve(FOLDER))) {
            for (Path file : files.toList()) {
                var left = new ArrayList<String>();
                for (String row : Files.readAllLines(file, THEIRS)) {
                    List<String> cells = new ArrayList<>(cells(row));
                    boolean isEmployment = file.getFileName().toString().equals(EMPLOYMENTS);
                    for (int naming : List.of(manager, headings.indexOf("Vik för"))) {
                        if (isEmployment && theirs.contains(cells.get(naming))) {
                            cells.set(naming, "");
                        }
                    }
                    if (cells.stream().noneMatch(theirs::contains)) {
                        left.add(String.join(";", cells));
                    }
                }
                Files.write(file, left, THEIRS);
            }
        }
        original.on("2018-01-08").runs();
        without.on("2018-01-08").runs();
        for (String row : List.of(chief, handler)) {
            persons.addAll(analysts(
                            original,
                            "select person_key from lake.employment where line_no = " + (1 + employments.indexOf(row)))
                    .get(0));
        }
    }

    private static Set<String> firstCells(String name, int column) throws IOException {
        var found = new TreeSet<String>();
        lines(original, name).forEach(row -> found.add(cells(row).get(column)));
        return found;
    }

    private static SmallWorld world(String name) {
        return new SmallWorld(shared.resolve(name))
                .knowsOnly("2062")
                .receives(FOLDER, EMPLOYMENTS, ABSENCES, "arbetstid_2015", "arendeansvar_2015", "utredning_2015");
    }

    private static List<String> lines(SmallWorld world, String name) throws IOException {
        return Files.readAllLines(world.inbox().resolve(FOLDER).resolve(name), THEIRS);
    }

    private static List<String> cells(String row) {
        return Arrays.asList(row.split(";", -1));
    }

    @BeforeEach
    void aHomeToPurge() throws IOException {
        copy(original.home().root(), folder.resolve("world/home"));
        copy(original.inbox(), folder.resolve("world/inbox"));
        world = new SmallWorld(folder.resolve("world")).knowsOnly("2062");
        home = world.home();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling(""));
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    @Test
    void theNextNightPublishesWhatIsPublishedWhereTheyNeverWere() throws IOException {
        assertThat(figures(world)).isNotEqualTo(figures(without));

        assertThat(purge()).as(written.toString()).isZero();
        world.on("2018-01-08").runs();

        assertThat(world.output()).contains("release 2018-01-08.2 built");
        assertThat(figures(world)).isEqualTo(figures(without));
    }

    @Test
    void noPseudonymOfTheirsStaysInTheLakeNorInAnAnalystFile() throws Exception {
        Set<String> theirs = theirs();
        assertThat(pseudonyms(home)).containsAll(theirs);

        purge();

        assertThat(pseudonyms(home)).isNotEmpty().doesNotContainAnyElementsOf(theirs);
        assertThat(under(home.archive(), ".*content.sealed"))
                .as("that of the investigations, in which they are not")
                .hasSize(1);
        for (Path protocol : under(home.protocols(), ".*-purge.json")) {
            assertThat(protocol)
                    .content()
                    .contains("\"reason\" : \"KS 2018/17\"")
                    .doesNotContain(theirs.toArray(String[]::new));
        }
        assertThat(under(home.protocols(), ".*-purge.json")).hasSize(1);
    }

    @Test
    void whatAManifestCountsAddsUp() throws IOException {
        Map<String, DeliveryManifest> before = new Lake(home).newestReadings();

        purge();

        Map<String, DeliveryManifest> after = new Lake(home).newestReadings();
        after.forEach((delivery, reading) -> {
            assertThat(reading.rowsKept() + reading.rowsPurged())
                    .isEqualTo(before.get(delivery).rowsKept());
            assertThat(reading.rowsSetAside()).isEqualTo(before.get(delivery).rowsSetAside());
        });
        assertThat(after.values()).extracting(DeliveryManifest::rowsPurged).anyMatch(rows -> rows > 0);
    }

    @Test
    void aDryRunChangesNoByte() throws IOException {
        Map<String, String> before = files();

        assertThat(purge("--dry-run")).as(written.toString()).isZero();

        assertThat(written.toString())
                .contains("Nothing was removed.")
                .contains("analyst.duckdb of release 2018-01-08.1");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void theyAreKeptOutOfWhatIsSentAgainAndCounted() throws Exception {
        Set<String> theirs = theirs();
        purge();
        Path employments = world.inbox().resolve(FOLDER).resolve(EMPLOYMENTS);
        List<String> lines = Files.readAllLines(employments, THEIRS);
        Files.write(employments, lines.subList(0, lines.size() - 1), THEIRS);

        world.on("2018-01-09").runs();

        assertThat(pseudonyms(home)).doesNotContainAnyElementsOf(theirs);
        assertThat(new Lake(home).newestReadings().values())
                .filteredOn(reading -> reading.knownOn().toString().equals("2018-01-09"))
                .singleElement()
                .satisfies(reading -> {
                    assertThat(reading.rowsPurged()).isPositive();
                    assertThat(reading.rowsSetAside()).isZero();
                    assertThat(reading.findings())
                            .filteredOn(finding -> finding.code() == FindingCode.PURGED_PERSON)
                            .singleElement()
                            .satisfies(finding -> assertThat(finding.count()).isEqualTo(reading.rowsPurged()));
                });
        assertThat(release("verify", "--rebuild", "--config", world.config().toString()))
                .as(written.toString())
                .isZero();
    }

    @Test
    void aPurgeThatIsCutOffWhilePutInPlaceIsGoneOnWithByTheNextNight() throws IOException {
        Files.writeString(home.root().resolve("protocols"), "in the way");
        assertThat(purge()).isNotZero();
        assertThat(home.rotation().resolve("2062/decided")).exists();
        Files.delete(home.root().resolve("protocols"));

        world.on("2018-01-08").runs();

        assertThat(figures(world)).isEqualTo(figures(without));
        assertThat(home.rotation()).isEmptyDirectory();
        assertThat(under(home.archive(), ".*content.sealed")).hasSize(1);
    }

    @Test
    void aPurgeThatIsCutOffBeforeItWasDecidedIsNothing() throws IOException {
        Path left = Files.createDirectories(home.rotation().resolve("2062/home/archive/2062"));
        Files.writeString(left.resolve("purged.sealed"), "half of it");

        world.on("2018-01-08").runs();

        assertThat(world.output()).contains("nothing new since release 2018-01-08.1");
    }

    @Test
    void anOlderReleaseIsWholeAndSaysThatSomebodyIsGone() {
        purge();

        assertThat(release("verify")).as(written.toString()).isZero();
        assertThat(written.toString())
                .contains("analyst.duckdb is without the persons who were purged on ")
                .contains("Release 2018-01-08.1 is whole");
        assertThat(release("verify", "--rebuild", "--config", world.config().toString()))
                .as(written.toString())
                .isEqualTo(ExitCode.INCOMPLETE.code());
        assertThat(written.toString())
                .contains("with persons who were purged, protocol ")
                .contains("cannot be made again as it was published: persons were purged since.");
    }

    @Test
    void theKeyIsNotChangedWhereSomebodyIsKeptOut() throws IOException {
        purge();

        assertThat(execute(
                        new RootCommand(),
                        "keys",
                        "rotate",
                        "2062",
                        "--config",
                        world.config().toString()))
                .isEqualTo(ExitCode.NOT_RUNNABLE.code());

        assertThat(written.toString())
                .startsWith("The key of municipality 2062 was not changed: persons of it were purged");
    }

    @Test
    void aLineThatIsNoPseudonymIsToldByItsNumber() throws IOException {
        Path list =
                Files.writeString(folder.resolve("list.txt"), persons.iterator().next() + "\n\n19800101-2387\n");

        assertThat(purge(list)).isEqualTo(ExitCode.NOT_RUNNABLE.code());

        assertThat(written.toString())
                .contains("list.txt line 3 is no pseudonym")
                .doesNotContain("2387");
    }

    @Test
    void nothingIsDoneWhileARunGoesOn() throws IOException {
        try (RunLock lock = RunLock.tryAcquire(home).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(purge()).isEqualTo(ExitCode.LOCKED.code());
        }
    }

    private int purge(String... options) {
        try {
            return purge(Files.write(folder.resolve("persons.txt"), persons), options);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private int purge(Path persons, String... options) {
        var bytes = new ByteArrayOutputStream();
        var command = new PurgeCommand(new PrintStream(bytes, true, StandardCharsets.UTF_8), Clock.systemUTC());
        int exit = execute(
                command,
                Stream.concat(
                                Stream.of(
                                        "2062",
                                        "--persons",
                                        persons.toString(),
                                        "--reason",
                                        "KS 2018/17",
                                        "--config",
                                        world.config().toString()),
                                Stream.of(options))
                        .toArray(String[]::new));
        written.write(bytes.toString(StandardCharsets.UTF_8));
        return exit;
    }

    private int release(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        int exit = execute(new ReleaseCommand(new PrintStream(bytes, true, StandardCharsets.UTF_8)), arguments);
        written.write(bytes.toString(StandardCharsets.UTF_8));
        return exit;
    }

    private int execute(Object command, String... arguments) {
        written.getBuffer().setLength(0);
        return RootCommand.commandLine(command)
                .setOut(new PrintWriter(written))
                .setErr(new PrintWriter(written))
                .execute(Stream.concat(
                                Stream.of(arguments),
                                Stream.of("--home", home.root().toString()))
                        .toArray(String[]::new));
    }

    /** All of them before any is hidden: an earlier release that knew the persons hid others than one that did not. */
    private static List<List<String>> figures(SmallWorld world) {
        return analysts(world, "select * from judged.figure order by all");
    }

    private static List<List<String>> analysts(SmallWorld world, String query) {
        return ask(world.home().published().resolve("current/analyst.duckdb"), query);
    }

    private static List<List<String>> ask(Path file, String query) {
        var properties = new Properties();
        properties.setProperty("duckdb.read_only", "true");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file, properties);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var answer = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                answer.add(row);
            }
            return answer;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Their pseudonyms, and those of their employments. */
    private static Set<String> theirs() {
        var theirs = new TreeSet<>(persons);
        for (String person : persons) {
            analysts(
                            original,
                            "select distinct employment_key from lake.employment where person_key = '" + person + "'")
                    .forEach(theirs::addAll);
        }
        return theirs;
    }

    /** Every pseudonym that stands in any row of the lake, or of a table of an analyst file. */
    private static Set<String> pseudonyms(Home home) throws IOException, SQLException {
        var found = new TreeSet<String>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            under(home.lake(), ".*\\.parquet").forEach(rows -> tables.add("'" + rows + "'"));
            int number = 0;
            for (Path file : under(home.published().resolve("releases"), ".*analyst.duckdb")) {
                String name = "analyst" + number++;
                statement.execute("attach '" + file + "' as " + name + " (read_only)");
                try (var keyed = statement.executeQuery("select distinct schema_name || '.' || table_name"
                        + " from duckdb_columns() inner join duckdb_tables() using (database_name, schema_name, table_name)"
                        + " where database_name = '" + name + "' and column_name like '%\\_key' escape '\\'")) {
                    while (keyed.next()) {
                        tables.add(name + "." + keyed.getString(1));
                    }
                }
            }
            for (String table : tables) {
                try (var values = statement.executeQuery("select distinct value from (unpivot"
                        + " (select columns('.*_key') from " + table + ") on columns(*)) where value is not null")) {
                    while (values.next()) {
                        found.add(values.getString(1));
                    }
                } catch (SQLException noKeyInIt) {
                    assertThat(noKeyInIt.getMessage()).contains("No matching columns");
                }
            }
        }
        return found;
    }

    /** Every file with its hash, but for locks. */
    private Map<String, String> files() throws IOException {
        var hashes = new TreeMap<String, String>();
        for (Path file : under(home.root(), ".*(?<!\\.lock)")) {
            if (Files.isRegularFile(file)) {
                hashes.put(home.root().relativize(file).toString(), Archive.hash(file));
            }
        }
        return hashes;
    }

    private static List<Path> under(Path folder, String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(pattern))
                    .sorted()
                    .toList();
        }
    }
}
