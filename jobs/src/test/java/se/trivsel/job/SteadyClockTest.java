package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    private static final Instant SEEN = Instant.parse("2018-01-08T03:30:00Z");

    @Test
    void isTheMachinesClockWhereThatIsRight() {
        Instant later = SEEN.plusSeconds(60);

        assertThat(SteadyClock.after(Optional.of(SEEN), at(later)).instant()).isEqualTo(later);
        assertThat(SteadyClock.after(Optional.empty(), at(later)).instant()).isEqualTo(later);
    }

    @Test
    void goesOnFromWhatWasSeenWhereTheMachinesIsBehind() {
        var clock = SteadyClock.after(Optional.of(SEEN), ticking(SEEN.minusSeconds(3600), SEEN.minusSeconds(3590)));

        assertThat(clock.instant()).isEqualTo(SEEN.plusMillis(1).plusSeconds(10));
    }

    @Test
    void doesNotGoBackWhileItIsUsed() {
        var clock =
                SteadyClock.after(Optional.empty(), ticking(SEEN, SEEN, SEEN.minusSeconds(60), SEEN.plusSeconds(5)));

        assertThat(List.of(clock.instant(), clock.instant(), clock.instant()))
                .containsExactly(SEEN, SEEN, SEEN.plusSeconds(5));
    }

    @Test
    void refusesOneThatIsSimplyWrong() {
        assertThatThrownBy(() -> SteadyClock.after(Optional.of(SEEN), at(Instant.parse("2018-01-01T03:30:00Z"))))
                .isInstanceOf(NotRunnable.class)
                .hasMessageContaining(
                        "The clock says 2018-01-01T03:30:00Z, and the last run was at 2018-01-08T03:30:00Z");
    }

    private static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }

    private static Clock ticking(Instant... moments) {
        Deque<Instant> left = new ArrayDeque<>(List.of(moments));
        InstantSource source = () -> left.size() == 1 ? left.element() : left.remove();
        return source.withZone(ZoneOffset.UTC);
    }
}
