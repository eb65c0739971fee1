package se.trivsel.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import se.trivsel.contract.FilePattern;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.SourceKind;

/**
 * One file that a municipality sent, known by its content.
 *
 * <p>The same bytes for the same dataset are the same delivery, whenever they come and whatever the file is called; a
 * corrected file is another delivery. Only bytes that come back after a correction, under the name of the correction, are
 * a delivery of their own: its id ends in a number.
 *
 * @param full whether it replaces earlier deliveries of the period it covers, or only adds to them
 * @param fileName the name it came under, without folders
 * @param sha256 of the content, in hexadecimal
 * @param keyId the fingerprint of the key its archived copy is sealed with
 */
public record Delivery(
        String id,
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
        String keyId) {

    /**
     * A file that its municipality reads where it lies, to send on only what comes of it.
     *
     * <p>The id goes with the rows: it is made with the key, since the hash of a file that lacks nothing but a few personal
     * numbers tells them to whoever tries them all.
     */
    public static Delivery atItsMunicipality(FoundFile file, MunicipalityKey key, Instant now) throws IOException {
        String sha256 = Archive.hash(file.path());
        String id = id(file.municipality(), file.source().dataset(), file.period(), key.nameOf(sha256));
        return of(file, id, Files.size(file.path()), sha256, now, key);
    }

    static Delivery of(FoundFile file, String id, long bytes, String sha256, Instant now, MunicipalityKey key) {
        return new Delivery(
                id,
                file.municipality(),
                file.kind(),
                file.source().system(),
                file.source().dataset(),
                file.period(),
                file.source().full(),
                String.valueOf(file.path().getFileName()),
                bytes,
                sha256,
                now,
                key.fingerprint());
    }

    Delivery sealedWith(MunicipalityKey key) {
        return new Delivery(
                id,
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
                key.fingerprint());
    }

    /** Whether the municipality has prepared it: its rows are pseudonymised already. */
    public boolean isPrepared() {
        return FilePattern.isPrepared(fileName);
    }

    /** What the id says of its sender. */
    static String municipalityOf(String id) {
        return id.split("-", 2)[0];
    }

    static String id(MunicipalityCode municipality, String dataset, Period period, String sha256) {
        return String.join("-", municipality.value(), dataset, period.compact(), sha256.substring(0, 12));
    }
}
