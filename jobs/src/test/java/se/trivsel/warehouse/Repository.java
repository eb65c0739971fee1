package se.trivsel.warehouse;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's own folders are, whatever folder the tests were started in. */
public final class Repository {
    private Repository() {}

    /** A path below the folder that has the SQL tree and the configuration side by side. */
    public static Path path(String relative) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("sql")) || !Files.isDirectory(folder.resolve("config"))) {
            folder = folder.getParent();
        }
        return folder.resolve(relative);
    }
}
