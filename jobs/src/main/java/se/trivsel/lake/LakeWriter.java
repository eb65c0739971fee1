package se.trivsel.lake;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Source;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.inbox.SignatureKey;
import se.trivsel.normalise.NormalisedBlock;
import se.trivsel.normalise.NormalisedRow;
import se.trivsel.normalise.RejectedRow;
import se.trivsel.normalise.WrittenPersonalNumber;

/**
 * Brings one delivery into the lake: its rows, its rejected rows, and last its manifest.
 *
 * <p>Killed before {@link #finish} is through, it leaves temporary files that the next attempt overwrites.
 */
public final class LakeWriter implements Closeable {
    private final Lake lake;
    private final Delivery delivery;
    private final String keyId;
    private final String rulesVersion;
    private final String readingId;
    private final LakeFile rows;
    private final Quarantine quarantine;
    private final Optional<EarlierQuarantine> earlier;
    private final PurgedRows purged;

    private LakeWriter(
            Lake lake,
            Delivery delivery,
            String keyId,
            String rulesVersion,
            String readingId,
            LakeFile rows,
            Quarantine quarantine,
            Optional<EarlierQuarantine> earlier,
            PurgedRows purged) {
        this.lake = lake;
        this.delivery = delivery;
        this.keyId = keyId;
        this.rulesVersion = rulesVersion;
        this.readingId = readingId;
        this.rows = rows;
        this.quarantine = quarantine;
        this.earlier = earlier;
        this.purged = purged;
    }

    /** Begins a delivery anew, whatever a killed attempt may have left. */
    public static LakeWriter open(
            Lake lake, Delivery delivery, Configuration configuration, Source source, MunicipalityKey key)
            throws IOException {
        String rulesVersion = configuration.rulesVersion(source);
        return open(lake, delivery, configuration, source, key, rulesVersion, key.fingerprint());
    }

    /**
     * Begins a delivery that its municipality has prepared.
     *
     * @param key with which nothing is sealed, since no row is rejected here
     * @param signature of the key that its pseudonyms were made with
     */
    public static LakeWriter openPrepared(
            Lake lake,
            Delivery delivery,
            Configuration configuration,
            Source source,
            MunicipalityKey key,
            SignatureKey signature)
            throws IOException {
        String rulesVersion = PreparedReading.rulesVersion(configuration, source, signature);
        return open(lake, delivery, configuration, source, key, rulesVersion, signature.fingerprint());
    }

    private static LakeWriter open(
            Lake lake,
            Delivery delivery,
            Configuration configuration,
            Source source,
            MunicipalityKey key,
            String rulesVersion,
            String keyId)
            throws IOException {
        String readingId = lake.readingId(delivery, rulesVersion);
        Contract contract = Objects.requireNonNull(configuration.contracts().get(source.dataset()));
        Optional<EarlierQuarantine> earlier =
                delivery.isPrepared() ? Optional.empty() : EarlierQuarantine.of(lake, delivery, readingId, key);
        var purged = new PurgedRows(lake.purged(delivery.municipality(), key), contract);
        lake.create();
        LakeFile rows = LakeFile.create(lake.file(Lake.relativeFile(delivery, readingId)), contract, delivery.id());
        var quarantine = new Quarantine(lake.quarantineFile(delivery.municipality(), readingId), key, rulesVersion);
        return new LakeWriter(lake, delivery, keyId, rulesVersion, readingId, rows, quarantine, earlier, purged);
    }

    public void write(NormalisedBlock read) throws IOException {
        NormalisedBlock block = purged.leaveOut(read);
        for (NormalisedRow row : block.rows()) {
            rows.write(row);
        }
        earlier.ifPresent(rejectedBefore -> rejectedBefore.count(block));
        for (RejectedRow row : block.rejected()) {
            quarantine.add(row);
        }
    }

    /**
     * Commits what was written, or of a refused delivery only its quarantine, and states it in the manifest.
     *
     * @param knownOn the business date from which the reading may be used
     * @param readAt now
     */
    public DeliveryManifest finish(Assessment assessment, LocalDate knownOn, Instant readAt) throws IOException {
        boolean isAccepted = assessment.status() == DeliveryManifest.Status.ACCEPTED;
        purged.tell(assessment);
        quarantine.commit();
        if (isAccepted) {
            rows.commit();
        } else {
            rows.close();
        }
        var manifest = new DeliveryManifest(
                delivery.id(),
                readingId,
                delivery.municipality(),
                delivery.kind(),
                delivery.system(),
                delivery.dataset(),
                delivery.period(),
                delivery.full(),
                WrittenPersonalNumber.hidden(delivery.fileName()),
                delivery.bytes(),
                delivery.sha256(),
                delivery.receivedAt(),
                knownOn,
                afterAllEarlier(readAt),
                rulesVersion,
                keyId,
                assessment.status(),
                assessment.rowsRead(),
                assessment.rowsKept(),
                assessment.rowsRejected(),
                Optional.of(assessment.rowsPurged()),
                assessment.findings(),
                assessment.controlTotals(),
                isAccepted ? Optional.of(Lake.relativeFile(delivery, readingId)) : Optional.empty(),
                isAccepted ? earlier.map(EarlierQuarantine::replay) : Optional.empty());
        lake.write(manifest);
        return manifest;
    }

    /** Clocks are set back; that a reading was the last one stays true. */
    private Instant afterAllEarlier(Instant now) {
        return lake.newestReading(delivery, readingId)
                .map(earlier -> earlier.readAt().plusMillis(1))
                .filter(now::isBefore)
                .orElse(now);
    }

    @Override
    public void close() throws IOException {
        try (rows) {
            quarantine.close();
        }
    }
}
