package se.trivsel.job;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.trivsel.warehouse.Repository;

/**
 * Spark as the owner of a cluster has it, on the loopback alone: an installation, a master and workers, each in a process of its own.
 *
 * <p>The installation is made of the libraries that Maven has, which come without Spark's scripts. Its {@code spark-submit} asks Spark's
 * launcher for the command and becomes it, as Spark's own does, but is ours.
 */
final class SparkCluster implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Pattern ADDRESS = Pattern.compile("(?<=Starting Spark master at )spark://\\S+");
    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");

    /** The launcher tells an empty line, and then the words of the command, each with a zero byte after it. */
    private static final String SUBMIT = """
            #!/usr/bin/env bash
            set -euo pipefail
            { read -r; mapfile -d '' words; } < <(
                '%s' -cp "$SPARK_HOME/jars/*" org.apache.spark.launcher.Main org.apache.spark.deploy.SparkSubmit "$@"
            )
            exec "${words[@]}"
            """;

    private final Path home;
    private final List<Process> started = new ArrayList<>();

    private SparkCluster(Path home) {
        this.home = home;
    }

    /** Makes an installation in a new folder; nothing of it runs yet. */
    static SparkCluster install(Path home) throws IOException {
        Path jars = Files.createDirectories(home.resolve("jars"));
        String libraries = Files.readString(Repository.path("spark/target/class-path"));
        for (String library : libraries.strip().split(File.pathSeparator)) {
            Files.createSymbolicLink(jars.resolve(Path.of(library).getFileName()), Path.of(library));
        }
        Path submit = Files.createDirectories(home.resolve("bin")).resolve("spark-submit");
        Files.writeString(submit, SUBMIT.formatted(java()));
        Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwx------"));
        return new SparkCluster(home);
    }

    /** Starts a master at a port that is free, and tells its address. */
    String startMaster() throws Exception {
        Path log = home.resolve("master.log");
        Process master = startDaemon(log, "master.Master", "--port", "0");
        return said(log, ADDRESS, master);
    }

    /** Starts a worker of one processor and a gigabyte, which is what an executor has. */
    Process startWorker(String master) throws Exception {
        Path log = home.resolve("worker-" + started.size() + ".log");
        String work = home.resolve("work").toString();
        Process worker =
                startDaemon(log, "worker.Worker", "--cores", "1", "--memory", "1g", "--work-dir", work, master);
        said(log, REGISTERED, worker);
        return worker;
    }

    private Process startDaemon(Path log, String name, String... arguments) throws IOException {
        var daemon = new ProcessBuilder(
                java(),
                "-Xmx256m",
                "-cp",
                home.resolve("jars") + "/*",
                "org.apache.spark.deploy." + name,
                "--host",
                LOOPBACK,
                "--webui-port",
                "0");
        daemon.command().addAll(List.of(arguments));
        return start(daemon, log);
    }

    /** Starts a process that knows of the installation, and lives no longer than the cluster. */
    Process start(ProcessBuilder command, Path log) throws IOException {
        var environment = command.environment();
        environment.put("SPARK_HOME", home.toString());
        environment.put("SPARK_SCALA_VERSION", "2.13");
        environment.put("SPARK_LOCAL_IP", LOOPBACK);
        environment.put("SPARK_LOCAL_DIRS", home.resolve("scratch").toString());
        Process process =
                command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        started.add(process);
        return process;
    }

    /** Waits until a log says something, and tells what. */
    static String said(Path log, Pattern what, Process writer) throws Exception {
        await(
                log,
                writer,
                () -> Files.exists(log) && what.matcher(Files.readString(log)).find());
        return what.matcher(Files.readString(log))
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    /**
     * Waits until something has happened at a place.
     *
     * <p>It is asked for when the file system tells of a change there, and not longer than the one lives who is to do it.
     */
    static void await(Path place, Process doer, Callable<Boolean> hasHappened) throws Exception {
        while (true) {
            try (WatchService changes = FileSystems.getDefault().newWatchService()) {
                existing(place).register(changes, ENTRY_CREATE, ENTRY_MODIFY);
                boolean goesOn = doer.isAlive();
                if (hasHappened.call()) {
                    return;
                }
                assertThat(goesOn).as("Still waited for at %s", place).isTrue();
                changes.poll(1, TimeUnit.SECONDS);
            }
        }
    }

    /** The folder of a path, or the one that it will be in when more of it is there. */
    private static Path existing(Path place) {
        Path folder = place.getParent();
        while (!Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Kills a process and all that it has started, as the kernel does when there is no memory left. */
    static void kill(Process process) {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    @Override
    public void close() {
        started.forEach(SparkCluster::kill);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
