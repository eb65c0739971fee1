package se.trivsel.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.trivsel.inbox.Json;
import se.trivsel.vocabulary.Home;

/**
 * The runs of a home folder, as their summaries tell them.
 *
 * <p>A run that was killed has no summary, and one that found the lock held was none: neither is here.
 */
public final class RunHistory {
    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path runs;

    public RunHistory(Home home) {
        runs = home.runs();
    }

    /** What is begun at a moment is called so. */
    public static String runId(Instant begun) {
        return RUN_ID.format(begun);
    }

    /** The runs that began last, the newest first. */
    public List<RunSummary> recent(int count) {
        return summariesNewestFirst().stream()
                .limit(count)
                .map(RunHistory::read)
                .toList();
    }

    /** The run that began last. */
    public Optional<RunSummary> last() {
        return last(any -> true);
    }

    /** The run of a job that began last. */
    public Optional<RunSummary> last(JobName job) {
        return last(run -> run.job().equals(job.code()));
    }

    /** The run of a job that began last of those that ended well. */
    public Optional<RunSummary> lastWell(JobName job) {
        return last(run -> run.endedWell() && run.job().equals(job.code()));
    }

    /** The run of the same job that began last before another, and was not stopped. */
    Optional<RunSummary> before(RunSummary run) {
        return last(earlier -> earlier.job().equals(run.job())
                && earlier.runId().compareTo(run.runId()) < 0
                && earlier.exitCode() != ExitCode.STOPPED.code());
    }

    /** The run that began last of those that ended well and publish: a night, or its last part alone. */
    public Optional<RunSummary> lastWellPublishing() {
        return last(run -> run.endedWell() && JobName.of(run.job()).publishes());
    }

    /**
     * The folders of earlier runs by when those began, also of killed ones: without the newest, and without those that the last
     * run of a job, or its last that ended well, is known by.
     */
    public SortedMap<Instant, Path> past() {
        Set<String> asked = Arrays.stream(JobName.values())
                .flatMap(job -> Stream.of(last(job), lastWell(job)))
                .flatMap(Optional::stream)
                .map(RunSummary::runId)
                .collect(Collectors.toSet());
        var past = new TreeMap<Instant, Path>();
        for (Path folder : folders()) {
            begun(folder).ifPresent(begun -> past.put(begun, folder));
        }
        if (!past.isEmpty()) {
            past.remove(past.lastKey());
        }
        past.values().removeIf(folder -> asked.contains(String.valueOf(folder.getFileName())));
        return past;
    }

    /** Nothing where somebody else has made the folder. */
    private static Optional<Instant> begun(Path folder) {
        try {
            return Optional.of(Instant.from(RUN_ID.parse(String.valueOf(folder.getFileName()))));
        } catch (DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    private Optional<RunSummary> last(Predicate<RunSummary> wanted) {
        return summariesNewestFirst().stream()
                .map(RunHistory::read)
                .filter(wanted)
                .findFirst();
    }

    private List<Path> summariesNewestFirst() {
        return folders().stream()
                .sorted(Comparator.reverseOrder())
                .map(folder -> folder.resolve(RunSummary.FILE))
                .filter(Files::isRegularFile)
                .toList();
    }

    private List<Path> folders() {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.toList();
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot list " + runs, cause);
        }
    }

    private static RunSummary read(Path file) {
        try {
            return Json.read(Files.readAllBytes(file), RunSummary.class);
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot read " + file, cause);
        }
    }
}
