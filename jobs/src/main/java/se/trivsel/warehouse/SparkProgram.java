package se.trivsel.warehouse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How the module {@code spark} is started: by the {@code spark-submit} of an installation, or by Java with the libraries it was
 * built with.
 *
 * <p>They never come on our own class path: Spark has other versions of what we use.
 */
public final class SparkProgram {
    private static final String MAIN = "se.trivsel.spark.SparkBuild";
    private static final String DRIVER_MEMORY = "spark.driver.memory";

    private final List<String> command;

    private SparkProgram(List<String> command) {
        this.command = command;
    }

    /**
     * The program as it was built.
     *
     * @param module the folder of the module
     * @param installation of Spark, if there is one
     * @param settings Spark's own, {@code spark.master} among them
     * @return none when the module is not built
     */
    public static Optional<SparkProgram> find(Path module, Optional<Path> installation, Map<String, String> settings)
            throws IOException {
        Path target = module.resolve("target");
        if (installation.isPresent()) {
            return jar(target).map(jar -> submitted(installation.get(), jar, settings));
        }
        Path libraries = target.resolve("class-path");
        if (!Files.exists(libraries)) {
            return Optional.empty();
        }
        return Optional.of(started(
                target.resolve("classes")
                        + File.pathSeparator
                        + Files.readString(libraries).strip(),
                settings));
    }

    private static Optional<Path> jar(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("trivsel-spark-.*\\.jar"))
                    .findFirst();
        }
    }

    private static SparkProgram submitted(Path installation, Path jar, Map<String, String> settings) {
        var command = new ArrayList<String>();
        command.add(installation.resolve("bin").resolve("spark-submit").toString());
        new TreeMap<>(settings).forEach((name, value) -> command.addAll(List.of("--conf", name + "=" + value)));
        command.addAll(List.of("--class", MAIN, jar.toString()));
        return new SparkProgram(command);
    }

    private static SparkProgram started(String classPath, Map<String, String> settings) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + settings.getOrDefault(DRIVER_MEMORY, "2g"));
        new TreeMap<>(settings).forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", classPath, MAIN));
        return new SparkProgram(command);
    }

    /**
     * Runs it to its end.
     *
     * @throws IllegalStateException when it failed; what it says may hold values of rows, and stays in the folder
     */
    void run(Path folder) throws IOException {
        Path log = folder.resolve("spark.log");
        var whole = new ArrayList<>(command);
        whole.add(folder.toString());
        Process process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IllegalStateException("Spark ended with " + exit + "; why is in " + log);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Spark was stopped", stopped);
        } finally {
            process.destroy();
        }
    }
}
