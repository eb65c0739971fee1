package se.trivsel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import se.trivsel.warehouse.Repository;

/** Public data of others, beside the repository where it is kept at all; a test that needs it is skipped without. */
public final class SharedData {
    private SharedData() {}

    public static Path path(String relative) {
        Path path = Repository.path("../shared/data").normalize().resolve(relative);
        assumeTrue(Files.exists(path), () -> "The public test data is not here: " + path);
        return path;
    }
}
