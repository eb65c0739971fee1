package se.trivsel.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import se.trivsel.vocabulary.Home;

/**
 * The job repository's H2 file, of which nothing is needed: what has been read stands in the lake, and what has not is found by
 * itself.
 *
 * <p>A process that is killed while it writes can leave it unreadable, to the runs after the next one even. No run may wait for
 * somebody to mend it.
 */
final class JobRepositoryFile {
    /** H2's FILE_CORRUPTED_1; other databases give no such number. */
    private static final int CORRUPTED = 90030;

    private JobRepositoryFile() {}

    /** Whether it is what a run failed on. */
    static boolean isUnreadable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getErrorCode() == CORRUPTED) {
                return true;
            }
        }
        return false;
    }

    /** Gives it another name, so that a new one is begun; what it is called now. */
    static Path putAside(Home home, String runId) throws IOException {
        Path file = home.jobs().resolve("repository.mv.db");
        return Files.move(
                file,
                file.resolveSibling("unreadable-" + runId + ".mv.db"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
