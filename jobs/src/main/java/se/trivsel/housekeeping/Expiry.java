package se.trivsel.housekeeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.trivsel.inbox.Archive;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.Disposal;
import se.trivsel.job.JobMetadata;
import se.trivsel.job.Retention;
import se.trivsel.job.RunHistory;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.Lake;
import se.trivsel.lake.Replacements;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.Home;

/**
 * What of a home has been kept as long as the rules say, and may go.
 *
 * <p>Never the bytes of a delivery that was not read, or that was refused and not corrected yet: they are all there is of it. What a
 * killed housekeeping left is in it whatever the rules say now.
 */
final class Expiry {
    private final Retention retention;
    private final Home home;
    private final Instant now;
    private final List<Expired> found = new ArrayList<>();

    Expiry(Home home, Retention retention, Instant now) {
        this.retention = retention;
        this.home = home;
        this.now = now;
    }

    /** What has been found so far. */
    List<Expired> found() {
        return List.copyOf(found);
    }

    /** Looks through the home's folders. */
    void look(Archive archive) throws IOException {
        var lake = new Lake(home);
        addDeliveries(archive, lake);
        addQuarantine(lake);
        addRuns();
    }

    /** Looks through the job repository. */
    void look(JobMetadata jobs) {
        for (JobMetadata.Ended job : jobs.ended()) {
            add(Retention.JOBS, job.name(), Optional.of(job.endedAt()), 0, why -> jobs.forget(job));
        }
    }

    private void addDeliveries(Archive archive, Lake lake) throws IOException {
        Map<String, DeliveryManifest> newest = lake.newestReadings();
        var replacements = Replacements.among(newest.values());
        for (Delivery delivery : archive.deliveries()) {
            long bytes = archive.storedBytes(delivery);
            Optional<Disposal> begun = archive.disposal(delivery.id());
            if (begun.isPresent()) {
                addRest(
                        begun.get(),
                        delivery.id(),
                        delivery.receivedAt(),
                        bytes,
                        why -> archive.dispose(delivery, why));
                continue;
            }
            Optional<DeliveryManifest> reading = Optional.ofNullable(newest.get(delivery.id()));
            Optional<Instant> replacedAt = reading.flatMap(replacements::replacedAt);
            Optional<Instant> receivedAt = reading.filter(read -> read.isAccepted() || replacedAt.isPresent())
                    .map(read -> delivery.receivedAt());
            if (!add(Retention.RECEIVED, delivery.id(), receivedAt, bytes, why -> archive.dispose(delivery, why))) {
                add(
                        Retention.SUPERSEDED + delivery.dataset(),
                        delivery.id(),
                        replacedAt,
                        bytes,
                        why -> archive.dispose(delivery, why));
            }
        }
    }

    private void addQuarantine(Lake lake) throws IOException {
        for (DeliveryManifest reading : lake.manifests()) {
            long bytes = lake.quarantinedBytes(reading);
            Optional<Disposal> begun = lake.quarantineDisposal(reading);
            Expired.Removal removal = why -> lake.disposeQuarantine(reading, why);
            if (begun.isPresent()) {
                addRest(begun.get(), reading.readingId(), reading.readAt(), bytes, removal);
            } else if (bytes > 0) {
                add(Retention.QUARANTINE, reading.readingId(), Optional.of(reading.readAt()), bytes, removal);
            }
        }
    }

    private void addRuns() throws IOException {
        for (Map.Entry<Instant, Path> run : new RunHistory(home).past().entrySet()) {
            Path folder = run.getValue();
            add(
                    Retention.RUNS,
                    String.valueOf(folder.getFileName()),
                    Optional.of(run.getKey()),
                    bytesUnder(folder),
                    why -> DurableFiles.deleteTree(folder));
        }
    }

    private boolean add(String rule, String name, Optional<Instant> since, long bytes, Expired.Removal removal) {
        Optional<Period> keep = retention.period(rule);
        if (keep.isEmpty() || since.isEmpty() || !Retention.isOver(keep.get(), since.get(), now)) {
            return false;
        }
        return found.add(new Expired(rule, keep.get(), name, since.get(), bytes, removal));
    }

    private void addRest(Disposal begun, String name, Instant since, long bytes, Expired.Removal removal) {
        if (bytes > 0) {
            found.add(new Expired(begun.rule(), begun.kept(), name, since, bytes, removal));
        }
    }

    private static long bytesUnder(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
