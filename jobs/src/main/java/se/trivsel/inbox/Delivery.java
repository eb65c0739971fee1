package se.trivsel.inbox;

import java.time.Instant;
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

    static String id(MunicipalityCode municipality, String dataset, Period period, String sha256) {
        return String.join("-", municipality.value(), dataset, period.compact(), sha256.substring(0, 12));
    }
}
