package se.trivsel.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import se.trivsel.warehouse.Limits;

/**
 * A folder of a release that is made of its served file while it is built, such as its pages.
 *
 * <p>It is published and verified with the rest, so whatever fails in it keeps the release from being published.
 */
@FunctionalInterface
public interface ReleasePart {
    /** A release without one. */
    ReleasePart NONE = (release, before, limits) -> {};

    /**
     * Makes the folder within the release.
     *
     * @param release the folder that is built; its served file is there and closed
     * @param before the current release's folder, for what has not changed since
     * @param limits what it may take of the machine
     */
    void write(Path release, Optional<Path> before, Limits limits) throws IOException, SQLException;
}
