package se.trivsel.vocabulary;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files that are whole or not there.
 *
 * <p>A rename alone survives a killed process, not a power cut: the file and its folder have to reach the disk too.
 */
public final class DurableFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private static final String PART = ".part";

    private DurableFiles() {}

    /** Makes a finished temporary file the file of that name, in one step. */
    public static void commit(Path temporary, Path target) throws IOException {
        sync(temporary);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(parentOf(target));
    }

    /** Writes a small file in one step. */
    public static void write(Path target, byte[] content) throws IOException {
        Path temporary = temporaryBeside(target);
        Files.write(temporary, content);
        commit(temporary, target);
    }

    /**
     * The name a file has while it is written: in the same folder, hidden, and the same at every attempt, so that a
     * killed attempt's remains are overwritten by the next.
     */
    public static Path temporaryBeside(Path target) {
        return target.resolveSibling("." + target.getFileName() + PART);
    }

    /**
     * A name for a file that several processes may be writing, each its own. What other attempts have left beside the target
     * is removed, so that of those only the last to begin can become the file: the others fail where they would.
     */
    public static Path temporaryOfOneAttempt(Path target) throws IOException {
        String start = "." + target.getFileName() + ".";
        try (Stream<Path> beside = Files.list(parentOf(target))) {
            for (Path other : beside.toList()) {
                String name = String.valueOf(other.getFileName());
                if (name.startsWith(start) && name.endsWith(PART)) {
                    Files.deleteIfExists(other);
                }
            }
        }
        return target.resolveSibling(start + UUID.randomUUID() + PART);
    }

    /** Creates a folder for its owner only, or makes it so. */
    public static void createProtectedFolder(Path folder) throws IOException {
        Files.createDirectories(folder, ownerOnly());
        if (POSIX && !Files.getPosixFilePermissions(folder).equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        }
    }

    /** Whether nobody but its owner may enter it; where the system has no such permissions, it is taken to be so. */
    public static boolean isProtectedFolder(Path folder) throws IOException {
        return !POSIX || OWNER_ONLY.containsAll(Files.getPosixFilePermissions(folder));
    }

    /** Removes a file, or a folder with all that is in it; what a link points to stays. */
    public static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    public static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes renames in a folder durable, where the system lets one open a folder. */
    public static void syncFolder(Path folder) throws IOException {
        if (!POSIX) {
            return;
        }
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static Path parentOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("Not a file in a folder: " + file);
        }
        return parent;
    }
}
