package se.trivsel.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import se.trivsel.vocabulary.Period;

/** Moments, days and periods in Swedish words; a moment is the time on a Swedish clock. */
public final class SwedishDates {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'kl.\u00a0'HH.mm", SWEDISH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", SWEDISH);

    private SwedishDates() {}

    /** {@code 22 november 2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 22 november 2026 kl. 03.30}. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(SWEDEN));
    }

    /** {@code mars 2015}, {@code januari–mars 2015}, {@code november 2014–mars 2015}, or {@code 2015} for a whole year. */
    public static String period(Period period) {
        var from = period.from();
        var to = period.to();
        if (from.equals(to)) {
            return month(from);
        }
        if (from.getYear() != to.getYear()) {
            return month(from) + "–" + month(to);
        }
        if (from.getMonth() == Month.JANUARY && to.getMonth() == Month.DECEMBER) {
            return String.valueOf(from.getYear());
        }
        return name(from) + "–" + month(to);
    }

    private static String month(YearMonth month) {
        return name(month) + " " + month.getYear();
    }

    private static String name(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, SWEDISH);
    }
}
