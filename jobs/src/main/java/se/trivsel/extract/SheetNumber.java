package se.trivsel.extract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * How a number in a sheet is written as a cell of text: {@code 12,5}, {@code 75%}, {@code 2014-01-31}, {@code 37:30:00}.
 *
 * <p>Fractions have the fifteen digits that Excel shows, so that 0.1 + 0.2 is 0.3. A time is never written as a number:
 * half a day would be read as half an hour.
 *
 * @param decimal the decimal sign of the source's own numbers
 * @param isFrom1904 whether days are counted from 1904, as old Macintosh computers did
 */
record SheetNumber(char decimal, boolean isFrom1904) {
    private static final int LONGEST = 64;
    private static final int MOST_ZEROS = 400;
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
    private static final int SECONDS_A_DAY = 86_400;
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    /** The days from 10000-01-01 on. */
    private static final BigDecimal NO_DAY = BigDecimal.valueOf(2_958_466);

    /** What Excel shows of days before the first and after the last: neither a day nor a number. */
    private static final String NEITHER = "########";

    /** A day that never was, but Excel has it: those before it are one day off. */
    private static final int LEAP_DAY_1900 = 60;

    /** Nothing where the file holds no number. */
    Optional<String> written(String text, CellFormat format) {
        return number(text).map(number -> switch (format) {
            case NUMBER -> plain(number);
            case PERCENT -> plain(number.movePointRight(2)) + "%";
            case DAY -> isTime(number) ? day(number) : NEITHER;
            case TIME -> isTime(number) ? time(seconds(number)) : NEITHER;
        });
    }

    private static Optional<BigDecimal> number(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var number = new BigDecimal(text.strip());
            return Math.abs((long) number.scale()) > MOST_ZEROS ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private String plain(BigDecimal number) {
        BigDecimal shown = number.scale() > 0 ? number.round(SHOWN) : number;
        return shown.signum() == 0
                ? "0"
                : shown.stripTrailingZeros().toPlainString().replace('.', decimal);
    }

    private static boolean isTime(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(NO_DAY) < 0;
    }

    private static long seconds(BigDecimal days) {
        return days.multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private String day(BigDecimal number) {
        long seconds = seconds(number);
        long time = seconds % SECONDS_A_DAY;
        return date(seconds / SECONDS_A_DAY)
                + (time == 0 ? "" : String.format(Locale.ROOT, " %02d:%s", time / 3600, minutes(time)));
    }

    /** What Excel shows, also where it is no day: nobody reads that as one. */
    private String date(long day) {
        if (isFrom1904) {
            return EPOCH_1904.plusDays(day).toString();
        }
        if (day == 0) {
            return "1900-01-00";
        }
        if (day == LEAP_DAY_1900) {
            return "1900-02-29";
        }
        return EPOCH.plusDays(day < LEAP_DAY_1900 ? day + 1 : day).toString();
    }

    private static String time(long seconds) {
        return seconds / 3600 + ":" + minutes(seconds);
    }

    private static String minutes(long seconds) {
        return String.format(Locale.ROOT, "%02d:%02d", seconds / 60 % 60, seconds % 60);
    }
}
