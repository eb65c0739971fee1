package se.trivsel.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The hash of each file of a release, by its path in it.
 *
 * <p>A folder that a {@link ReleasePart} wrote has one hash for all that is in it: a manifest does not list thousands of pages.
 */
final class FileHashes {
    private static final Set<String> FILE_BY_FILE = Set.of("", ServedFile.EXPORTS);

    private FileHashes() {}

    /** Without the alias: what it leads to is there under its own name. */
    static SortedMap<String, String> of(Path release) throws IOException {
        var hashes = new TreeMap<String, String>();
        var folders = new TreeMap<String, MessageDigest>();
        for (Path file : Disk.filesUnder(release)) {
            if (file.equals(release.resolve(Releases.SERVED_FILE_ALIAS))) {
                continue;
            }
            Path name = release.relativize(file);
            String folder = name.getNameCount() == 1 ? "" : name.getName(0).toString();
            if (FILE_BY_FILE.contains(folder)) {
                hashes.put(name.toString(), Disk.sha256(file));
            } else {
                folders.computeIfAbsent(folder + "/", none -> Disk.sha256())
                        .update((name + " " + Disk.sha256(file) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        folders.forEach((folder, digest) -> hashes.put(folder, Disk.hex(digest)));
        return hashes;
    }
}
