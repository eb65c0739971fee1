package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @Test
    void halfPastThreeComesOnceADayAlsoWhenTheClocksChange() {
        assertThat(timesOn("0 30 3 * * *", "2026-10-24", "2026-10-27"))
                .containsExactly("2026-10-24T03:30+02:00", "2026-10-25T03:30+01:00", "2026-10-26T03:30+01:00");
        assertThat(timesOn("0 30 3 * * *", "2027-03-27", "2027-03-30"))
                .containsExactly("2027-03-27T03:30+01:00", "2027-03-28T03:30+02:00", "2027-03-29T03:30+02:00");
        assertThat(timesOn("0 30 3 * * *", "2026-01-01", "2027-01-01")).hasSize(365);
    }

    @Test
    void aTimeThatTheClocksSkipOrRepeatIsWarnedAbout() {
        assertThat(timesOn("0 30 2 * * *", "2027-03-28", "2027-03-29")).isEmpty();
        assertThat(timesOn("0 30 2 * * *", "2026-10-25", "2026-10-26")).hasSize(2);

        assertThat(schedule("0 30 2 * * *").warnings(Instant.parse("2026-10-01T00:00:00Z")))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("trivsel.schedule.night: \"0 30 2 * * *\" comes twice on 2026-10-25");
        assertThat(schedule("0 0 * * * *").warnings(Instant.parse("2026-12-01T00:00:00Z")))
                .extracting(warning -> warning.contains("not at all on 2027-03-28"))
                .containsExactly(true, false);
    }

    @Test
    void noOtherTimeIsWarnedAbout() {
        for (String expression : List.of("0 30 3 * * *", "0 59 1 * * *", "0 0 3 * * *", "0 30 2 * * MON-FRI")) {
            assertThat(schedule(expression).warnings(Instant.parse("2026-11-22T00:00:00Z")))
                    .as(expression)
                    .isEmpty();
        }
    }

    @Test
    void whatIsNoCronExpressionIsRefusedAndADashIsNever() {
        for (String expression : List.of("30 3 * * *", "0 30 25 * * *", "03:30", "")) {
            assertThatThrownBy(() -> schedule(expression))
                    .as(expression)
                    .isInstanceOf(NotRunnable.class)
                    .hasMessageContaining("trivsel.schedule.night");
        }
        assertThat(schedule("-").jobs()).isEmpty();
    }

    @Test
    void aTimeIsMissedWhenItPassesAndOverdueTwoAndAHalfHoursLater() {
        Schedule schedule = schedule("0 30 3 * * *");
        Instant endedWell = Instant.parse("2026-11-20T02:41:00Z");

        assertThat(schedule.isMissed(JobName.NIGHT, endedWell, Instant.parse("2026-11-21T02:29:59Z")))
                .isFalse();
        assertThat(schedule.isMissed(JobName.NIGHT, endedWell, Instant.parse("2026-11-21T02:30:00Z")))
                .isTrue();
        assertThat(schedule.isOverdue(JobName.NIGHT, endedWell, Instant.parse("2026-11-21T04:59:59Z")))
                .isFalse();
        assertThat(schedule.isOverdue(JobName.NIGHT, endedWell, Instant.parse("2026-11-21T05:00:00Z")))
                .isTrue();
    }

    private static Schedule schedule(String expression) {
        return new Schedule(Map.of(JobName.NIGHT, expression));
    }

    private static List<String> timesOn(String expression, String from, String before) {
        Schedule schedule = schedule(expression);
        var times = new ArrayList<String>();
        ZonedDateTime end = LocalDate.parse(before).atStartOfDay(SWEDEN);
        ZonedDateTime at = LocalDate.parse(from).atStartOfDay(SWEDEN).minusSeconds(1);
        while (true) {
            at = schedule.next(JobName.NIGHT, at.toInstant()).orElseThrow();
            if (!at.isBefore(end)) {
                return times;
            }
            times.add(at.toOffsetDateTime().toString());
        }
    }
}
