package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.trivsel.job.DisturbedNight.End;
import se.trivsel.job.DisturbedNight.Fault;
import se.trivsel.job.DisturbedNight.Place;
import se.trivsel.publish.Release;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.Home;
import se.trivsel.warehouse.Limits;

/**
 * A home with a release, and a night's deliveries waiting, whose nights are disturbed one after the other.
 *
 * <p>What it is held against are two homes that nobody disturbed: the same one before the deliveries, and after them.
 */
final class DisturbedHome {
    private static final Limits LIMITS = new Limits("512MB", 1);

    /** What readers find after a disturbed night. */
    enum Seen {
        OLD,
        NEW
    }

    private final DisturbedNight nights;
    private final Home home;
    private final Home before;
    private final Home after;

    /** Copies the home as it is before. */
    DisturbedHome(DisturbedNight nights, Path root, Home before, Home after) throws IOException, InterruptedException {
        this.nights = nights;
        this.home = new Home(root);
        this.before = before;
        this.after = after;
        copy(before, home);
    }

    /** Copies a home with its links and permissions. */
    static void copy(Home from, Home to) throws IOException, InterruptedException {
        Process copying = new ProcessBuilder(
                        "cp", "-a", from.root().toString(), to.root().toString())
                .inheritIO()
                .start();
        assertThat(copying.waitFor()).isZero();
    }

    Home home() {
        return home;
    }

    /** Runs a night with a fault; what readers find then, or nothing where the night ended before it came to the fault. */
    Optional<Seen> disturb(Fault fault, Place place) throws IOException, InterruptedException {
        End end = nights.run(home, fault, place);
        Seen seen = look(fault + " at " + place + ":\n" + end.output());
        if (fault == Fault.KILL) {
            return Optional.of(seen).filter(whole -> end.exitCode() == DisturbedNight.KILLED);
        }
        if (end.exitCode() != ExitCode.FAILED.code()) {
            assertThat(seen)
                    .as("A night that failed says so: " + place + "\n" + end.output())
                    .isEqualTo(Seen.NEW);
        }
        return Optional.of(seen);
    }

    /** The release that readers find, and that nothing is half and nothing of before is lost. */
    Seen look(String occasion) throws IOException {
        var releases = new Releases(home.published());
        Release current = releases.current().orElseThrow();
        assertThat(releases.verify(current, LIMITS)).as("Half: " + occasion).isEmpty();
        assertThat(current.contentHash()).as("Half: " + occasion).isIn(contentHash(before), contentHash(after));
        for (Path zone : List.of(before.archive(), before.lake(), before.history(), before.definitions())) {
            for (Path file : files(zone)) {
                Path kept = home.root().resolve(before.root().relativize(file));
                assertThat(kept).as("Lost: " + occasion).exists().hasSameBinaryContentAs(file);
            }
        }
        return current.contentHash().equals(contentHash(before)) ? Seen.OLD : Seen.NEW;
    }

    /** An undisturbed night, and that it leaves the home as if there never had been another. */
    void endsAsIfUndisturbed() throws IOException, InterruptedException {
        End end = nights.undisturbed(home);
        assertThat(end.exitCode()).as(end.output()).isEqualTo(ExitCode.INCOMPLETE.code());
        assertThat(look(end.output())).as(end.output()).isEqualTo(Seen.NEW);
        for (Path zone : List.of(after.archive(), after.lake(), after.quarantine(), after.receipts())) {
            Path same = home.root().resolve(after.root().relativize(zone));
            assertThat(names(same)).as("In " + zone.getFileName()).isEqualTo(names(zone));
        }
        for (Path zone : List.of(home.lake(), home.archive(), home.published())) {
            assertThat(names(zone)).noneMatch(name -> name.contains(".part") || name.contains("building-"));
        }
    }

    /** What is published there. */
    static String contentHash(Home home) {
        return new Releases(home.published()).current().orElseThrow().contentHash();
    }

    /** The files of a folder and those below, as the folder would call them. */
    static List<String> names(Path folder) throws IOException {
        return files(folder).stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
