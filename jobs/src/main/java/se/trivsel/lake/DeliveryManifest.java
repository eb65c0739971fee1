package se.trivsel.lake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.trivsel.contract.FilePattern;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.SourceKind;

/**
 * What became of one delivered file when it was read by one version of the rules.
 *
 * <p>It is written last: where it is, the Parquet file and the quarantine it speaks of are whole. It holds counts and
 * places, never a value.
 *
 * @param deliveryId municipality, dataset, period and the beginning of the content's hash
 * @param readingId the delivery read by these rules: the name of its files in the lake
 * @param full whether it replaces earlier deliveries of the period it covers
 * @param fileName the name it came under, personal numbers hidden
 * @param knownOn the business date from which it may be used
 * @param readAt when it was read: of two readings known from the same day the later one counts
 * @param keyId the fingerprint of the key that its pseudonyms were made with
 * @param rowsRead those kept, rejected and purged, and those that the source leaves out, see {@link #rowsSetAside}
 * @param replay what it took in of the rows that the reading before it had quarantined; none at the first reading
 * @param purged how many rows about persons who were purged were kept out, or taken away since; nothing where it is from before anybody could
 *     be
 * @param lakeFile the Parquet file, relative to the lake; none when it was rejected
 */
public record DeliveryManifest(
        String deliveryId,
        String readingId,
        MunicipalityCode municipality,
        SourceKind kind,
        String system,
        String dataset,
        Period period,
        boolean full,
        String fileName,
        long bytes,
        String sha256,
        Instant receivedAt,
        LocalDate knownOn,
        Instant readAt,
        String rulesVersion,
        String keyId,
        Status status,
        long rowsRead,
        long rowsKept,
        long rowsRejected,
        Optional<Long> purged,
        List<FindingCount> findings,
        List<ControlTotal> controlTotals,
        Optional<String> lakeFile,
        Optional<Replay> replay) {

    /** Of the readings of one delivery, the one that counts is the last. */
    public static final Comparator<DeliveryManifest> BY_AGE = Comparator.comparing(DeliveryManifest::knownOn)
            .thenComparing(DeliveryManifest::readAt)
            .thenComparing(DeliveryManifest::readingId);

    /** Whether a delivery is in use. */
    public enum Status {
        ACCEPTED,
        REJECTED
    }

    public DeliveryManifest {
        findings = List.copyOf(findings);
        controlTotals = List.copyOf(controlTotals);
    }

    /** The same after its rows were given the pseudonyms of another key. */
    DeliveryManifest relinked(String otherKeyId) {
        return with(otherKeyId, 0);
    }

    /** The same after rows about persons were taken away. */
    DeliveryManifest purged(long rows) {
        return with(keyId, rows);
    }

    private DeliveryManifest with(String otherKeyId, long more) {
        return new DeliveryManifest(
                deliveryId,
                readingId,
                municipality,
                kind,
                system,
                dataset,
                period,
                full,
                fileName,
                bytes,
                sha256,
                receivedAt,
                knownOn,
                readAt,
                rulesVersion,
                otherKeyId,
                status,
                rowsRead,
                rowsKept - more,
                rowsRejected,
                Optional.of(rowsPurged() + more),
                findings,
                controlTotals,
                lakeFile,
                replay);
    }

    /** Whether it was known on a day, to whoever looked at a moment: of two releases of one day the first knew less. */
    public boolean wasKnown(LocalDate day, Instant moment) {
        return !knownOn.isAfter(day) && !readAt.isAfter(moment);
    }

    public boolean isAccepted() {
        return status == Status.ACCEPTED;
    }

    /** Whether the municipality has prepared it: its rejected rows are there, not here. */
    public boolean isPrepared() {
        return FilePattern.isPrepared(fileName);
    }

    /** How many rows about persons who were purged are not among those kept. */
    public long rowsPurged() {
        return purged.orElse(0L);
    }

    /** How many rows were neither kept nor rejected: the source says that they are not meant. */
    public long rowsSetAside() {
        return rowsRead - rowsKept - rowsRejected - rowsPurged();
    }

    /** Accepted, but with rows kept out or something to tell. */
    public boolean hasFindings() {
        return !findings.isEmpty();
    }
}
