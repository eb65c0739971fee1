package se.trivsel.serve;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.scheduling.TaskScheduler;
import se.trivsel.job.JobName;
import se.trivsel.job.LogLines;
import se.trivsel.job.Notifications;
import se.trivsel.job.RunHistory;
import se.trivsel.job.RunSummary;
import se.trivsel.job.Schedule;

/**
 * Looks once a day whether the night has ended well, and tells when it has not.
 *
 * <p>A run that fails tells so itself; this is for the one that never begins, or never ends. So it has a thread of its own.
 */
final class NightWatch {
    private final Schedule schedule;
    private final RunHistory history;
    private final Notifications notifications;
    private final Clock clock;
    private final LogLines log;
    private final Instant servesSince;

    NightWatch(Schedule schedule, RunHistory history, Notifications notifications, Clock clock, LogLines log) {
        this.schedule = schedule;
        this.history = history;
        this.notifications = notifications;
        this.clock = clock;
        this.log = log;
        this.servesSince = clock.instant();
    }

    /** @param wellBy by the clock in Sweden */
    void begin(TaskScheduler scheduler, LocalTime wellBy) {
        if (schedule.jobs().contains(JobName.NIGHT)) {
            var unused = scheduler.schedule(this::look, Schedule.daily(wellBy));
        }
    }

    void look() {
        Instant endedWell =
                history.lastWell(JobName.NIGHT).map(RunSummary::endedAt).orElse(servesSince);
        if (schedule.isMissed(JobName.NIGHT, endedWell, clock.instant())) {
            log.warn("The night has not ended well since " + endedWell + ".");
            notifications.tellLate().forEach(log::warn);
        }
    }
}
