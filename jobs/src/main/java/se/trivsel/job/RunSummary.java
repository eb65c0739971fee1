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
        Optional<String> releaseId,
        boolean isNewRelease) {

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
