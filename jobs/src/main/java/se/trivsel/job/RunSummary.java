package se.trivsel.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run did, as {@code runs/<id>/summary.json} says it.
 *
 * @param deliveries those that were read or refused tonight; the skipped ones are only counted
 * @param missing municipality and dataset for which nothing was ever taken in
 * @param overdue a line for each municipality and dataset of which something agreed has not come in time
 * @param failures what went wrong, also at a source that could not be fetched from
 * @param heldBy the checks that held the release, when it was held; runs from before this was kept say nothing
 * @param releaseId the release everybody sees after the run
 * @param isNewRelease whether this run published it
 */
public record RunSummary(
        String runId,
        String job,
        Instant startedAt,
        Instant endedAt,
        int exitCode,
        Map<String, Integer> outcomes,
        List<DeliveryLine> deliveries,
        List<String> missing,
        List<String> overdue,
        List<String> failures,
        Optional<String> heldBy,
        Optional<String> releaseId,
        boolean isNewRelease) {
    static final String FILE = "summary.json";

    /** Whether it did all it could, though deliveries may have been refused or be waited for. */
    public boolean endedWell() {
        return exitCode == ExitCode.OK.code() || exitCode == ExitCode.INCOMPLETE.code();
    }

    /** Whether it could not be done; a run that was stopped is not failed. */
    public boolean failed() {
        return !endedWell() && exitCode != ExitCode.STOPPED.code();
    }

    /** A delivery in the summary. */
    public record DeliveryLine(
            String outcome,
            String municipality,
            String dataset,
            String period,
            String file,
            long rowsKept,
            long rowsRejected,
            List<String> findings) {}
}
