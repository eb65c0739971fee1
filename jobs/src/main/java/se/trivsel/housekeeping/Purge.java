package se.trivsel.housekeeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Contract;
import se.trivsel.inbox.Archive;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.Disposal;
import se.trivsel.inbox.Json;
import se.trivsel.inbox.KeyRing;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.inbox.StagedChange;
import se.trivsel.job.Retention;
import se.trivsel.job.RunLock;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.Lake;
import se.trivsel.publish.PurgedAnalystFile;
import se.trivsel.publish.Release;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.Home;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.warehouse.Limits;
import se.trivsel.warehouse.Purging;

/**
 * Takes persons out of a municipality's lake, archive and analyst files, and keeps them out of what it delivers later.
 *
 * <p>A delivery that had a row of theirs loses its bytes, whole: a line cannot be cut out of a file that has to have the hash of what
 * was sent. Rejected rows have no pseudonym, so those of such a delivery go too.
 */
public final class Purge {
    private final Home home;
    private final Configuration configuration;
    private final MunicipalityCode municipality;
    private final Limits limits;
    private final Clock clock;
    private final KeyRing keys;
    private final Archive archive;
    private final Lake lake;
    private final Releases releases;

    public Purge(Home home, Configuration configuration, MunicipalityCode municipality, Limits limits, Clock clock) {
        this.home = home;
        this.configuration = configuration;
        this.municipality = municipality;
        this.limits = limits;
        this.clock = clock;
        this.keys = KeyRing.open(home.keys(), false);
        this.archive = new Archive(home.archive(), keys);
        this.lake = new Lake(home);
        this.releases = new Releases(home.published());
    }

    /**
     * Purges persons, by the pseudonyms that analysts see.
     *
     * @param isDryRun whether it is only told what would go
     * @return nothing where a run holds the home
     */
    public Optional<PurgeProtocol> run(Set<String> persons, String reason, boolean isDryRun)
            throws IOException, SQLException {
        try (var run = RunLock.tryAcquire(home).orElse(null);
                var rebuild = RunLock.tryAcquireForRebuild(home).orElse(null)) {
            if (run == null || rebuild == null) {
                return Optional.empty();
            }
            StagedChange.finish(home);
            var change = StagedChange.begin(home, municipality);
            try (var purging = Purging.of(persons, change.scratch("persons.duckdb"), limits)) {
                PurgeProtocol protocol = find(purging, persons.size(), reason);
                if (!isDryRun && !protocol.isNothing()) {
                    stage(change, purging, protocol);
                    change.decide();
                }
                return Optional.of(protocol);
            } finally {
                change.discardUnlessDecided();
                StagedChange.finish(home);
            }
        }
    }

    private PurgeProtocol find(Purging purging, int persons, String reason) throws IOException, SQLException {
        List<DeliveryManifest> stored = readings().stream()
                .filter(reading -> reading.lakeFile().isPresent())
                .toList();
        for (DeliveryManifest reading : stored) {
            Contract contract = configuration.contracts().get(reading.dataset());
            if (contract != null) {
                purging.look(rows(reading), contract);
            }
        }
        int seen = purging.settle();
        var found = new ArrayList<PurgeProtocol.Rows>();
        for (DeliveryManifest reading : stored) {
            Purging.Found theirs = purging.find(rows(reading));
            if (!theirs.isNothing()) {
                found.add(new PurgeProtocol.Rows(
                        reading.dataset(), reading.deliveryId(), reading.readingId(), theirs.rows(), theirs.named()));
            }
        }
        Set<String> touched = found.stream().map(PurgeProtocol.Rows::delivery).collect(Collectors.toSet());
        var quarantines = new ArrayList<String>();
        for (DeliveryManifest reading : readings()) {
            if (touched.contains(reading.deliveryId()) && lake.quarantinedBytes(reading) > 0) {
                quarantines.add(reading.readingId());
            }
        }
        return new PurgeProtocol(
                clock.instant(),
                municipality,
                reason,
                persons,
                persons - seen,
                found,
                touched.stream().sorted().toList(),
                quarantines,
                releasesWith(purging.pseudonyms()));
    }

    private List<String> releasesWith(Set<String> pseudonyms) throws IOException, SQLException {
        var found = new ArrayList<String>();
        for (Release release : releases.list()) {
            if (PurgedAnalystFile.hasAny(releases.folder(release), pseudonyms, limits)) {
                found.add(release.releaseId());
            }
        }
        return found;
    }

    private List<DeliveryManifest> readings() {
        return lake.manifests().stream()
                .filter(reading -> reading.municipality().equals(municipality))
                .toList();
    }

    private Path rows(DeliveryManifest reading) {
        return home.lake().resolve(reading.lakeFile().orElseThrow());
    }

    private void stage(StagedChange change, Purging purging, PurgeProtocol protocol) throws IOException, SQLException {
        Home staged = change.staged();
        Path file = ProtocolFile.free(home, protocol.startedAt(), "purge");
        Files.createDirectories(staged.protocols());
        DurableFiles.write(staged.protocols().resolve(file.getFileName()), Json.write(protocol));
        var disposal = Disposal.ofPurge(Retention.day(protocol.startedAt()), String.valueOf(file.getFileName()));

        MunicipalityKey key = keys.inUse(municipality);
        lake.purged(municipality, key).and(purging.pseudonyms()).write(staged.purged(municipality), key);
        Map<String, DeliveryManifest> readings = new LinkedHashMap<>();
        readings().forEach(reading -> readings.put(reading.readingId(), reading));
        var stagedLake = new Lake(staged);
        for (PurgeProtocol.Rows rows : protocol.rows()) {
            DeliveryManifest reading = Objects.requireNonNull(readings.get(rows.reading()));
            rewrite(reading, purging, staged);
            stagedLake.statePurged(reading, rows.rows());
        }
        var removed = new ArrayList<Path>();
        for (String reading : protocol.quarantines()) {
            removed.add(
                    lake.stageQuarantineDisposal(Objects.requireNonNull(readings.get(reading)), disposal, stagedLake));
        }
        var stagedArchive = new Archive(staged.archive(), keys);
        for (String id : protocol.deliveries()) {
            Optional<Delivery> delivery = archive.delivery(municipality, id);
            if (delivery.isPresent() && archive.disposal(id).isEmpty()) {
                removed.add(archive.stageDisposal(delivery.get(), disposal, stagedArchive));
            }
        }
        for (String id : protocol.releases()) {
            Release release = releases.find(id).orElseThrow();
            PurgedAnalystFile.write(
                    releases.folder(release),
                    new Releases(staged.published()).folder(release),
                    purging.pseudonyms(),
                    change.scratch("analyst.duckdb"),
                    new PurgedAnalystFile.Because(disposal.disposedOn(), disposal.protocol()),
                    limits);
        }
        change.remove(home, removed);
    }

    private void rewrite(DeliveryManifest reading, Purging purging, Home staged) throws IOException, SQLException {
        Path target = staged.lake().resolve(reading.lakeFile().orElseThrow());
        Files.createDirectories(target.resolveSibling(""));
        Path temporary = DurableFiles.temporaryBeside(target);
        purging.rewrite(rows(reading), temporary);
        DurableFiles.commit(temporary, target);
    }
}
