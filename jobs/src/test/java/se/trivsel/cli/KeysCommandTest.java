package se.trivsel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.housekeeping.Housekeeping;
import se.trivsel.inbox.Archive;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.Disposal;
import se.trivsel.inbox.KeyRing;
import se.trivsel.inbox.SealedFile;
import se.trivsel.job.ExitCode;
import se.trivsel.job.Retention;
import se.trivsel.job.RunLock;
import se.trivsel.job.SmallWorld;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.Home;
import se.trivsel.vocabulary.MunicipalityCode;

/** A municipality with staff, clients and two rejected rows, and the same people under another key. */
class KeysCommandTest {
    private static final MunicipalityCode MORA = new MunicipalityCode("2062");
    private static final Charset THEIRS = Charset.forName("windows-1252");
    private static final String FOLDER = "2062-mora";

    @TempDir
    static Path shared;

    private static SmallWorld original;

    @TempDir
    Path folder;

    private SmallWorld world;
    private Home home;
    private final StringWriter written = new StringWriter();

    @BeforeAll
    static void aNight() throws IOException {
        original = new SmallWorld(shared)
                .knowsOnly("2062")
                .receives(
                        FOLDER,
                        "anst_",
                        "franvaro_2015",
                        "arbetstid_2015",
                        "aktualisering_2015",
                        "arendeansvar_2015",
                        "leverantorsreskontra_2015");
        Path absences = original.inbox().resolve(FOLDER).resolve("franvaro_2015.csv");
        List<String> lines = Files.readAllLines(absences, THEIRS);
        for (int row : List.of(4, 9)) {
            lines.set(row, lines.get(row).replaceFirst("^([^;]*;[^;]*);[^;]*", "$1;NYTT"));
        }
        Files.write(absences, lines, THEIRS);
        original.on("2018-01-08").runs();
    }

    @BeforeEach
    void aHomeToChange() throws IOException {
        world = twin("world");
        home = world.home();
    }

