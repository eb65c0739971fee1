package se.trivsel.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@code manifest.json}, in which a release says what it is. */
final class ReleaseManifest {
    static final String FILE = "manifest.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ReleaseManifest() {}

    static Release read(Path folder) throws IOException {
        return readFile(folder.resolve(FILE));
    }

    static Release readFile(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readString(file), Release.class);
        } catch (JacksonException notAManifest) {
            throw new IllegalStateException("Cannot read " + file, notAManifest);
        }
    }

    static void write(Release release, Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), write(release));
    }

    static String write(Release release) {
        return JSON.writeValueAsString(release) + "\n";
    }
}
