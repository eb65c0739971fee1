package se.trivsel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import se.trivsel.job.JobName;
import se.trivsel.job.LogForm;
import se.trivsel.job.LogLines;
import se.trivsel.job.RunHistory;
import se.trivsel.job.Schedule;
import se.trivsel.vocabulary.Home;

class AppointmentsTest {
    @TempDir
    Path folder;

    @Test
    void manyMissedNightsAreCaughtUpWithByOneRun() throws Exception {
        ended("2026-11-15T02:45:00Z", 0);

        assertThat(runsAtStart("2026-11-22T09:00:00Z", "0 30 3 * * *")).containsExactly(JobName.NIGHT);
    }

    @Test
    void aNightThatFailedOrWasStoppedIsCaughtUpWith() throws Exception {
        ended("2026-11-21T02:45:00Z", 3);
        ended("2026-11-22T02:45:00Z", 130);
        ended("2026-11-22T02:50:00Z", 1);

        assertThat(runsAtStart("2026-11-22T09:00:00Z", "0 30 3 * * *")).containsExactly(JobName.NIGHT);
    }

    @Test
    void aFirstNightThatWasStoppedIsCaughtUpWith() throws Exception {
        ended("2026-11-22T02:45:00Z", 130);

        assertThat(runsAtStart("2026-11-22T02:50:00Z", "0 30 3 * * *")).containsExactly(JobName.NIGHT);
    }

    @Test
    void aNightThatEndedWellSinceIsNotRunAgain() throws Exception {
        ended("2026-11-22T02:45:00Z", 3);

        assertThat(runsAtStart("2026-11-22T09:00:00Z", "0 30 3 * * *")).isEmpty();
    }

    @Test
    void whatHasNeverRunWaitsForItsTime() throws Exception {
        assertThat(runsAtStart("2026-11-22T09:00:00Z", "0 30 3 * * *")).isEmpty();
    }

    @Test
    void aJobBeginsAtItsTime() throws Exception {
        var lines = new PrintedLines();
        ThreadPoolTaskScheduler scheduler = scheduler(Clock.systemUTC());
        new Appointments(schedule("* * * * * *"), history(), Clock.systemUTC(), log(lines))
                .begin(scheduler, job -> lines.out().println("runs " + job));

        lines.until("runs NIGHT");
        assertThat(lines.until("Next night")).hasSize(1);
        scheduler.destroy();
    }

    /** What runs before anything else that is put to the scheduler after it. */
    private List<JobName> runsAtStart(String now, String expression) throws Exception {
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        ThreadPoolTaskScheduler scheduler = scheduler(clock);
        List<JobName> run = Collections.synchronizedList(new ArrayList<>());
        new Appointments(schedule(expression), history(), clock, log(new PrintedLines())).begin(scheduler, run::add);
        scheduler.submit(() -> {}).get();
        scheduler.destroy();
        return List.copyOf(run);
    }

    private static ThreadPoolTaskScheduler scheduler(Clock clock) {
        ThreadPoolTaskScheduler scheduler = new ServeConfiguration().scheduler(clock);
        scheduler.initialize();
        return scheduler;
    }

    private static LogLines log(PrintedLines lines) {
        return new LogLines(lines.out()::println, Clock.systemUTC(), LogForm.TEXT);
    }

    private static Schedule schedule(String expression) {
        return new Schedule(Map.of(JobName.NIGHT, expression));
    }

    private RunHistory history() {
        return new RunHistory(new Home(folder));
    }

    private void ended(String moment, int exitCode) throws IOException {
        EndedRun.write(new Home(folder), moment, exitCode);
    }
}
