package se.trivsel.job;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.trivsel.fetch.FetchResult;
import se.trivsel.inbox.FoundFile;
import se.trivsel.inbox.NamedFile;
import se.trivsel.inbox.StrayFile;
import se.trivsel.intake.LeftFile;
import se.trivsel.intake.Sorted;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.FindingCount;
import se.trivsel.normalise.WrittenPersonalNumber;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * What a run tells while it runs: a line for each delivery and step, counts, and on a terminal a progress bar.
 *
 * <p>It tells names of files and counts, never a value. Safe for several threads.
 */
public final class RunLog {
    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final LogLines lines;
    private final Optional<PrintStream> terminal;
    private final Clock clock;
    private final String runId;
    private final JobName job;
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final List<RunSummary.DeliveryLine> deliveries = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private Optional<String> heldBy = Optional.empty();
    private Optional<Progress> progress = Optional.empty();
    private int expected;
    private int done;

    /** @param terminal where somebody watches */
    RunLog(LogLines lines, Optional<PrintStream> terminal, Clock clock, String runId, JobName job) {
        this.lines = lines;
        this.terminal = terminal.filter(watched -> lines.isText());
        this.clock = clock;
        this.runId = runId;
        this.job = job;
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, 0);
        }
    }

    String runId() {
        return runId;
    }

    /** A line about the run as a whole. */
    void say(String line) {
        write("INFO", line, Map.of(), Map.of());
    }

    /** What somebody should look at, though the run goes on. */
    void warn(String line) {
        write("WARN", line, Map.of(), Map.of());
    }

    void fail(String line) {
        write("ERROR", line, Map.of(), Map.of());
    }

    private synchronized void write(String level, String line, Map<String, ?> event, Map<String, ?> about) {
        var all = new LinkedHashMap<String, Object>(about);
        all.put("run_id", runId);
        all.put("job", job.code());
        lines.write(level, progress.isPresent() ? Progress.CLEAR_LINE + line : line, event, all);
    }

    /** How many deliveries are to be read now, of how many bytes. */
    synchronized void expect(int count, long bytes, String what) {
        expected = count;
        done = 0;
        expectNoMore();
        progress = terminal.filter(watched -> count > 0).map(watched -> Progress.ofBytes(watched, what, bytes));
    }

    /** How many objects are to be built now. */
    synchronized void expectObjects(int count, String what) {
        expectNoMore();
        progress = terminal.map(watched -> Progress.ofSteps(watched, what, count));
    }

    /** An object is built. */
    synchronized void built() {
        progress.ifPresent(bar -> bar.step(1));
    }

    /** Rows of a delivery have been read. */
    synchronized void rows(long more) {
        progress.ifPresent(bar -> bar.rows(more));
    }

    /** Nothing more comes of what was expected. */
    synchronized void expectNoMore() {
        progress.ifPresent(Progress::close);
        progress = Optional.empty();
    }

    synchronized void read(DeliveryManifest manifest, Duration took) {
        Outcome outcome = Outcome.of(manifest);
        count(outcome);
        done++;
        write(
                "INFO",
                String.format(
                        Locale.ROOT,
                        "%s  %3d %-6s  %-6s  %s  %-14s  %-16s  %,9d rows  %,5d rejected  [%.1f s]",
                        time(),
                        done,
                        expected == 0 ? "" : "of " + expected,
                        outcome,
                        manifest.municipality(),
                        manifest.dataset(),
                        manifest.period(),
                        manifest.rowsKept(),
                        manifest.rowsRejected(),
                        took.toMillis() / 1000.0),
                event("read", outcome),
                Map.of(
                        "outcome", outcome.name(),
                        "municipality", manifest.municipality().value(),
                        "dataset", manifest.dataset(),
                        "period", manifest.period().toString(),
                        "rows_kept", manifest.rowsKept(),
                        "rows_rejected", manifest.rowsRejected()));
        List<String> findings = counted(manifest.findings());
        if (outcome == Outcome.REJECT) {
            write(
                    "WARN",
                    "          " + manifest.fileName() + ": " + String.join(", ", findings),
                    event("read", outcome),
                    Map.of("municipality", manifest.municipality().value(), "dataset", manifest.dataset()));
        }
        deliveries.add(new RunSummary.DeliveryLine(
                outcome.name(),
                manifest.municipality().value(),
                manifest.dataset(),
                manifest.period().toString(),
                manifest.fileName(),
                manifest.rowsKept(),
                manifest.rowsRejected(),
                findings));
        progress.ifPresent(bar -> bar.step(manifest.bytes()));
    }

    private static List<String> counted(List<FindingCount> findings) {
        return findings.stream()
                .map(finding -> finding.code().code() + " " + finding.count())
                .toList();
    }

    /** A file nobody can say what it is; it counts as refused. */
    synchronized void stray(StrayFile file) {
        leftInTheInbox(Outcome.REJECT, file.path(), file.municipality(), file.reason());
    }

    /** What the content of a file told: told every night while something of the file is not in use. */
    synchronized void sorted(Sorted sorted) {
        NamedFile file = sorted.file();
        if (sorted.isUnfinished()) {
            leftInTheInbox(Outcome.SKIP, file.path(), file.municipality(), FindingCode.FILE_CHANGED_WHILE_READ);
            return;
        }
        Optional<LeftFile> left = sorted.left();
        if (left.isPresent() && (left.get().isIncomplete() || sorted.isNew())) {
            List<String> findings = counted(left.get().findings());
            left(
                    left.get().isIncomplete() ? Outcome.REJECT : Outcome.WARN,
                    file.path().toString(),
                    String.valueOf(file.path().getFileName()),
                    file.municipality(),
                    String.join(", ", findings),
                    findings);
        } else if (sorted.files().isEmpty()) {
            skip(1);
        }
        if (file.municipality().isEmpty() && !sorted.files().isEmpty()) {
            step(
                    "split",
                    WrittenPersonalNumber.hidden(file.path().toString()) + ": rows of "
                            + sorted.files().size() + " municipalities");
        }
    }

    /** What came of a source; one that failed is a failure of the run's, though the run goes on. */
    synchronized void fetched(FetchResult result) {
        String source = result.municipality() + " " + result.fetch().label();
        step("fetch", source + ": " + result.fetched() + " brought, " + result.unchanged() + " unchanged");
        var municipality = Optional.of(result.municipality());
        for (String name : result.unfinished()) {
            left(Outcome.SKIP, source + "/" + name, name, municipality, FindingCode.FILE_CHANGED_WHILE_READ);
        }
        for (String name : result.unknown()) {
            left(Outcome.REJECT, source + "/" + name, name, municipality, FindingCode.UNKNOWN_FILE);
        }
        for (String failure : result.failures()) {
            failure("Cannot fetch " + source + ": " + failure);
            write(
                    "ERROR",
                    "          FAILED  " + source + ": " + failure,
                    event("fetch", Outcome.REJECT),
                    Map.of("municipality", result.municipality().value()));
        }
    }

    /** A file still being written, or gone; the next run finds it. */
    synchronized void unfinished(FoundFile file) {
        leftInTheInbox(
                Outcome.SKIP, file.path(), Optional.of(file.municipality()), FindingCode.FILE_CHANGED_WHILE_READ);
    }

    private void leftInTheInbox(
            Outcome outcome, Path file, Optional<MunicipalityCode> municipality, FindingCode reason) {
        left(outcome, file.toString(), String.valueOf(file.getFileName()), municipality, reason);
    }

    private void left(
            Outcome outcome, String place, String name, Optional<MunicipalityCode> municipality, FindingCode reason) {
        left(outcome, place, name, municipality, reason.code(), List.of(reason.code() + " 1"));
    }

    private void left(
            Outcome outcome,
            String place,
            String name,
            Optional<MunicipalityCode> municipality,
            String told,
            List<String> findings) {
        count(outcome);
        var about = new LinkedHashMap<String, Object>();
        about.put("outcome", outcome.name());
        municipality.ifPresent(code -> about.put("municipality", code.value()));
        write(
                "WARN",
                String.format(
                        Locale.ROOT, "%s  %-6s  %s: %s", time(), outcome, WrittenPersonalNumber.hidden(place), told),
                event("receive", outcome),
                about);
        deliveries.add(new RunSummary.DeliveryLine(
                outcome.name(),
                municipality.map(MunicipalityCode::value).orElse(""),
                "",
                "",
                WrittenPersonalNumber.hidden(name),
                0,
                0,
                findings));
    }

    /** Files whose content was taken in before. */
    synchronized void skip(int unchanged) {
        outcomes.merge(Outcome.SKIP, unchanged, Integer::sum);
    }

    synchronized void step(String name, String result) {
        write(
                "INFO",
                String.format(Locale.ROOT, "%s  %-9s  %s", time(), name, result),
                Map.of("action", name),
                Map.of());
    }

    synchronized void failure(String what) {
        failures.add(what);
    }

    /** The release stays where it was built, because of these checks. */
    synchronized void held(List<String> checks) {
        String names = String.join(", ", checks);
        heldBy = Optional.of(names);
        failure("The release was held and the last one stays: " + names);
    }

    private static Map<String, String> event(String action, Outcome outcome) {
        return Map.of("action", action, "outcome", outcome == Outcome.REJECT ? "failure" : "success");
    }

    private void count(Outcome outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    synchronized int count(Outcome... some) {
        int sum = 0;
        for (Outcome outcome : some) {
            sum += outcomes.getOrDefault(outcome, 0);
        }
        return sum;
    }

    synchronized List<RunSummary.DeliveryLine> deliveries() {
        return List.copyOf(deliveries);
    }

    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    synchronized Optional<String> heldBy() {
        return heldBy;
    }

    synchronized Map<String, Integer> outcomes() {
        var named = new LinkedHashMap<String, Integer>();
        outcomes.forEach((outcome, count) -> named.put(outcome.name(), count));
        return named;
    }

    private String time() {
        return LocalTime.now(clock.withZone(SWEDEN))
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_LOCAL_TIME);
    }

    Instant now() {
        return clock.instant();
    }
}
