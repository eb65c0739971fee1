package se.trivsel.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import se.trivsel.lake.FindingCount;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Severity;

/**
 * A file that stays in the inbox with something to mend, told every night until it is.
 *
 * <p>Not all of it need be refused: of a file with rows of several municipalities, those that are somebody's are taken in.
 *
 * @param municipality whose it is; none of a file that has rows of several
 */
public record LeftFile(Path path, Optional<MunicipalityCode> municipality, List<FindingCount> findings) {
    public LeftFile {
        findings = List.copyOf(findings);
    }

    /** Whether nothing of it was taken in. */
    public boolean isRefused() {
        return has(Severity.FATAL);
    }

    /** Whether something of it is not in use. */
    public boolean isIncomplete() {
        return isRefused() || has(Severity.ERROR);
    }

    private boolean has(Severity severity) {
        return findings.stream().anyMatch(finding -> finding.code().severity() == severity);
    }
}
