package se.trivsel.lineage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import se.trivsel.inbox.Json;

/**
 * A run, or a part of it that moves data, told as OpenLineage events: that it began, and once how it ended.
 *
 * <p>Closed before anybody said how it ended, it has failed. A process that is killed says nothing: its file ends with what had
 * begun. For one thread; its parts may be in others.
 */
public final class LineageRun implements AutoCloseable {
    private final Path file;
    private final Clock clock;
    private final String identity;
    private final Job job;
    private final Instant nominal;
    private final Map<String, Facet> facets = new TreeMap<>();
    private final List<Dataset> inputs = new ArrayList<>();
    private final List<Dataset> outputs = new ArrayList<>();
    private boolean hasEnded;

    private LineageRun(Path file, Clock clock, String identity, Job job, Instant nominal, Optional<LineageRun> parent) {
        this.file = file;
        this.clock = clock;
        this.identity = identity;
        this.job = job;
        this.nominal = nominal;
        facets.put("nominalTime", Facet.nominalTime(nominal));
        parent.ifPresent(run -> facets.put("parent", Facet.parent(run.id(), run.job)));
    }

    private LineageRun begun() {
        tell(RunEvent.Type.START);
        return this;
    }

    /**
     * Begins a file with a run.
     *
     * @param file where events are told; one of a run by the same name is replaced
     * @param identity what tells the run from all others, everywhere
     * @param nominal what day it is a run of
     */
    public static LineageRun begin(Path file, Clock clock, String identity, String job, Instant nominal)
            throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.deleteIfExists(file);
        return new LineageRun(file, clock, identity, Job.named(job), nominal, Optional.empty()).begun();
    }

    /**
     * A run that another process has begun, and that process will end: here only parts of it are told.
     *
     * @param file where these are told, in lines added to what is there
     */
    public static LineageRun join(Path file, Clock clock, String identity, String job, Instant nominal)
            throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        return new LineageRun(file, clock, identity, Job.named(job), nominal, Optional.empty());
    }

    /** A part of it begins: something that is done every night, by a key where it is done several times in one. */
    public LineageRun part(String name, String key) {
        return new LineageRun(
                        file,
                        clock,
                        String.join("/", identity, name, key),
                        Job.named(job.name() + "." + name),
                        nominal,
                        Optional.of(this))
                .begun();
    }

    public void reads(Dataset dataset) {
        inputs.add(dataset);
    }

    public void writes(Dataset dataset) {
        outputs.add(dataset);
    }

    public void complete() {
        end(RunEvent.Type.COMPLETE);
    }

    /** It was told to stop, and another run goes on with it. */
    public void abort() {
        end(RunEvent.Type.ABORT);
    }

    /**
     * It did not get through.
     *
     * @param why without anything that was read
     */
    public void fail(String why) {
        facets.put("errorMessage", Facet.error(why));
        end(RunEvent.Type.FAIL);
    }

    @Override
    public void close() {
        fail("It did not get through; the log says why.");
    }

    /** What is said first holds: a part that has written all may still be told to stop. */
    private void end(RunEvent.Type type) {
        if (!hasEnded) {
            tell(type);
            hasEnded = true;
        }
    }

    private UUID id() {
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    }

    private void tell(RunEvent.Type type) {
        var event = new RunEvent(
                type,
                clock.instant(),
                Facet.PRODUCER,
                RunEvent.SCHEMA,
                new RunEvent.Run(id(), facets),
                job,
                inputs,
                outputs);
        try {
            // One write a line: parts end in several threads.
            Files.writeString(file, Json.line(event) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot write " + file, cause);
        }
    }
}
