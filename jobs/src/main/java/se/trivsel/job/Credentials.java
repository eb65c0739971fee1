package se.trivsel.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of {@code $CREDENTIALS_DIRECTORY}, each named like the environment variable that it stands for: systemd puts
 * credentials there, and Kubernetes mounts secrets so.
 *
 * <p>A variable that is set itself holds over the file of its name; files that are not named like one are left alone.
 */
public final class Credentials {
    private static final String FOLDER = "CREDENTIALS_DIRECTORY";
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");

    private Credentials() {}

    /**
     * The environment with the credentials that it names the folder of.
     *
     * @throws NotRunnable when they cannot be read
     */
    public static Map<String, String> addedTo(Map<String, String> environment) {
        String folder = environment.get(FOLDER);
        if (folder == null) {
            return environment;
        }
        var whole = new HashMap<String, String>();
        for (Path file : files(Path.of(folder))) {
            whole.put(file.getFileName().toString(), text(file));
        }
        whole.putAll(environment);
        return Map.copyOf(whole);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            VARIABLE.matcher(file.getFileName().toString()).matches())
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException unreadable) {
            throw new NotRunnable("The folder that " + FOLDER + " names cannot be read: " + folder);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).stripTrailing();
        } catch (IOException unreadable) {
            throw new NotRunnable("The credential " + file + " cannot be read.");
        }
    }
}
