package se.trivsel.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The machine's clock, but never behind what the home has seen, and never going back during a run.
 *
 * <p>Clocks are set back. Of two deliveries for the same months the later one counts, and a release was made after what it
 * holds: that has to stay true.
 */
final class SteadyClock implements InstantSource {
    /** More than a clock that is slightly wrong is ever set back. */
    private static final Duration SET_BACK_AT_MOST = Duration.ofDays(2);

    private final Clock machine;
    private final Duration ahead;
    private Instant last = Instant.MIN;

    private SteadyClock(Clock machine, Duration ahead) {
        this.machine = machine;
        this.ahead = ahead;
    }

    /**
     * A clock that goes on from a moment when the machine's is behind it.
     *
     * @param seen the last moment that the home knows of
     * @throws NotRunnable when the machine's is so far behind that one of the two is simply wrong
     */
    static SteadyClock after(Optional<Instant> seen, Clock machine) {
        Instant now = machine.instant();
        Duration ahead = seen.map(moment -> Duration.between(now, moment.plusMillis(1)))
                .filter(behind -> !behind.isNegative())
                .orElse(Duration.ZERO);
        if (ahead.compareTo(SET_BACK_AT_MOST) > 0) {
            throw new NotRunnable("The clock says " + now + ", and the last run was at " + seen.orElseThrow()
                    + ": set the clock right. If it was wrong then, see \"The clock was wrong\" in docs/operating.md.");
        }
        return new SteadyClock(machine, ahead);
    }

    @Override
    public synchronized Instant instant() {
        Instant now = machine.instant().plus(ahead);
        last = now.isBefore(last) ? last : now;
        return last;
    }
}
