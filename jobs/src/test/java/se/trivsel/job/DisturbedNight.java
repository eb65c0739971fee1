package se.trivsel.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import se.trivsel.vocabulary.Home;
import se.trivsel.warehouse.Repository;

/**
 * Real nights in processes of their own, each disturbed at one of the changes it makes to the files of its home.
 *
 * <p>How is told by {@code faults/faults.c}, which is loaded into the process. Every night takes place at the same time of the same day,
 * whichever day it is, and reads one file at a time, so that the n-th change is the same one each time.
 */
final class DisturbedNight {
    static final int KILLED = 128 + 9;

    private static final Instant NIGHT = Instant.parse("2018-02-08T02:30:00Z");
    private static final long MINUTES_AT_MOST = 5;

    /** What happens at a change. */
    enum Fault {
        NONE,
        KILL,
        BROKEN,
        GONE,
        FULL,
        JUMP,
        WAIT
    }

    /**
     * A change of files, counted in one folder of the home.
     *
     * @param zone the folder; all of the home when empty
     * @param at the change's number, from 1
     */
    record Place(String zone, int at) {
        static final Place NOWHERE = new Place("", 0);
    }

    /** How a night ended, and what it printed. */
    record End(int exitCode, String output) {}

    private final SmallWorld world;
    private final Path library;
    private final Map<String, String> settings;

    /** @param library as {@link #compile} made it */
    DisturbedNight(SmallWorld world, Path library) {
        this(world, library, Map.of());
    }

    /** @param settings more of the nights' environment */
    DisturbedNight(SmallWorld world, Path library, Map<String, String> settings) {
        this.world = world;
        this.library = library;
        this.settings = settings;
    }

    /** Compiles the library into a folder. */
    static Path compile(Path folder) throws IOException, InterruptedException {
        Path library = folder.resolve("faults.so");
        Path source = Repository.path("jobs/src/test/resources/faults/faults.c");
        Process compiler = new ProcessBuilder(
                        "cc",
                        "-shared",
                        "-fPIC",
                        "-O1",
                        "-Wall",
                        "-Wextra",
                        "-Werror",
                        "-o",
                        library.toString(),
                        source.toString(),
                        "-ldl")
                .inheritIO()
                .start();
        if (compiler.waitFor() != 0) {
            throw new IllegalStateException("Cannot compile " + source);
        }
        return library;
    }

    End undisturbed(Home home) throws IOException, InterruptedException {
        return run(home, Fault.NONE, Place.NOWHERE);
    }

    /** The changes that an undisturbed night makes: the folder of the home that each is in. */
    List<String> zones(Home home) throws IOException, InterruptedException {
        Path trace = library.resolveSibling("trace.txt");
        Path output = newOutput();
        end(start(home, Fault.NONE, Place.NOWHERE, output, Map.of("FAULT_TRACE", trace.toString())), output);
        return Files.readAllLines(trace).stream()
                .map(change -> change.replaceFirst("^\\S+ ", "").replaceFirst("/.*", ""))
                .toList();
    }

    End run(Home home, Fault fault, Place place) throws IOException, InterruptedException {
        Path output = newOutput();
        return end(start(home, fault, place, output, Map.of()), output);
    }

    /** What somebody else does while a night waits. */
    @FunctionalInterface
    interface Meanwhile {
        void happens() throws IOException, InterruptedException;
    }

    /** A night that waits at a change until something else has happened. */
    End meanwhile(Home home, Place place, Meanwhile meanwhile) throws IOException, InterruptedException {
        Path pipe = library.resolveSibling("pipe-" + home.root().getFileName());
        new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();
        Path output = newOutput();
        Process night = start(home, Fault.WAIT, place, output, Map.of("FAULT_PIPE", pipe.toString()));
        // Opening it waits until the night has come to the change and opens its end.
        try (OutputStream held = Files.newOutputStream(pipe)) {
            meanwhile.happens();
            held.write(1);
        } finally {
            Files.delete(pipe);
        }
        return end(night, output);
    }

    private Process start(Home home, Fault fault, Place place, Path output, Map<String, String> more)
            throws IOException {
        return start(world.process(home), home, fault, place, output, more);
    }

    /** Anything else that is done in the home at the time of the night. */
    Process start(ProcessBuilder night, Home home, Fault fault, Place place, Path output, Map<String, String> more)
            throws IOException {
        night.redirectOutput(output.toFile());
        Map<String, String> environment = night.environment();
        environment.putAll(settings);
        environment.put("TRIVSEL_THREADS", "1");
        environment.put("LD_PRELOAD", library.toString());
        environment.put("FAULT_FOLDER", home.root().toString());
        environment.put("FAULT_ZONE", place.zone());
        environment.put("FAULT_AT", String.valueOf(place.at()));
        environment.put("FAULT_KIND", fault.name().toLowerCase(Locale.ROOT));
        environment.put("FAULT_CLOCK", String.valueOf(NIGHT.getEpochSecond()));
        environment.putAll(more);
        return night.start();
    }

    private Path newOutput() throws IOException {
        return Files.createTempFile(library.getParent(), "night", ".txt");
    }

    static End end(Process night, Path output) throws IOException, InterruptedException {
        if (!night.waitFor(MINUTES_AT_MOST, TimeUnit.MINUTES)) {
            night.destroyForcibly();
            throw new IllegalStateException("The night does not end:\n" + Files.readString(output));
        }
        return new End(night.exitValue(), Files.readString(output));
    }
}
