package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.trivsel.warehouse.Repository;

/**
 * Spark as the owner of a cluster has it, on the loopback alone: an installation, and a master and workers in processes of their own.
 *
 * <p>The installation is made of the libraries that Maven has. They come without Spark's scripts: its {@code spark-submit} has the same
 * two steps as Spark's own, but is ours.
 */
final class SparkCluster implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");

    /** Spark's launcher tells the command: an empty line, and then its words, each with a zero byte after it. */
    private static final String SUBMIT = """
            #!/usr/bin/env bash
            set -euo pipefail
            export SPARK_HOME=%1$s SPARK_SCALA_VERSION=2.13
            { read -r; mapfile -d '' words; } < <(
                %2$s -cp "$SPARK_HOME/jars/*" org.apache.spark.launcher.Main org.apache.spark.deploy.SparkSubmit "$@"
            )
            exec "${words[@]}"
            """;

    private final Path home;
    private final List<Process> started = new ArrayList<>();

    private SparkCluster(Path home) {
        this.home = home;
    }

    /** An installation in a new folder; nothing of it runs yet. */
    static SparkCluster install(Path home) throws IOException {
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String library : Files.readString(Repository.path("spark/target/class-path"))
                .strip()
                .split(File.pathSeparator)) {
            Files.createSymbolicLink(jars.resolve(Path.of(library).getFileName()), Path.of(library));
        }
        Path submit = Files.createDirectories(home.resolve("bin")).resolve("spark-submit");
        Files.writeString(submit, SUBMIT.formatted(home, java()));
        Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new SparkCluster(home);
    }

    Path home() {
        return home;
    }

    /** Starts a master at a port that is free, and says where it is. */
    String startMaster() throws Exception {
        Path log = home.resolve("master.log");
        Process master = start(log, "master.Master", "--port", "0");
        return said(log, MASTER, master).group(1);
    }

    /** Starts a worker, whose executors have one processor and one gigabyte. */
    Process startWorker(String master) throws Exception {
        Path log = home.resolve("worker-" + started.size() + ".log");
        Process worker = start(
                log,
                "worker.Worker",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--work-dir",
                home.resolve("work").toString(),
                master);
        said(log, REGISTERED, worker);
        return worker;
    }

    private Process start(Path log, String daemon, String... arguments) throws IOException {
        var builder = new ProcessBuilder(
                java(),
                "-Xmx256m",
                "-cp",
                home.resolve("jars") + "/*",
                "org.apache.spark.deploy." + daemon,
                "--host",
                LOOPBACK,
                "--webui-port",
                "0");
        builder.command().addAll(List.of(arguments));
        return start(builder, log);
    }

    /** Starts a process that finds this installation, and ends at the latest when this is closed. */
    Process start(ProcessBuilder builder, Path log) throws IOException {
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
        builder.environment()
                .put("SPARK_LOCAL_DIRS", home.resolve("scratch").toString());
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        started.add(process);
        return process;
    }

    /** Waits until a log says something, and tells what that was. */
    static Matcher said(Path log, Pattern what, Process writer) throws Exception {
        await(log, writer, () -> what.matcher(text(log)).find());
        Matcher said = what.matcher(text(log));
        said.find();
        return said;
    }

    /** Waits until something has happened at a place: asks whenever the file system tells of a change, as long as a process lives. */
    static void await(Path place, Process doer, Callable<Boolean> hasHappened) throws Exception {
        while (true) {
            try (WatchService changes = FileSystems.getDefault().newWatchService()) {
                existing(place).register(changes, ENTRY_CREATE, ENTRY_MODIFY);
                boolean goesOn = doer.isAlive();
                if (hasHappened.call()) {
                    return;
                }
                assertThat(goesOn).as("Goes on until %s", place).isTrue();
                changes.poll(1, TimeUnit.SECONDS);
            }
        }
    }

    /** The folder that a path is in, or that it will be in when more of it is there. */
    private static Path existing(Path place) {
        Path folder = place.resolveSibling("");
        while (!Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static String text(Path log) throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** Kills it and all that it has started, as the kernel does when there is no memory left. */
    static void kill(Process process) throws InterruptedException {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : started) {
            kill(process);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
