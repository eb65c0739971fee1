package se.trivsel.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.Home;

/**
 * A night in a home of its own, to see what it would do: the real one is not touched.
 *
 * <p>Files there are the real home's by hard links, since no file of an archive or lake is ever changed in place; what is new
 * is written beside them, and gone with the rehearsal. It needs the room of what is new and of a built database, on the same
 * file system. Nothing is brought from elsewhere: what a night would fetch is not known yet.
 */
public final class Rehearsal implements AutoCloseable {
    private final RunRequest request;
    private final RunLock lock;

    private Rehearsal(RunRequest request, RunLock lock) {
        this.request = request;
        this.lock = lock;
    }

    /** Prepares one, unless another one or a run goes on; what a killed rehearsal left is removed. */
    public static Optional<Rehearsal> of(RunRequest real) throws IOException {
        try (RunLock run = RunLock.tryAcquire(real.home()).orElse(null)) {
            if (run == null) {
                return Optional.empty();
            }
        }
        DurableFiles.createProtectedFolder(real.home().rehearsal());
        Optional<RunLock> lock = RunLock.tryAcquire(new Home(real.home().rehearsal()));
        return lock.isPresent()
                ? Optional.of(new Rehearsal(real.rehearsedIn(stage(real.home())), lock.get()))
                : Optional.empty();
    }

    private static Home stage(Home home) throws IOException {
        var stage = new Home(home.rehearsal().resolve("home"));
        DurableFiles.deleteTree(stage.root());
        DurableFiles.createProtectedFolder(stage.root());
        for (Path part : List.of(
                home.archive(),
                home.fetched(),
                home.findings().resolveSibling(""),
                home.history(),
                home.intake(),
                home.keys(),
                home.lake(),
                home.quarantine(),
                home.withheld())) {
            link(part, stage.root().resolve(home.root().relativize(part)));
        }
        Path current = home.published().resolve("current");
        if (Files.isDirectory(current)) {
            Files.createDirectory(stage.published());
            Files.createSymbolicLink(stage.published().resolve("current"), current.toRealPath());
        }
        return stage;
    }

    private static void link(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectory(target);
                } else {
                    Files.createLink(target, path);
                }
            }
        }
    }

    /** Runs it, and says how the night would end. */
    public ExitCode run(Night night) throws IOException {
        return night.run(request);
    }

    /** The database that would be published or held; none where nothing would be built. */
    public Optional<Path> analystFile() {
        return Optional.of(request.home().building().resolve("analyst.duckdb")).filter(Files::exists);
    }

    @Override
    public void close() throws IOException {
        DurableFiles.deleteTree(request.home().root());
        lock.close();
    }
}
