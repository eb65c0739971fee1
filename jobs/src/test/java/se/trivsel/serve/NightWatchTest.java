package se.trivsel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.scheduling.support.SimpleTriggerContext;
import se.trivsel.fetch.Secrets;
import se.trivsel.job.JobName;
import se.trivsel.job.LogForm;
import se.trivsel.job.LogLines;
import se.trivsel.job.Notifications;
import se.trivsel.job.RunHistory;
import se.trivsel.job.Schedule;
import se.trivsel.job.SmallWorld;
import se.trivsel.notify.WebhookReceiver;

class NightWatchTest {
    @TempDir
    Path folder;

    private SmallWorld world;

    @BeforeEach
    void world() {
        world = new SmallWorld(folder);
    }

    @Test
    void aNightThatNeverBeganIsToldWhenItShouldHaveEnded() throws Exception {
        EndedRun.write(world.home(), "2018-01-08T03:30:00Z", 3);

        assertThat(told("2018-01-09T05:00:00Z")).containsExactly("LATE");
    }

    @Test
    void aNightThatEndedWellIsNotTold() throws Exception {
        EndedRun.write(world.home(), "2018-01-09T02:45:00Z", 3);

        assertThat(told("2018-01-09T05:00:00Z")).isEmpty();
    }

    @Test
    void aServerThatHasJustBegunHasMissedNothing() throws Exception {
        assertThat(told("2018-01-09T05:00:00Z")).isEmpty();
    }

    @Test
    void itLooksOnceADayByTheClockInSweden() {
        var trigger = Schedule.daily(LocalTime.of(6, 0));

        assertThat(trigger.nextExecution(new SimpleTriggerContext(fixed("2018-01-09T05:00:00Z"))))
                .isEqualTo(Instant.parse("2018-01-10T05:00:00Z"));
        assertThat(trigger.nextExecution(new SimpleTriggerContext(fixed("2018-07-09T03:59:00Z"))))
                .isEqualTo(Instant.parse("2018-07-09T04:00:00Z"));
    }

    /** What is sent when it looks at a moment, having served since just before it. */
    private List<String> told(String now) throws IOException {
        try (var receiver = new WebhookReceiver()) {
            var secrets = new Secrets(Map.of("TRIVSEL_NOTIFY_WEBHOOK_URL", receiver.address()));
            new NightWatch(
                            new Schedule(Map.of(JobName.NIGHT, "0 30 3 * * *")),
                            new RunHistory(world.home()),
                            new Notifications(world.config(), world.home(), secrets),
                            fixed(now),
                            new LogLines(new PrintedLines().out()::println, fixed(now), LogForm.TEXT))
                    .look();
            return receiver.events();
        }
    }

    private static Clock fixed(String moment) {
        return Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
    }
}
