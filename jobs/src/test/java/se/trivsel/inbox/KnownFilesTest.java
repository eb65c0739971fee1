package se.trivsel.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownFilesTest {
    private static final FileTime THEN = FileTime.from(Instant.parse("2016-02-01T02:30:00Z"));

    private final KnownFiles<Note> notes = new KnownFiles<>(Note.class);

    @TempDir
    private Path folder;

    private record Note(String text) {}

    @Test
    void aFileThatStaysTheSameIsReadOnce() throws IOException {
        Path file = note("one", THEN);

        assertThat(notes.read(file)).isSameAs(notes.read(file));
    }

    @Test
    void aFileThatIsAnotherIsReadAnew() throws IOException {
        Path file = note("one", THEN);
        assertThat(notes.read(file)).isEqualTo(new Note("one"));

        note("three", THEN);
        assertThat(notes.read(file)).as("Another size").isEqualTo(new Note("three"));
        note("seven", FileTime.from(THEN.toInstant().plusMillis(1)));
        assertThat(notes.read(file)).as("Another time").isEqualTo(new Note("seven"));
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        Path file = folder.resolve("note.json");
        assertThatThrownBy(() -> notes.read(file)).hasMessage("Cannot read " + file);
        Files.writeString(file, "{");
        assertThatThrownBy(() -> notes.read(file)).hasMessage("Cannot read " + file);
    }

    private Path note(String text, FileTime changed) throws IOException {
        Path file = Files.write(folder.resolve("note.json"), Json.write(new Note(text)));
        return Files.setLastModifiedTime(file, changed);
    }
}
