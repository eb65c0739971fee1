package se.trivsel.housekeeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.trivsel.inbox.Archive;
import se.trivsel.inbox.Disposal;
import se.trivsel.inbox.Json;
import se.trivsel.inbox.KeyRing;
import se.trivsel.inbox.StagedChange;
import se.trivsel.job.JobMetadata;
import se.trivsel.job.Retention;
import se.trivsel.job.RunLock;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.Lake;
import se.trivsel.publish.Release;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.Home;

/**
 * Removes what has been kept as long as the operator's rules say, and writes down what went.
 *
 * <p>It waits for nobody: while a run goes on, or an old release is made again, nothing is done. Killed, it leaves all whole; the next
 * one goes on.
 */
public final class Housekeeping {
    private final Home home;
    private final Path config;
    private final Retention retention;
    private final Clock clock;

    public Housekeeping(Home home, Path config, Retention retention, Clock clock) {
        this.home = home;
        this.config = config;
        this.retention = retention;
        this.clock = clock;
    }

    /** What would go now; nothing is told where a run holds the home. */
    public Optional<RetentionProtocol> plan() throws IOException {
        return underLocks(false);
    }

    /** Removes it, and says what went; nothing is done where a run holds the home. */
    public Optional<RetentionProtocol> run() throws IOException {
        return underLocks(true);
    }

    private Optional<RetentionProtocol> underLocks(boolean removes) throws IOException {
        try (var run = RunLock.tryAcquire(home).orElse(null);
                var rebuild = RunLock.tryAcquireForRebuild(home).orElse(null)) {
            if (run == null || rebuild == null) {
                return Optional.empty();
            }
            if (removes) {
                // What is removed from the home would come back with a change of keys that was cut off.
                StagedChange.finish(home);
            }
            boolean forgetsJobs = retention.period(Retention.JOBS).isPresent();
            try (var jobs = forgetsJobs ? JobMetadata.open(config, home) : null) {
                var archive = new Archive(home.archive(), KeyRing.open(home.keys(), false));
                Instant started = clock.instant();
                var expiry = new Expiry(home, retention, started);
                expiry.look(archive);
                if (jobs != null) {
                    expiry.look(jobs);
                }
                List<Expired> expired = expiry.found();
                var protocol = new RetentionProtocol(
                        started, Optional.empty(), retention.periods(), removed(expired), releases(expired));
                return Optional.of(removes && !expired.isEmpty() ? remove(expired, protocol) : protocol);
            }
        }
    }

    private RetentionProtocol remove(List<Expired> expired, RetentionProtocol planned) throws IOException {
        Files.createDirectories(home.protocols());
        Path file = ProtocolFile.free(home, planned.startedAt(), "retention");
        DurableFiles.write(file, Json.write(planned));
        for (Expired one : expired) {
            one.removal()
                    .because(new Disposal(
                            one.rule(),
                            one.kept(),
                            Retention.day(planned.startedAt()),
                            String.valueOf(file.getFileName())));
        }
        RetentionProtocol ended = planned.endedAt(clock.instant());
        DurableFiles.write(file, Json.write(ended));
        return ended;
    }

    private static List<RetentionProtocol.Removed> removed(List<Expired> expired) {
        return expired.stream()
                .collect(Collectors.groupingBy(Expired::rule, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Housekeeping::removedBy)
                .toList();
    }

    private static RetentionProtocol.Removed removedBy(List<Expired> rule) {
        Expired oldest = rule.stream().min(Comparator.comparing(Expired::since)).orElseThrow();
        return new RetentionProtocol.Removed(
                oldest.rule(),
                oldest.kept(),
                rule.size(),
                rule.stream().mapToLong(Expired::bytes).sum(),
                Retention.day(oldest.since()),
                rule.stream().map(Expired::name).toList());
    }

    /** Those that knew a delivery whose bytes go: an older reading of it, a refused one, also counts. */
    private List<String> releases(List<Expired> expired) {
        Set<String> gone = expired.stream().map(Expired::name).collect(Collectors.toSet());
        List<DeliveryManifest> lost = new Lake(home)
                .manifests().stream()
                        .filter(reading -> gone.contains(reading.deliveryId()))
                        .toList();
        return new Releases(home.published())
                .history().stream()
                        .filter(release -> lost.stream()
                                .anyMatch(reading -> reading.wasKnown(release.asOf(), release.publishedAt())))
                        .map(Release::releaseId)
                        .toList();
    }
}
