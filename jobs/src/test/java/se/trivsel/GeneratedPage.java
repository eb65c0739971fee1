package se.trivsel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.trivsel.warehouse.Repository;

/**
 * A page under {@code docs} that is written from the code or the configuration.
 *
 * <p>It is committed, so that people can read it without building. A test that finds it out of date leaves the right
 * one under {@code jobs/target/docs}.
 */
public record GeneratedPage(String name, String text) {
    public void isWhatIsCommitted() throws IOException {
        Path made = Repository.path("jobs/target/docs").resolve(name);
        Files.createDirectories(made.getParent());
        Files.writeString(made, text);
        Path committed = Repository.path("docs").resolve(name);
        assertThat(Files.exists(committed) ? Files.readString(committed) : "")
                .as("docs/%s is out of date: copy jobs/target/docs/%s over it", name, name)
                .isEqualTo(text);
    }
}
