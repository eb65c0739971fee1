package se.trivsel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Runs and prints the measurements.
 *
 * <p>Machines are noisy: the two sides of a comparison run in turn, and what counts is the ratio of their medians.
 */
public final class NightBench {
    private static final int THREADS = 2;

    private final Path root;
    private final Path work;

    private NightBench(Path root, Path work) {
        this.root = root;
        this.work = work;
    }

    /** Arguments: the project, the folder with the deliveries, rounds. */
    public static void main(String[] arguments) throws Exception {
        new NightBench(Path.of(arguments[0]), Path.of(arguments[1]).toAbsolutePath())
                .measure(Integer.parseInt(arguments[2]));
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        System.out.printf(
                "Java %s, %d processors, %s%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"));
        config();
        Path inbox = work.resolve("deliveries/inbox");
        Path absences = absencesOnly(inbox);
        long rows = rows(absences);
        System.out.printf("Absences: %,d rows%n%n", rows);

        var trivsel = new ArrayList<Measured>();
        var duckDb = new ArrayList<Measured>();
        for (int round = 0; round < rounds; round++) {
            trivsel.add(trivsel("hr", absences));
            duckDb.add(duckDb(absences));
        }
        System.out.println("Absences, CSV to cleaned, pseudonymised Parquet and quarantine:");
        print("Trivsel, archive and manifests included", trivsel, rows);
        print("DuckDB SQL, the same cleaning", duckDb, rows);
        System.out.printf(
                Locale.ROOT,
                "  ratio of medians, Trivsel to DuckDB: wall %.2f, processor %.2f, memory %.2f%n%n",
                median(trivsel, Measured::wallSeconds) / median(duckDb, Measured::wallSeconds),
                median(trivsel, Measured::cpuSeconds) / median(duckDb, Measured::cpuSeconds),
                median(trivsel, Measured::peakMegabytes) / median(duckDb, Measured::peakMegabytes));

        long all = rows(inbox);
        System.out.println("All deliveries, CSV to published release:");
        print("Trivsel", List.of(trivsel("night", inbox)), all);
    }

    /** The configured municipalities and the made-up ones. */
    private void config() throws IOException {
        Path config = work.resolve("config");
        delete(config);
        copy(root.resolve("config"), config);
        copy(work.resolve("deliveries/municipalities"), config.resolve("municipalities"));
    }

    private Measured trivsel(String job, Path inbox) throws IOException, InterruptedException {
        Path home = work.resolve("home");
        delete(home);
        var command = new ArrayList<>(List.of(root.resolve("trivsel").toString(), "run"));
        if (!job.equals("night")) {
            command.add(job);
        }
        command.addAll(List.of(
                "--home", home.toString(),
                "--inbox", inbox.toString(),
                "--config", work.resolve("config").toString()));
        Path log = work.resolve("trivsel-" + job + ".txt");
        Measured measured = Measured.run(command, log);
        if (measured.exitCode() != 0 && measured.exitCode() != 3) {
            throw new IllegalStateException("The run failed, see " + log);
        }
        return measured;
    }

    private Measured duckDb(Path inbox) throws IOException, InterruptedException {
        Path out = work.resolve("duckdb");
        delete(out);
        Path log = work.resolve("duckdb.txt");
        Measured measured = Measured.run(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DuckDbCleaning.class.getName(),
                        inbox.toString(),
                        out.toString(),
                        String.valueOf(THREADS),
                        "4GB"),
                log);
        if (measured.exitCode() != 0) {
            throw new IllegalStateException("The cleaning failed, see " + log);
        }
        return measured;
    }

    private static void print(String what, List<Measured> runs, long rows) {
        double wall = median(runs, Measured::wallSeconds);
        double cpu = median(runs, Measured::cpuSeconds);
        System.out.printf(
                Locale.ROOT,
                "  %-42s wall %7.1f s (%.1f–%.1f)  processor %7.1f s  %,9.0f rows/processor-s  peak %,6.0f MB  runs %d%n",
                what,
                wall,
                runs.stream().mapToDouble(Measured::wallSeconds).min().orElse(0),
                runs.stream().mapToDouble(Measured::wallSeconds).max().orElse(0),
                cpu,
                rows / cpu,
                median(runs, Measured::peakMegabytes),
                runs.size());
    }

    private static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** An inbox of links to the absence files alone. */
    private Path absencesOnly(Path inbox) throws IOException {
        Path only = work.resolve("absences");
        delete(only);
        try (Stream<Path> files = Files.walk(inbox)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().contains("franvaro")) {
                    Path link = only.resolve(inbox.relativize(file));
                    Files.createDirectories(link.getParent());
                    Files.createSymbolicLink(link, file);
                }
            }
        }
        return only;
    }

    private static long rows(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(NightBench::lines).sum();
        }
    }

    /** Lines but the heading. */
    private static long lines(Path file) {
        byte[] buffer = new byte[1 << 16];
        long lines = -1;
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return lines;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
