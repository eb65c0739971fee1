package se.trivsel.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Passwords and keys, from environment variables, or from the files they name: {@code …_PASSWORD} or {@code
 * …_PASSWORD_FILE}.
 *
 * <p>It shows no secret to anybody who prints it; messages name the variable.
 */
public final class Secrets {
    private final Map<String, String> environment;

    public Secrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The value of a variable, or of the file that the variable with {@code _FILE} after its name names. */
    public Optional<String> find(String name) {
        String value = environment.get(name);
        if (value != null) {
            return Optional.of(value);
        }
        return Optional.ofNullable(environment.get(name + "_FILE")).map(file -> read(name + "_FILE", file));
    }

    private static String read(String name, String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException | RuntimeException unreadable) {
            throw new FetchFailed("the file that " + name + " names cannot be read");
        }
    }
}
