package se.trivsel.samples;

import java.time.LocalDate;

/** Counts Mondays to Fridays; public holidays are working days here, as in a plain working-time schedule. */
final class Weekdays {
    private Weekdays() {}

    /** From the first to the last day, both included; none when the last is before the first. */
    static int between(LocalDate first, LocalDate last) {
        return last.isBefore(first) ? 0 : (int) (before(last.plusDays(1)) - before(first));
    }

    /** Weekdays from some Monday long ago to the day before this one. */
    private static long before(LocalDate day) {
        long sinceMonday = day.toEpochDay() + 3;
        return Math.floorDiv(sinceMonday, 7) * 5 + Math.min(5, Math.floorMod(sinceMonday, 7));
    }
}
