package se.trivsel.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.Home;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * A municipality's files, written anew beside those in use, with another key or without somebody: {@code rotation/<code>/home/}.
 *
 * <p>Until it is {@link #decide decided}, the old ones are in use and nothing is lost with it. From then on it is only gone on with:
 * files already moved no longer fit the others.
 */
public final class StagedChange {
    private static final String DECIDED = "decided";
    private static final String REMOVED = "removed";

    private final Path folder;

    private StagedChange(Path folder) {
        this.folder = folder;
    }

    /** Begins anew; what one that was cut off before it was decided has left is thrown away. */
    public static StagedChange begin(Home home, MunicipalityCode municipality) throws IOException {
        Path folder = home.rotation().resolve(municipality.value());
        if (Files.exists(folder.resolve(DECIDED))) {
            throw new IllegalStateException("A decided change has to be finished first: " + folder);
        }
        DurableFiles.deleteTree(folder);
        DurableFiles.createProtectedFolder(home.rotation());
        DurableFiles.createProtectedFolder(folder);
        return new StagedChange(folder);
    }

    /** Where the new files are written, by the same names; the new key among them. */
    public Home staged() {
        return new Home(folder.resolve("home"));
    }

    /** A file that is gone with the change. */
    public Path scratch(String name) {
        return folder.resolve(name);
    }

    /** Removes files of the home, once the new ones are in place. */
    public void remove(Home home, Collection<Path> files) throws IOException {
        String names = files.stream()
                .map(file -> home.root().relativize(file).toString())
                .collect(Collectors.joining("\n"));
        DurableFiles.write(folder.resolve(REMOVED), names.getBytes(StandardCharsets.UTF_8));
    }

    /** All new files are there: from now on they are those of the home. */
    public void decide() throws IOException {
        DurableFiles.write(folder.resolve(DECIDED), new byte[0]);
    }

    /** Throws it away, where it may. */
    public void discardUnlessDecided() throws IOException {
        if (!Files.exists(folder.resolve(DECIDED))) {
            DurableFiles.deleteTree(folder);
        }
    }

    /** Puts the files of decided changes in place, under the lock of a run; once more after a kill is no harm. */
    public static void finish(Home home) {
        if (!Files.isDirectory(home.rotation())) {
            return;
        }
        try (Stream<Path> folders = Files.list(home.rotation())) {
            for (Path folder : folders.toList()) {
                if (Files.exists(folder.resolve(DECIDED))) {
                    new StagedChange(folder).putInPlace(home);
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot finish the change in " + home.rotation(), cause);
        }
    }

    private void putInPlace(Home home) throws IOException {
        for (Path file : stagedFiles()) {
            Path target = home.root().resolve(staged().root().relativize(file).toString());
            Files.createDirectories(target.resolveSibling(""));
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DurableFiles.syncFolder(target.resolveSibling(""));
        }
        if (Files.exists(folder.resolve(REMOVED))) {
            for (String name : Files.readAllLines(folder.resolve(REMOVED))) {
                Path file = home.root().resolve(name);
                Files.deleteIfExists(file);
                DurableFiles.syncFolder(file.resolveSibling(""));
            }
        }
        DurableFiles.deleteTree(folder);
    }

    /** The key last: whoever looks meanwhile is refused, and not given something half. */
    private List<Path> stagedFiles() throws IOException {
        if (!Files.isDirectory(staged().root())) {
            return List.of();
        }
        Path keys = staged().keys();
        try (Stream<Path> files = Files.walk(staged().root())) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing((Path file) -> file.startsWith(keys))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }
}