    private SmallWorld twin(String name) throws IOException {
        copy(original.home().root(), folder.resolve(name).resolve("home"));
        copy(original.inbox(), folder.resolve(name).resolve("inbox"));
        return new SmallWorld(folder.resolve(name)).knowsOnly("2062");
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
    void everybodyStaysWhoTheyAreAlsoInWhatComesNext() throws IOException {
        assertThat(rotate()).as(written.toString()).isZero();

        world.on("2018-01-08").runs();
        assertThat(world.output()).contains("nothing new since release 2018-01-08.1");
        SmallWorld unchanged = twin("unchanged");
        for (SmallWorld one : List.of(world, unchanged)) {
            one.receives(FOLDER, "franvaro_2016", "arbetstid_2016")
                    .on("2018-01-09")
                    .runs();
        }
        assertThat(contentHash(world)).isEqualTo(contentHash(unchanged)).isNotEqualTo(contentHash(original));
    }

    @Test
    void noPseudonymStaysAndNobodyIsLostOrJoined() throws Exception {
        Set<String> before = pseudonyms(home);

        rotate();

        assertThat(pseudonyms(home)).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
        assertThat(before).hasSizeGreaterThan(100);
    }

    @Test
    void whatIsPublishedCanStillBeMadeAgain() {
        rotate();

        assertThat(release("verify", "--rebuild", "--config", world.config().toString()))
                .as(written.toString())
                .isZero();
        assertThat(written.toString())
                .contains("6 of 6 readings were made again from the archive.")
                .contains("can be made again, and is what was published.");
    }

    @Test
    void theOldKeyOpensNothingAnyMore() throws IOException {
        Path old = Files.copy(home.keys().resolve("2062.key"), folder.resolve("old.key"));

        rotate();

        var key = KeyRing.ofFile(old).inUse(MORA);
        for (Path sealed : under(home.root(), ".*\\.sealed")) {
            assertThatThrownBy(() -> {
                        try (InputStream in = SealedFile.read(sealed, key)) {
                            in.readAllBytes();
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("sealed with another key");
        }
        assertThat(under(home.root(), ".*\\.sealed")).hasSize(7);
        assertThat(under(home.root(), ".*rotation.*"))
                .as("links of the two keys")
                .noneMatch(Files::isRegularFile);
        assertThat(command("quarantine", "show", "unknown_code")).isZero();
        assertThat(written.toString()).contains(";NYTT;");
    }

    @Test
    void aDryRunChangesNothing() throws IOException {
        Map<String, String> before = files();

        assertThat(rotate("--dry-run")).as(written.toString()).isZero();

        assertThat(written.toString()).contains(" can be changed: 6 deliveries, 6 readings. Nothing was changed.");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void keysAreToldByTheirFingerprintsAndNeverShown() throws IOException {
        String secret = Files.readString(home.keys().resolve("2062.key"));
        String old = KeyRing.open(home.keys(), false).inUse(MORA).fingerprint();
        rotate("--keep-old");
        String renewed = KeyRing.open(home.keys(), false).inUse(MORA).fingerprint();

        assertThat(command("keys", "list")).isZero();

        assertThat(written.toString())
                .containsPattern("2062 +\\| in use +\\| " + renewed)
                .containsPattern("2062 +\\| replaced +\\| " + old)
                .doesNotContain(secret)
                .doesNotContain(Files.readString(home.keys().resolve("2062.key")));
        assertThat(home.keys().resolve("2062.key." + old)).hasContent(secret);
    }

    @Test
    void whatWasCutOffBeforeItWasDecidedIsNothing() throws IOException {
        Path left = Files.createDirectories(home.rotation().resolve("2062/home/keys"));
        Files.writeString(left.resolve("2062.key"), "half a key");

        world.on("2018-01-08").runs();
        assertThat(world.output()).contains("nothing new since release 2018-01-08.1");

        assertThat(rotate()).as(written.toString()).isZero();
    }

    @Test
    void theNextNightPutsInPlaceWhatWasDecided() throws IOException {
        Home rotated = cutOffWhenDecided();

        world.on("2018-01-08").runs();

        assertThat(world.output()).contains("nothing new since release 2018-01-08.1");
        assertThat(files()).containsAllEntriesOf(protectedFiles(rotated));
        assertThat(home.rotation()).isEmptyDirectory();
    }

    @Test
    void filesThatAreDisposedOfDoNotComeBackWithTheirNewSeal() throws IOException {
        cutOffWhenDecided();
        var retention = new Retention(Map.of("received", Period.ofDays(1)));

        new Housekeeping(home, world.config(), retention, Clock.system(ZoneOffset.UTC)).run();
        world.on("2018-01-08").runs();

        assertThat(world.output()).contains("nothing new since release 2018-01-08.1");
        assertThat(under(home.archive(), ".*content.sealed")).isEmpty();
    }

    /** As a kill leaves it: half of the archive is in place. */
    private Home cutOffWhenDecided() throws IOException {
        Home rotated = twin("rotated").home();
        execute(
                new RootCommand(),
                rotated,
                "keys",
                "rotate",
                "2062",
                "--config",
                world.config().toString());
        Path staged = home.rotation().resolve("2062/home");
        int moved = 0;
        for (String name : protectedFiles(rotated).keySet()) {
            boolean isInPlace = name.startsWith("archive") && moved++ % 2 == 0;
            Path target = (isInPlace ? home.root() : staged).resolve(name);
            Files.createDirectories(target.resolveSibling(""));
            Files.copy(rotated.root().resolve(name), target, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createFile(staged.resolveSibling("decided"));
        return rotated;
    }

    @Test
    void aPersonWhomNoFileLeadsToAnyMoreStopsIt() throws IOException {
        var archive = new Archive(home.archive(), KeyRing.open(home.keys(), false));
        Delivery employments = archive.deliveries().stream()
                .filter(delivery -> delivery.dataset().equals("employment"))
                .findFirst()
                .orElseThrow();
        archive.dispose(
                employments,
                new Disposal("received", Period.ofYears(1), LocalDate.parse("2018-01-08"), "protocol.json"));
        Map<String, String> before = files();

        assertThat(rotate()).isEqualTo(ExitCode.NOT_RUNNABLE.code());

        assertThat(written.toString())
                .containsPattern("The key of municipality 2062 was not changed: reading " + employments.id()
                        + "-\\S+ has \\d+ pseudonyms that no file in the archive leads to any more.");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aMunicipalityThatPreparesKeepsItsKeyToItself() throws IOException {
        Files.writeString(home.keys().resolve("2062.signature-key"), "its secret");

        assertThat(rotate()).isEqualTo(ExitCode.NOT_RUNNABLE.code());

        assertThat(written.toString()).startsWith("Municipality 2062 prepares its deliveries itself: ");
    }

    @Test
    void nothingIsDoneWhileARunGoesOn() throws IOException {
        try (RunLock lock = RunLock.tryAcquire(home).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(rotate()).isEqualTo(ExitCode.LOCKED.code());
        }
    }

    private int rotate(String... options) {
        return execute(
                new RootCommand(),
                home,
                Stream.concat(
                                Stream.of(
                                        "keys",
                                        "rotate",
                                        "2062",
                                        "--config",
                                        world.config().toString()),
                                Stream.of(options))
                        .toArray(String[]::new));
    }

    private int command(String... arguments) {
        return execute(new RootCommand(), home, arguments);
    }

    private int release(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        int exit = execute(new ReleaseCommand(new PrintStream(bytes, true, StandardCharsets.UTF_8)), home, arguments);
        written.write(bytes.toString(StandardCharsets.UTF_8));
        return exit;
    }

    private int execute(Object command, Home where, String... arguments) {
        written.getBuffer().setLength(0);
        return RootCommand.commandLine(command)
                .setOut(new PrintWriter(written))
                .setErr(new PrintWriter(written))
                .execute(Stream.concat(
                                Stream.of(arguments),
                                Stream.of("--home", where.root().toString()))
                        .toArray(String[]::new));
    }

    private static String contentHash(SmallWorld world) {
        return new Releases(world.home().published()).current().orElseThrow().contentHash();
    }

    /** Every pseudonym that stands in any row of the lake. */
    private static Set<String> pseudonyms(Home home) throws IOException, SQLException {
        var found = new TreeSet<String>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            for (Path rows : under(home.lake(), ".*\\.parquet")) {
                try (var values = statement.executeQuery("select value from (unpivot (select columns('.*_key') from '"
                        + rows + "') on columns(*)) where value is not null")) {
                    while (values.next()) {
                        found.add(values.getString(1));
                    }
                }
            }
        }
        return found;
    }

    /** Every file with its hash, but for locks. */
    private Map<String, String> files() throws IOException {
        return hashes(home, under(home.root(), ".*(?<!\\.lock)"));
    }

    private static Map<String, String> protectedFiles(Home home) throws IOException {
        return hashes(home, under(home.root(), ".*/home/(archive|keys|lake|quarantine)/.*"));
    }

    private static Map<String, String> hashes(Home home, List<Path> files) throws IOException {
        var hashes = new TreeMap<String, String>();
        for (Path file : files) {
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
