package se.trivsel.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as they are told to people: by the clock in Sweden, to the minute. */
final class SwedishTime {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Europe/Stockholm"));

    private SwedishTime() {}

    static String format(Instant moment) {
        return MOMENT.format(moment);
    }
}
