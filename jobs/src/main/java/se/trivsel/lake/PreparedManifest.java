package se.trivsel.lake;

import java.util.List;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.SourceKind;

/**
 * What a municipality says of a delivery that it has prepared: what it is, what became of its rows, and which rows follow.
 *
 * <p>It leaves the municipality: counts, headings and places, never a value, and no hash of the file it was made from,
 * since a hash of few unknown digits can be tried out.
 *
 * @param full whether it replaces earlier deliveries of the period it covers
 * @param rulesVersion the rules that the file was read by, the municipality's own source description among them
 * @param contractVersion what its rows are; they are taken in only where it is the same
 * @param keyId the fingerprint of the key that its pseudonyms were made with
 * @param programVersion the build of the program that prepared it
 * @param rowsSha256 of the bytes of the rows that follow, in hexadecimal
 */
public record PreparedManifest(
        MunicipalityCode municipality,
        SourceKind kind,
        String system,
        String dataset,
        Period period,
        boolean full,
        String rulesVersion,
        String contractVersion,
        String keyId,
        String programVersion,
        long rowsRead,
        long rowsKept,
        long rowsRejected,
        List<FindingCount> findings,
        List<ControlTotal> controlTotals,
        String rowsSha256) {
    public PreparedManifest {
        findings = List.copyOf(findings);
        controlTotals = List.copyOf(controlTotals);
    }
}
