package se.trivsel.serve;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import se.trivsel.job.JobName;
import se.trivsel.job.RunHistory;
import se.trivsel.job.RunSummary;
import se.trivsel.job.Schedule;

/**
 * Bad when the last run failed, or when a job has not ended well long after its time.
 *
 * <p>It looks at the runs, whoever started them. That deliveries are refused or late is no illness.
 */
final class NightlyHealth implements HealthIndicator {
    private final Schedule schedule;
    private final RunHistory history;
    private final Clock clock;
    private final Instant servesSince;

    NightlyHealth(Schedule schedule, RunHistory history, Clock clock) {
        this.schedule = schedule;
        this.history = history;
        this.clock = clock;
        this.servesSince = clock.instant();
    }

    @Override
    public Health health() {
        Optional<RunSummary> last = history.last();
        var health = last.isPresent() ? Health.up() : Health.unknown();
        last.ifPresent(run -> {
            health.withDetail("lastRun", run.job() + " ended " + run.endedAt() + " with " + run.exitCode());
            if (run.failed()) {
                health.down();
            }
        });
        for (JobName job : schedule.jobs()) {
            Optional<Instant> endedWell = history.lastWell(job).map(RunSummary::endedAt);
            health.withDetail(
                    job.code(), endedWell.map(at -> "last ended well " + at).orElse("has never ended well"));
            if (schedule.isOverdue(job, endedWell.orElse(servesSince), clock.instant())) {
                health.down();
            }
        }
        return health.build();
    }
}
