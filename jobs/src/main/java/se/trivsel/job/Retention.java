package se.trivsel.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The operator's rules of retention: how long is kept what could be done without.
 *
 * <p>What no rule names is kept for ever. {@link #RECEIVED} and {@link #SUPERSEDED} are about the bytes of deliveries, never about
 * rows in the lake.
 *
 * @param periods by the rule's name; that of superseded deliveries ends in their dataset
 */
public record Retention(Map<String, Period> periods) {
    /** Archived deliveries, since they came. */
    public static final String RECEIVED = "received";

    /** Archived deliveries of a dataset, since another came that replaces them. */
    public static final String SUPERSEDED = "superseded.";

    /** Rejected rows, since they were rejected. */
    public static final String QUARANTINE = "quarantine";

    /** What runs said of themselves, since they began. */
    public static final String RUNS = "runs";

    /** What the job repository knows, since it ended. */
    public static final String JOBS = "jobs";

    private static final String FOR_EVER = "-";
    private static final Set<String> RULES = Set.of(RECEIVED, QUARANTINE, RUNS, JOBS);

    public Retention {
        periods = Collections.unmodifiableMap(new TreeMap<>(periods));
    }

    /** The rules as the settings say them, in ISO 8601; {@code -} is for ever. */
    public static Retention of(Map<String, String> texts) {
        var periods = new TreeMap<String, Period>();
        texts.forEach((rule, text) -> {
            if (!RULES.contains(rule) && !rule.startsWith(SUPERSEDED)) {
                throw new IllegalArgumentException("trivsel.retention." + rule
                        + " is no rule; there are received, superseded.<dataset>, quarantine, runs and jobs");
            }
            if (!text.equals(FOR_EVER)) {
                periods.put(rule, period(rule, text));
            }
        });
        return new Retention(periods);
    }

    private static Period period(String rule, String text) {
        try {
            Period keep = Period.parse(text);
            if (!keep.isNegative() && !keep.isZero()) {
                return keep;
            }
        } catch (DateTimeParseException noPeriod) {
            // Told below.
        }
        throw new IllegalArgumentException(
                "trivsel.retention." + rule + " has to be a period such as P24M, not " + text);
    }

    /** Refuses rules for datasets that nobody delivers. */
    public void requireDatasets(Collection<String> datasets) {
        for (String rule : periods.keySet()) {
            if (rule.startsWith(SUPERSEDED) && !datasets.contains(rule.substring(SUPERSEDED.length()))) {
                throw new NotRunnable("application.yaml: trivsel.retention." + rule + " names no dataset.");
            }
        }
    }

    /** How long a rule keeps things; nothing where that is for ever. */
    public Optional<Period> period(String rule) {
        return Optional.ofNullable(periods.get(rule));
    }

    /** Whether something has been kept as long as that, by the days in Sweden. */
    public static boolean isOver(Period keep, Instant since, Instant now) {
        return !day(since).plus(keep).isAfter(day(now));
    }

    /** The day that it is in Sweden. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, RunLog.SWEDEN);
    }
}
