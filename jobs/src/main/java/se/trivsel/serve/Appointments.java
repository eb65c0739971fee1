package se.trivsel.serve;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.scheduling.TaskScheduler;
import se.trivsel.job.JobName;
import se.trivsel.job.LogLines;
import se.trivsel.job.RunHistory;
import se.trivsel.job.Schedule;

/**
 * Begins each job at its time, and once at the start where its time has passed while nobody was here.
 *
 * <p>However many times have passed, it is one run: a run takes in all there is. A job that has never been
 * run has missed nothing; it waits for its time.
 */
final class Appointments {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Schedule schedule;
    private final RunHistory history;
    private final Clock clock;
    private final LogLines log;

    Appointments(Schedule schedule, RunHistory history, Clock clock, LogLines log) {
        this.schedule = schedule;
        this.history = history;
        this.clock = clock;
        this.log = log;
    }

    /** @param scheduler with one thread: jobs whose times meet follow one another */
    void begin(TaskScheduler scheduler, Consumer<JobName> run) {
        Instant now = clock.instant();
        schedule.warnings(now).forEach(log::warn);
        if (schedule.jobs().isEmpty()) {
            log.say("Nothing is scheduled; see trivsel.schedule in application.yaml.");
        }
        for (JobName job : schedule.jobs()) {
            if (isMissed(job, now)) {
                log.say("Catching up with " + job.code() + ": its time passed, and it has not ended well since.");
                var unused = scheduler.schedule(() -> run.accept(job), now);
            }
            var unused = scheduler.schedule(() -> keep(job, run), schedule.trigger(job));
            tellNext(job);
        }
    }

    private void keep(JobName job, Consumer<JobName> run) {
        run.accept(job);
        tellNext(job);
    }

    private void tellNext(JobName job) {
        schedule.next(job, clock.instant())
                .ifPresent(next -> log.say("Next " + job.code() + ": " + MOMENT.format(next)));
    }

    private boolean isMissed(JobName job, Instant now) {
        return history.lastWell(job)
                .map(run -> schedule.isMissed(job, run.endedAt(), now))
                .orElseGet(() -> history.last(job).isPresent());
    }
}
