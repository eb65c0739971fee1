package se.trivsel.normalise;

import java.util.List;
import se.trivsel.vocabulary.Finding;

/**
 * A row that was kept out, as it was written, with everything that is wrong with it.
 *
 * <p>The text may be personal data: it goes to the sealed quarantine and nowhere else.
 */
public record RejectedRow(int line, String raw, List<Finding> findings) {
    public RejectedRow {
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "RejectedRow[line=" + line + ", findings=" + findings + "]";
    }
}
