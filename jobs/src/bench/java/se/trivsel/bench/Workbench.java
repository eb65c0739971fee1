package se.trivsel.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/**
 * Where the bench works, and how it starts what it measures.
 *
 * @param root the project
 * @param folder with the {@link Deliveries}; everything else in it is made anew
 * @param rounds how often each side of a comparison runs
 */
record Workbench(Path root, Path folder, int rounds) {
    /** What each side of a comparison may have; it is what Trivsel has by itself. */
    static final int THREADS = 2;

    private static final String SPARK_LIBRARIES = "spark/target/class-path";
    private static final List<Integer> GOOD = List.of(0);

    /** Deliveries that are late or refused are no failure of a run. */
    private static final List<Integer> GOOD_OF_RUNS = List.of(0, 3);

    /** A folder of that name that is not there. */
    Path cleared(String name) throws IOException {
        Path cleared = folder.resolve(name);
        FileSystemUtils.deleteRecursively(cleared);
        return cleared;
    }

    Measured trivsel(String... arguments) throws IOException, InterruptedException {
        return trivsel(GOOD, List.of(arguments));
    }

    /**
     * A whole night, or the job that is named.
     *
     * @param news how many deliveries it has to find new: otherwise something else was measured than was meant
     */
    Measured run(List<String> job, Installation installation, long news) throws IOException, InterruptedException {
        long readBefore = installation.deliveriesRead();
        var arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(job);
        arguments.addAll(List.of(
                "--home", installation.home().toString(),
                "--inbox", installation.inbox().toString(),
                "--config", installation.config().toString()));
        Measured run = trivsel(GOOD_OF_RUNS, arguments);
        long read = installation.deliveriesRead() - readBefore;
        if (read != news) {
            throw new IllegalStateException(
                    read + " deliveries were read instead of " + news + ", see " + log("trivsel"));
        }
        return run;
    }

    private Measured trivsel(List<Integer> good, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(root.resolve("trivsel").toString());
        command.addAll(arguments);
        return Measured.run(command, good, log("trivsel"));
    }

    /** A program of our own, by the Java that runs the bench. */
    Measured java(String program, String classPath, List<String> options, Path... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, program));
        Arrays.stream(arguments).map(Path::toString).forEach(command::add);
        return Measured.run(command, GOOD, log(program.substring(program.lastIndexOf('.') + 1)));
    }

    /** Of the last command by that name. */
    Path log(String name) {
        return folder.resolve(name + ".txt");
    }

    /** Spark's libraries, where Maven has them. */
    String sparkLibraries() throws IOException {
        return Files.readString(root.resolve(SPARK_LIBRARIES)).strip();
    }

    /** Prints what it is measured on. */
    void print() throws IOException, SQLException {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                Locale.ROOT,
                "%s, %d processors (%s), %.0f GB, %s, Java %s, DuckDB %s, Spark %s. Medians of %d (smallest–largest).%n%n",
                LocalDate.now(ZoneOffset.UTC),
                machine.getAvailableProcessors(),
                found(Path.of("/proc/cpuinfo"), "model name\\s*: (.*)"),
                machine.getTotalMemorySize() / (double) (1 << 30),
                machine.getName(),
                System.getProperty("java.version"),
                Sql.lines("select version()").get(0),
                found(root.resolve(SPARK_LIBRARIES), "spark-sql_[^/]*-([0-9.]+)\\.jar"),
                rounds);
    }

    private static String found(Path file, String form) throws IOException {
        Matcher found = Pattern.compile(form).matcher(Files.exists(file) ? Files.readString(file) : "");
        return found.find() ? found.group(1) : "unknown";
    }
}
