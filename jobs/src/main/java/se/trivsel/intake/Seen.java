package se.trivsel.intake;

import java.util.List;
import java.util.Optional;
import se.trivsel.lake.FindingCount;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;

/**
 * What the content of a file told, the last time it was looked into.
 *
 * <p>It holds for the same bytes and the same rules only. Its path is part of the protected zone: a name may be a person's.
 *
 * @param rules what it was read by: another description, or other municipalities that may be in it, and it is read anew
 * @param period none where it was not found
 * @param parts whose rows it had when it was last split and not refused; none of a file that is one municipality's
 */
record Seen(
        String path,
        String sha256,
        String rules,
        Optional<Period> period,
        List<MunicipalityCode> parts,
        List<FindingCount> findings) {
    Seen {
        parts = List.copyOf(parts);
        findings = List.copyOf(findings);
    }

    boolean isOf(String otherSha256, String otherRules) {
        return sha256.equals(otherSha256) && rules.equals(otherRules);
    }
}
