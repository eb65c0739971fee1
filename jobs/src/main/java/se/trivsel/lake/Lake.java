package se.trivsel.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.Disposal;
import se.trivsel.inbox.Json;
import se.trivsel.inbox.KnownFiles;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.inbox.SealedFile;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.Home;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * The Parquet files of all deliveries, and the manifests that say what they are.
 *
 * <p>Nothing in it is ever changed, but for pseudonyms when their key is, and rows of persons who are purged: a correction is another
 * delivery, and a delivery read by new rules is another reading. What has no manifest is not there.
 */
public final class Lake {
    private static final String MANIFESTS = "_manifests";

    private final Home home;
    private final KnownFiles<DeliveryManifest> manifests = new KnownFiles<>(DeliveryManifest.class);

    public Lake(Home home) {
        this.home = home;
    }

    /**
     * The name of what a delivery becomes when it is read by certain rules now.
     *
     * <p>Rules that were left and come back make another reading, with a number: the older one of the same name is what was known
     * then. Reading once more by the rules of the newest reading makes the same one again.
     */
    public String readingId(Delivery delivery, String rulesVersion) {
        String first = delivery.id() + "-" + rulesVersion;
        Optional<DeliveryManifest> newest = newestReading(delivery, "");
        if (newest.isPresent() && newest.get().rulesVersion().equals(rulesVersion)) {
            return newest.get().readingId();
        }
        String free = first;
        for (int time = 2; Files.exists(manifestFile(delivery.municipality(), free)); time++) {
            free = first + "-" + time;
        }
        return free;
    }

    /** For its owner only: rows are pseudonymised, and those of protected identities are among them. */
    void create() throws IOException {
        DurableFiles.createProtectedFolder(home.lake());
    }

    /** Every reading there is, accepted or rejected, in the order of municipalities and ids. */
    public List<DeliveryManifest> manifests() {
        Path folder = home.lake().resolve(MANIFESTS);
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(".json"))
                    .sorted()
                    .map(manifests::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read the manifests in " + folder, unreadable);
        }
    }

    /** The reading of each delivery, by the delivery's id, that was made last. */
    public Map<String, DeliveryManifest> newestReadings() {
        return manifests().stream()
                .collect(Collectors.toMap(
                        DeliveryManifest::deliveryId,
                        Function.identity(),
                        BinaryOperator.maxBy(DeliveryManifest.BY_AGE),
                        TreeMap::new));
    }

    /** The reading of a delivery that was made last, another one left out. */
    public Optional<DeliveryManifest> newestReading(Delivery delivery, String exceptReadingId) {
        return readings(delivery).stream()
                .filter(manifest -> !manifest.readingId().equals(exceptReadingId))
                .max(DeliveryManifest.BY_AGE);
    }

    /** Every reading of a delivery, accepted or rejected. */
    public List<DeliveryManifest> readings(Delivery delivery) {
        Path folder =
                home.lake().resolve(MANIFESTS).resolve(delivery.municipality().value());
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(delivery.id() + "-"))
                    .filter(file -> String.valueOf(file.getFileName()).endsWith(".json"))
                    .map(manifests::read)
                    .filter(manifest -> manifest.deliveryId().equals(delivery.id()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read the manifests in " + folder, unreadable);
        }
    }

    /** Gives the rejected rows of a reading to somebody, in the order of the file. They are personal data. */
    public void quarantined(DeliveryManifest reading, MunicipalityKey key, Consumer<QuarantinedRow> reader)
            throws IOException {
        Quarantine.read(quarantineFile(reading.municipality(), reading.readingId()), key, reader);
    }

    /**
     * Whose rows are kept out of what a municipality delivers.
     *
     * @param key with which its files are sealed
     */
    public PurgedPersons purged(MunicipalityCode municipality, MunicipalityKey key) throws IOException {
        return PurgedPersons.read(home.purged(municipality), key);
    }

    /** States a reading of another lake as one that rows about persons were taken away from. */
    public void statePurged(DeliveryManifest reading, long rows) throws IOException {
        write(reading.purged(rows));
    }

    /** States a reading: from now on it is there. */
    void write(DeliveryManifest manifest) throws IOException {
        Path file = manifestFile(manifest.municipality(), manifest.readingId());
        Files.createDirectories(file.resolveSibling(""));
        Path temporary = DurableFiles.temporaryOfOneAttempt(file);
        Files.write(temporary, Json.write(manifest));
        DurableFiles.commit(temporary, file);
    }

    /**
     * States a reading in another lake, as one of another key, and seals its rejected rows anew there.
     *
     * @param key with which they are sealed here
     */
    public void relink(DeliveryManifest reading, MunicipalityKey key, Lake other, MunicipalityKey otherKey)
            throws IOException {
        Path sealed = quarantineFile(reading.municipality(), reading.readingId());
        if (Files.exists(sealed)) {
            Path target = other.quarantineFile(reading.municipality(), reading.readingId());
            DurableFiles.createProtectedFolder(target.resolveSibling(""));
            Path temporary = DurableFiles.temporaryBeside(target);
            try (var in = SealedFile.read(sealed, key);
                    var out = SealedFile.write(temporary, otherKey)) {
                in.transferTo(out);
            }
            DurableFiles.commit(temporary, target);
        }
        other.write(reading.relinked(otherKey.fingerprint()));
    }

    /** Why the rejected rows of a reading are gone; nothing where they are kept, or never were. */
    public Optional<Disposal> quarantineDisposal(DeliveryManifest reading) {
        return Disposal.read(quarantineDisposalFile(reading));
    }

    /** Removes the rejected rows of a reading for good; its manifest still says how many they were. */
    public void disposeQuarantine(DeliveryManifest reading, Disposal disposal) throws IOException {
        disposal.remove(quarantineFile(reading.municipality(), reading.readingId()), quarantineDisposalFile(reading));
    }

    /** Notes in another lake, which is to replace this one, that rejected rows go; returns what then has to be removed here. */
    public Path stageQuarantineDisposal(DeliveryManifest reading, Disposal disposal, Lake other) throws IOException {
        disposal.write(other.quarantineDisposalFile(reading));
        return quarantineFile(reading.municipality(), reading.readingId());
    }

    /** How many bytes the rejected rows of a reading take; none when there are none. */
    public long quarantinedBytes(DeliveryManifest reading) throws IOException {
        Path rows = quarantineFile(reading.municipality(), reading.readingId());
        return Files.exists(rows) ? Files.size(rows) : 0;
    }

    private Path quarantineDisposalFile(DeliveryManifest reading) {
        return home.quarantine()
                .resolve(reading.municipality().value())
                .resolve(reading.readingId() + ".disposal.json");
    }

    Path manifestFile(MunicipalityCode municipality, String readingId) {
        return home.lake().resolve(MANIFESTS).resolve(municipality.value()).resolve(readingId + ".json");
    }

    /** Relative to the lake, with forward slashes on every system. */
    static String relativeFile(Delivery delivery, String readingId) {
        return "dataset=" + delivery.dataset() + "/municipality=" + delivery.municipality() + "/period="
                + delivery.period().from() + "/" + readingId + ".parquet";
    }

    Path file(String relative) {
        return home.lake().resolve(relative);
    }

    Path quarantineFile(MunicipalityCode municipality, String readingId) {
        return home.quarantine().resolve(municipality.value()).resolve(readingId + ".jsonl.sealed");
    }
}
