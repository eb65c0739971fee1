package se.trivsel.housekeeping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Source;
import se.trivsel.inbox.Archive;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.KeyRing;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.inbox.StagedChange;
import se.trivsel.job.NotRunnable;
import se.trivsel.job.RunLock;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.DeliveryReading;
import se.trivsel.lake.Lake;
import se.trivsel.normalise.NormalisedRow;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.Home;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.warehouse.Limits;
import se.trivsel.warehouse.Relinking;

/**
 * Gives a municipality another key: its archive is sealed anew, and everybody in its lake gets another pseudonym, the same in all rows.
 *
 * <p>Who is who is known only from the archived files, each read with both keys. A pseudonym that no file leads to any more stops the
 * change: with another one its person would be a stranger in what comes next.
 */
public final class KeyRotation {
    private final Home home;
    private final Configuration configuration;
    private final MunicipalityCode municipality;
    private final Limits limits;
    private final KeyRing keys;
    private final Archive archive;
    private final Lake lake;

    public KeyRotation(Home home, Configuration configuration, MunicipalityCode municipality, Limits limits) {
        this.home = home;
        this.configuration = configuration;
        this.municipality = municipality;
        this.limits = limits;
        this.keys = KeyRing.open(home.keys(), false);
        this.archive = new Archive(home.archive(), keys);
        this.lake = new Lake(home);
    }

    /** What was, or would be, written anew. */
    public record Rotated(int deliveries, int readings, String before, String after) {}

    /**
     * Changes the key.
     *
     * @param keepsReplaced whether the old key stays in the folder, for back-ups from before
     * @param isDryRun whether all is tried and then thrown away
     * @return nothing where a run holds the home
     * @throws NotRunnable when the key cannot be changed here; nothing is changed then
     */
    public Optional<Rotated> run(boolean keepsReplaced, boolean isDryRun) throws IOException, SQLException {
        try (var run = RunLock.tryAcquire(home).orElse(null);
                var rebuild = RunLock.tryAcquireForRebuild(home).orElse(null)) {
            if (run == null || rebuild == null) {
                return Optional.empty();
            }
            StagedChange.finish(home);
            requireOwnPseudonyms();
            requireNobodyPurged();
            var change = StagedChange.begin(home, municipality);
            try {
                Rotated rotated = stage(change, keepsReplaced);
                if (!isDryRun) {
                    change.decide();
                    StagedChange.finish(home);
                }
                return Optional.of(rotated);
            } finally {
                change.discardUnlessDecided();
            }
        }
    }

    private void requireOwnPseudonyms() {
        boolean prepares =
                keys.isPreparing(municipality) || deliveries().stream().anyMatch(Delivery::isPrepared);
        if (prepares) {
            throw new NotRunnable(
                    "Municipality " + municipality + " prepares its deliveries itself: its pseudonyms are made"
                            + " there, with a key that is not here. It has to prepare all its periods again with another key, and"
                            + " nothing of the old ones may be left here.");
        }
    }

    /** Their numbers are in no file any more, so under another key they would come back with the next delivery. */
    private void requireNobodyPurged() {
        if (Files.exists(home.purged(municipality))) {
            throw new NotRunnable(
                    "The key of municipality " + municipality + " was not changed: persons of it were purged,"
                            + " and are kept out by pseudonyms of this key. Under another one nobody could tell who they are.");
        }
    }

    private List<Delivery> deliveries() {
        return archive.deliveries().stream()
                .filter(delivery -> delivery.municipality().equals(municipality))
                .toList();
    }

    private Rotated stage(StagedChange change, boolean keepsReplaced) throws IOException, SQLException {
        List<Delivery> deliveries = deliveries();
        List<DeliveryManifest> readings = lake.manifests().stream()
                .filter(reading -> reading.municipality().equals(municipality))
                .toList();
        MunicipalityKey before = keys.inUse(municipality);
        KeyRing stagedKeys = KeyRing.open(change.staged().keys(), true);
        MunicipalityKey after = stagedKeys.forNewcomer(municipality);
        if (keepsReplaced) {
            keys.keepReplaced(municipality, change.staged().keys());
        }
        relink(change, deliveries, readings, before, after);
        var stagedArchive = new Archive(change.staged().archive(), stagedKeys);
        for (Delivery delivery : deliveries) {
            archive.seal(delivery, stagedArchive, after);
        }
        var stagedLake = new Lake(change.staged());
        for (DeliveryManifest reading : readings) {
            lake.relink(reading, before, stagedLake, after);
        }
        return new Rotated(deliveries.size(), readings.size(), before.fingerprint(), after.fingerprint());
    }

    private void relink(
            StagedChange change,
            List<Delivery> deliveries,
            List<DeliveryManifest> readings,
            MunicipalityKey before,
            MunicipalityKey after)
            throws IOException, SQLException {
        try (var relinking = Relinking.open(change.scratch("links.duckdb"), limits)) {
            for (Delivery delivery : deliveries) {
                link(delivery, before, after, relinking);
            }
            relinking.ready();
            for (DeliveryManifest reading : readings) {
                if (reading.lakeFile().isPresent()) {
                    rewrite(change, reading, relinking);
                }
            }
        }
    }

    private void rewrite(StagedChange change, DeliveryManifest reading, Relinking relinking)
            throws IOException, SQLException {
        String file = reading.lakeFile().orElseThrow();
        Path rows = home.lake().resolve(file);
        long unknown = relinking.unknown(rows);
        if (unknown > 0) {
            throw new NotRunnable(
                    "The key of municipality " + municipality + " was not changed: reading " + reading.readingId()
                            + " has " + unknown + " pseudonyms that no file in the archive leads to any more.");
        }
        Path target = change.staged().lake().resolve(file);
        Files.createDirectories(target.resolveSibling(""));
        Path temporary = DurableFiles.temporaryBeside(target);
        relinking.rewrite(rows, temporary);
        DurableFiles.commit(temporary, target);
    }

    /** Reads a delivery with both keys at once: the same rows, and other pseudonyms. */
    private void link(Delivery delivery, MunicipalityKey before, MunicipalityKey after, Relinking relinking)
            throws IOException {
        Optional<Source> source = configuration.source(delivery.kind(), delivery.system(), delivery.dataset());
        if (source.isEmpty() || archive.disposal(delivery.id()).isPresent()) {
            return;
        }
        Contract contract = Objects.requireNonNull(configuration.contracts().get(delivery.dataset()));
        int columns = contract.storedColumns().size();
        try (var old = open(delivery, source.get(), before);
                var renewed = open(delivery, source.get(), after)) {
            old.read(block -> {
                var rows = old.normalise(block).rows();
                List<NormalisedRow> others = read(renewed);
                for (int row = 0; row < rows.size(); row++) {
                    for (int column = 0; column < columns; column++) {
                        link(rows.get(row).value(column), others.get(row).value(column), relinking);
                    }
                }
            });
        }
    }

    private static List<NormalisedRow> read(DeliveryReading reading) {
        try {
            return reading.normalise(reading.read().orElseThrow()).rows();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static void link(@Nullable Object before, @Nullable Object after, Relinking relinking) {
        if (before instanceof String pseudonym && after instanceof String other && !pseudonym.equals(other)) {
            try {
                relinking.add(pseudonym, other);
            } catch (SQLException cause) {
                throw new IllegalStateException("Cannot note a pair of pseudonyms", cause);
            }
        }
    }

    private DeliveryReading open(Delivery delivery, Source source, MunicipalityKey key) throws IOException {
        return DeliveryReading.open(configuration, source, delivery.period(), key, () -> archive.open(delivery));
    }
}
