package se.trivsel.lake;

import java.util.List;
import java.util.stream.Collectors;
import se.trivsel.normalise.RejectedRow;
import se.trivsel.vocabulary.Finding;

/**
 * A rejected row as the quarantine keeps it: what stood there, why it was rejected, and by which rules.
 *
 * <p>The text may be personal data; nothing of it may be told outside the protected zone.
 */
public record QuarantinedRow(int line, String raw, List<Reason> findings, String rulesVersion) {
    public QuarantinedRow {
        findings = List.copyOf(findings);
    }

    static QuarantinedRow of(RejectedRow row, String rulesVersion) {
        return new QuarantinedRow(
                row.line(), row.raw(), row.findings().stream().map(Reason::of).toList(), rulesVersion);
    }

    /** Why it was rejected: {@code not_a_date (Från)}. */
    public String why() {
        return findings.stream()
                .map(reason -> reason.column().isEmpty() ? reason.code() : reason.code() + " (" + reason.column() + ")")
                .collect(Collectors.joining(", "));
    }

    public boolean hasCode(String code) {
        return findings.stream().anyMatch(reason -> reason.code().equals(code));
    }

    @Override
    public String toString() {
        return "QuarantinedRow[line=" + line + ", findings=" + findings + "]";
    }

    /** One thing that was wrong with it. */
    public record Reason(String code, String column) {
        static Reason of(Finding finding) {
            return new Reason(finding.code().code(), finding.place().heading().orElse(""));
        }
    }
}
