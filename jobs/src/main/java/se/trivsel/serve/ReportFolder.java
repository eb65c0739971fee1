package se.trivsel.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import se.trivsel.publish.Releases;

/**
 * The pages of the current release: the only files that are handed out.
 *
 * <p>A path that leads out of the folder is not found, whether it does so by its name or by a link.
 */
final class ReportFolder {
    private static final String FOLDER = "report";
    private static final String FIRST_PAGE = "index.html";

    private final Releases releases;

    ReportFolder(Releases releases) {
        this.releases = releases;
    }

    /** Whether the current release has pages. */
    boolean exists() {
        return folder().isPresent();
    }

    /** The file of a path such as {@code /measures/}; a folder stands for its first page. */
    Optional<Path> file(String path) throws IOException {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        Path root = folder.get().toRealPath();
        return resolve(root, path.replaceFirst("^/+", ""))
                .map(found -> Files.isDirectory(found) ? found.resolve(FIRST_PAGE) : found)
                .filter(Files::isRegularFile)
                .filter(found -> isReallyIn(root, found));
    }

    private Optional<Path> folder() {
        return releases.currentFolder().map(release -> release.resolve(FOLDER)).filter(Files::isDirectory);
    }

    private static Optional<Path> resolve(Path root, String path) {
        try {
            return Optional.of(root.resolve(path).normalize()).filter(found -> found.startsWith(root));
        } catch (InvalidPathException notAName) {
            return Optional.empty();
        }
    }

    private static boolean isReallyIn(Path root, Path file) {
        try {
            return file.toRealPath().startsWith(root);
        } catch (IOException gone) {
            return false;
        }
    }
}
