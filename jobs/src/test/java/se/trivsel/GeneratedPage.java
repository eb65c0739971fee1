package se.trivsel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.trivsel.warehouse.Repository;

/**
 * A page under {@code docs}, or a file of another folder, that is written from the code or the configuration.
 *
 * <p>It is committed, so that people can read it without building. A test that finds it out of date leaves the right
 * one in the same folder under {@code jobs/target}.
 */
public record GeneratedPage(String folder, String name, String text) {
    public GeneratedPage(String name, String text) {
        this("docs", name, text);
    }

    public void isWhatIsCommitted() throws IOException {
        Path made = Repository.path("jobs/target").resolve(folder).resolve(name);
        Files.createDirectories(made.getParent());
        Files.writeString(made, text);
        Path committed = Repository.path(folder).resolve(name);
        assertThat(Files.exists(committed) ? Files.readString(committed) : "")
                .as("%s/%s is out of date: copy jobs/target/%1$s/%2$s over it", folder, name)
                .isEqualTo(text);
    }
}
