package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.job.DisturbedHome.Seen;
import se.trivsel.job.DisturbedNight.End;
import se.trivsel.job.DisturbedNight.Fault;
import se.trivsel.job.DisturbedNight.Place;
import se.trivsel.publish.PatientReader;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.Home;

/**
 * Disturbs real nights in every step and writes what became of them: {@code jobs/target/docs/crash-matrix.md}.
 *
 * <p>Whatever happened, readers find the old release whole or the new one whole, nothing that was known is lost, and the next
 * undisturbed night ends as if nothing had been: {@link DisturbedHome} fails where one of it is not so.
 */
@Tag("crash")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashMatrixTest {
    private static final String MORA = "2062-mora";
    private static final String CORRECTED = "arbetstid_2015.csv";
    private static final int AT_ONCE = 2;
    private static final int KILLED_HOMES = 12;
    private static final int KILLS_AT_LEAST = 200;
    private static final Place WHILE_RECEIVED = new Place("archive", 1);
    private static final Place WHILE_BUILT = new Place("building", 1);

    /** A folder that a step of the night writes to, and how often one home is disturbed there. */
    private record Part(String step, String zone, int times) {
        Part once() {
            return new Part(step, zone, 1);
        }

        String row() {
            return step + ": " + zone + "/";
        }
    }

    /** In the order in which a home is disturbed at them: after a fault at one, the next night mostly still comes to the later ones. */
    private static final List<Part> PARTS = List.of(
            new Part("receive", "archive", 1),
            new Part("read", "lake", 1),
            new Part("read", "quarantine", 1),
            new Part("receipts", "receipts", 1),
            new Part("warehouse", "building", 3),
            new Part("warehouse", "findings", 1),
            new Part("publish", "withheld", 1),
            new Part("publish", "history", 1),
            new Part("publish", "published", 4),
            new Part("between steps", "jobs", 3),
            new Part("end", "runs", 1),
            new Part("end", "metrics", 1));

    @TempDir
    static Path folder;

    private static final CrashMatrix MATRIX = new CrashMatrix();
    private static Path library;
    private static DisturbedNight nights;
    private static Home before;
    private static Home after;
    private static List<String> zones;

    @BeforeAll
    static void aNightAndTheNextOne() throws Exception {
        library = DisturbedNight.compile(folder);
        SmallWorld world = world("world");
        nights = new DisturbedNight(world, library);
        before = new Home(folder.resolve("before"));
        nights.undisturbed(before);
        world.receives(MORA, "franvaro_2016");
        Files.write(inbox(world), corrected());
        after = new Home(folder.resolve("after"));
        DisturbedHome.copy(before, after);
        zones = nights.zones(after);
        assertThat(zones)
                .as("Folders that a step writes to")
                .contains(PARTS.stream().map(Part::zone).toArray(String[]::new));
    }

    /** As it was on the night before. */
    private static SmallWorld world(String name) {
        return new SmallWorld(folder.resolve(name))
                .knowsOnly("2062")
                .receives(MORA, "anst_", "franvaro_2015", CORRECTED);
    }

    private static Path inbox(SmallWorld world) {
        return world.inbox().resolve(MORA).resolve(CORRECTED);
    }

    /** A delivery with a row to be kept out. */
    private static byte[] corrected() throws IOException {
        byte[] sample = Files.readAllBytes(SmallWorld.sample(MORA).resolve(CORRECTED));
        byte[] corrected = Arrays.copyOf(sample, sample.length + "no row\n".length());
        System.arraycopy(
                "no row\n".getBytes(StandardCharsets.US_ASCII), 0, corrected, sample.length, "no row\n".length());
        return corrected;
    }

    private static int changes(String zone) {
        return (int) zones.stream().filter(Predicate.isEqual(zone)).count();
    }

    @Order(1)
    @Test
    void killedAnywhere() throws Exception {
        inRows(Fault.KILL, "killed", KILLED_HOMES, PARTS);

        assertThat(MATRIX.nights("killed")).as("Kills that found a night alive").isGreaterThanOrEqualTo(KILLS_AT_LEAST);
    }

    @Order(2)
    @Test
    void aWriteThatFails() throws Exception {
        inRows(Fault.BROKEN, "one change fails", 3, once(PARTS));
    }

    @Order(3)
    @Test
    void aDiskThatIsFull() throws Exception {
        inRows(Fault.FULL, "no space left from a write on", 2, once(PARTS));
    }

    @Order(4)
    @Test
    void aJobRepositoryThatIsGone() throws Exception {
        inRows(Fault.GONE, "its folder cannot be written any more", 4, List.of(new Part("between steps", "jobs", 1)));

        var home = home("deleted", nights, after);
        End end = nights.meanwhile(
                home.home(),
                WHILE_BUILT,
                () -> DurableFiles.deleteTree(home.home().jobs()));
        MATRIX.add("between steps", "the job repository is deleted", home.look(end.output()));
        home.endsAsIfUndisturbed();
    }

    @Order(5)
    @Test
    void aClockThatIsSetBack() throws Exception {
        inRows(
                Fault.JUMP,
                "the clock is set back by a day",
                2,
                List.of(new Part("receive", "archive", 1), new Part("warehouse", "building", 1)));
    }

    @Order(6)
    @Test
    void aFileOfTheInboxThatGrowsOrVanishesWhileItIsReceived() throws Exception {
        SmallWorld world = world("changing");
        var changing = new DisturbedNight(world, library);
        Path file = inbox(world);
        Files.write(file, corrected());
        var ended = new Home(folder.resolve("only-corrected"));
        DisturbedHome.copy(before, ended);
        changing.undisturbed(ended);

        Files.write(file, Arrays.copyOf(corrected(), corrected().length / 2));
        var growing = home("growing", changing, ended);
        End grown = changing.meanwhile(growing.home(), WHILE_RECEIVED, () -> Files.write(file, corrected()));
        assertThat(grown.output()).contains("SKIP", "file_changed_while_read");
        MATRIX.add("receive", "a delivery grows while it is read", growing.look(grown.output()));
        growing.endsAsIfUndisturbed();

        var vanishing = home("vanishing", changing, ended);
        End vanished = changing.meanwhile(vanishing.home(), WHILE_RECEIVED, () -> Files.delete(file));
        assertThat(vanished.output()).contains("SKIP", "file_changed_while_read");
        MATRIX.add("receive", "a delivery vanishes while it is read", vanishing.look(vanished.output()));
        Files.write(file, corrected());
        vanishing.endsAsIfUndisturbed();
    }

    @Order(7)
    @Test
    void aSecondRunMeanwhile() throws Exception {
        var home = home("twice", nights, after);

        End first = nights.meanwhile(home.home(), WHILE_BUILT, () -> {
            End second = nights.undisturbed(home.home());
            assertThat(second.exitCode()).as(second.output()).isEqualTo(ExitCode.LOCKED.code());
        });

        MATRIX.add("warehouse", "a second run is started", home.look(first.output()));
        home.endsAsIfUndisturbed();
    }

    @Order(8)
    @Test
    void aLogThatSomebodyLeftBesideADatabase() throws Exception {
        var home = home("log", nights, after);
        byte[] log = "left by somebody".getBytes(StandardCharsets.US_ASCII);
        DurableFiles.createProtectedFolder(home.home().building());
        Files.write(home.home().building().resolve("analyst.duckdb.wal"), log);
        Files.write(home.home().published().resolve("current").resolve(Releases.SERVED_FILE + ".wal"), log);

        End end = nights.undisturbed(home.home());

        MATRIX.add("warehouse", "a log lies beside the draft and beside the served file", home.look(end.output()));
        home.endsAsIfUndisturbed();
    }

    @Order(9)
    @Test
    void readersOfEachDriverThroughAPublication() throws Exception {
        for (String driver : List.of("1.1.3", "1.5.6.0", "")) {
            var home = home("read-by-" + driver, nights, after);
            Path errors = folder.resolve("reader.txt");
            Process reader = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classPath(driver),
                            PatientReader.class.getName(),
                            home.home()
                                    .published()
                                    .resolve("current")
                                    .resolve(Releases.SERVED_FILE)
                                    .toString())
                    .redirectError(errors.toFile())
                    .start();
            BufferedReader answers = reader.inputReader();
            String old = answers.readLine();
            assertThat(old).as(Files.readString(errors)).startsWith("2018-02-08.1 with ");

            End end = nights.undisturbed(home.home());
            reader.getOutputStream().write('\n');
            reader.getOutputStream().close();

            assertThat(answers.readLine()).as("The same connection").isEqualTo(old);
            assertThat(answers.readLine()).as("A new one").startsWith("2018-02-08.2 with ");
            assertThat(reader.waitFor()).isZero();
            MATRIX.add(
                    "publish",
                    "a reader holds the old release, DuckDB " + (driver.isEmpty() ? "as ours" : driver),
                    home.look(end.output()));
        }
    }

    private static String classPath(String driver) {
        return driver.isEmpty()
                ? System.getProperty("java.class.path")
                : Stream.of("old-duckdb/duckdb_jdbc-" + driver + ".jar", "test-classes")
                        .map(part -> Path.of("target", part).toAbsolutePath().toString())
                        .reduce((one, other) -> one + File.pathSeparator + other)
                        .orElseThrow();
    }

    @Order(10)
    @Test
    void aSmallFileSystem() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(mount(small, "size=200m"), "LEFT OUT: a home on a small file system; this user may not mount one");
        try {
            var home = new DisturbedHome(nights, small.resolve("home"), before, after);
            long used = small.toFile().getTotalSpace() - small.toFile().getFreeSpace();
            assertThat(mount(small, "remount,size=" + (used + 3_000_000))).isTrue();
            End end = nights.undisturbed(home.home());
            assertThat(end.exitCode()).as(end.output()).isEqualTo(ExitCode.FAILED.code());
            home.look(end.output());
            assertThat(mount(small, "remount,size=600m")).isTrue();
            home.endsAsIfUndisturbed();
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }

    private static boolean mount(Path on, String options) throws IOException, InterruptedException {
        return new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "tmpfs", on.toString())
                        .inheritIO()
                        .start()
                        .waitFor()
                == 0;
    }

    @Order(11)
    @Test
    void theMatrixIsWritten() throws IOException {
        MATRIX.write();
    }

    private static List<Part> once(List<Part> parts) {
        return parts.stream().map(Part::once).toList();
    }

    private static DisturbedHome home(String name, DisturbedNight nights, Home ended)
            throws IOException, InterruptedException {
        return new DisturbedHome(nights, folder.resolve(name), before, ended);
    }

    /** Disturbs some homes, each at one part after the other, so that the places are spread over all the changes there are. */
    private static void inRows(Fault fault, String words, int homes, List<Part> parts) throws Exception {
        parts.forEach(part -> MATRIX.expect(part.row(), words));
        var tasks = new ArrayList<Callable<Void>>();
        for (int number = 0; number < homes; number++) {
            int row = number;
            tasks.add(() -> {
                disturb(fault, words, parts, row, homes);
                return null;
            });
        }
        InParallel.run(tasks, AT_ONCE);
    }

    private static void disturb(Fault fault, String words, List<Part> parts, int row, int rows) throws Exception {
        DisturbedHome home = home(fault + "-" + row, nights, after);
        for (Part part : parts) {
            for (Place place : places(part, row, rows)) {
                Optional<Seen> seen = home.disturb(fault, place);
                if (seen.isEmpty()) {
                    // The nights before had done so much of the work that this one never came to the place.
                    home = afresh(home);
                    seen = home.disturb(fault, place);
                }
                seen.ifPresent(whole -> MATRIX.add(part.row(), words, whole));
                // A fault that the night got over: there is nothing left that a later one could disturb.
                if (fault != Fault.KILL && seen.equals(Optional.of(Seen.NEW))) {
                    home = afresh(home);
                }
            }
        }
        end(home);
    }

    private static DisturbedHome afresh(DisturbedHome home) throws IOException, InterruptedException {
        end(home);
        return new DisturbedHome(nights, home.home().root(), before, after);
    }

    private static void end(DisturbedHome home) throws IOException, InterruptedException {
        home.endsAsIfUndisturbed();
        DurableFiles.deleteTree(home.home().root());
    }

    /** The places of a part at which one of some homes is disturbed, evenly spread over all of its changes. */
    private static List<Place> places(Part part, int home, int homes) {
        int all = homes * part.times();
        return IntStream.range(0, all)
                .filter(place -> place % homes == home)
                .map(place -> 1 + (int) ((long) place * changes(part.zone()) / all))
                .mapToObj(at -> new Place(part.zone(), at))
                .toList();
    }
}
