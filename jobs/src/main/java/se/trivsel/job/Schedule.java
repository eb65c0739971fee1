package se.trivsel.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.scheduling.support.CronTrigger;

/**
 * When each job is to begin, by the clock in Sweden.
 *
 * <p>A time between two and three is not every day's: on one it does not come, on another twice.
 */
public final class Schedule {
    private static final String OFF = "-";
    /** How long a job that began on time may take before somebody should look. */
    private static final Duration GRACE = Duration.ofMinutes(150);

    private final Map<JobName, CronExpression> times = new TreeMap<>();

    /** @param expressions seconds, minutes, hours, day of month, month and day of week; {@code -} is never */
    public Schedule(Map<JobName, String> expressions) {
        expressions.forEach((job, expression) -> {
            if (!expression.strip().equals(OFF)) {
                times.put(job, parse(job, expression));
            }
        });
    }

    private static CronExpression parse(JobName job, String expression) {
        if (!CronExpression.isValidExpression(expression)) {
            throw new NotRunnable(setting(job) + " is no cron expression of six fields, such as"
                    + " \"0 30 3 * * *\" for half past three: " + expression);
        }
        return CronExpression.parse(expression);
    }

    private static String setting(JobName job) {
        return "trivsel.schedule." + job.code();
    }

    public Set<JobName> jobs() {
        return times.keySet();
    }

    /** For Spring's scheduler. */
    public Trigger trigger(JobName job) {
        return new CronTrigger(expression(job).toString(), RunLog.SWEDEN);
    }

    /** Every day at a time by the clock in Sweden. */
    public static Trigger daily(LocalTime time) {
        return new CronTrigger("0 " + time.getMinute() + " " + time.getHour() + " * * *", RunLog.SWEDEN);
    }

    /** When it is to begin next; never, for a day that does not exist. */
    public Optional<ZonedDateTime> next(JobName job, Instant after) {
        return Optional.ofNullable(expression(job).next(after.atZone(RunLog.SWEDEN)));
    }

    /** Whether a time has passed since the job last ended well. */
    public boolean isMissed(JobName job, Instant endedWell, Instant now) {
        return next(job, endedWell)
                .filter(planned -> !planned.toInstant().isAfter(now))
                .isPresent();
    }

    /** Whether a time has passed so long ago that a run since should have ended well. */
    public boolean isOverdue(JobName job, Instant endedWell, Instant now) {
        return isMissed(job, endedWell, now.minus(GRACE));
    }

    /** A sentence for each job whose time comes twice or not at all when summer time ends or begins. */
    public List<String> warnings(Instant now) {
        var warnings = new ArrayList<String>();
        ZoneOffsetTransition first = RunLog.SWEDEN.getRules().nextTransition(now);
        ZoneOffsetTransition second = RunLog.SWEDEN.getRules().nextTransition(first.getInstant());
        times.forEach((job, expression) -> List.of(first, second).forEach(change -> {
            if (falls(expression, change)) {
                warnings.add(setting(job) + ": \"" + expression + "\" comes "
                        + (change.isGap() ? "not at all" : "twice") + " on "
                        + change.getDateTimeBefore().toLocalDate()
                        + ", when the clocks change; choose a time outside 02:00-02:59.");
            }
        }));
        return warnings;
    }

    private static boolean falls(CronExpression expression, ZoneOffsetTransition change) {
        LocalDateTime from = change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
        LocalDateTime to = change.isGap() ? change.getDateTimeAfter() : change.getDateTimeBefore();
        LocalDateTime next = expression.next(from.minusNanos(1));
        return next != null && next.isBefore(to);
    }

    private CronExpression expression(JobName job) {
        CronExpression expression = times.get(job);
        if (expression == null) {
            throw new IllegalArgumentException("Job " + job.code() + " is not scheduled");
        }
        return expression;
    }
}
