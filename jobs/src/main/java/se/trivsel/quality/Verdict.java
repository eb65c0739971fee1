package se.trivsel.quality;

import java.util.List;
import se.trivsel.quality.CheckResult.Outcome;

/**
 * Whether a release may be published, and what every check found.
 *
 * <p>Advice never holds a release; one failed check does.
 */
public record Verdict(List<CheckResult> results) {
    public Verdict {
        results = List.copyOf(results);
    }

    public boolean isPublishable() {
        return failed().isEmpty();
    }

    public List<CheckResult> failed() {
        return having(Outcome.FAIL);
    }

    public List<CheckResult> advised() {
        return having(Outcome.ADVISORY);
    }

    private List<CheckResult> having(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).toList();
    }
}
