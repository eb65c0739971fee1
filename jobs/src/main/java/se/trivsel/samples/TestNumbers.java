package se.trivsel.samples;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Personal numbers that belong to nobody, each given out once.
 *
 * <p>The tax agency keeps the serials 238 (women) and 239 (men) of nearly every day of 1976 to 2013 for tests: two
 * numbers a day, so a municipality can run out of them, and then people go without.
 */
final class TestNumbers {
    /** Coprime with every number of days used, so that each day comes once before any comes again. */
    private static final long STEP = 7_919;

    private final LocalDate first;
    private final int days;
    private final int offset;
    private int women;
    private int men;

    TestNumbers(LocalDate first, LocalDate last, Chance chance) {
        if (first.getYear() < 1976 || last.getYear() > 2013) {
            throw new IllegalArgumentException("No test numbers outside 1976 to 2013: " + first + " to " + last);
        }
        this.first = first;
        this.days = (int) ChronoUnit.DAYS.between(first, last) + 1;
        this.offset = chance.below(days);
    }

    /** The next number of a woman or a man, or nothing when all are given out. */
    Optional<String> next(boolean isWoman) {
        int nth = isWoman ? women++ : men++;
        if (nth >= days) {
            return Optional.empty();
        }
        LocalDate day = first.plusDays((offset + nth * STEP) % days);
        return Optional.of(of(day, isWoman));
    }

    /** The number of a woman or a man born on a day. */
    static String of(LocalDate birthday, boolean isWoman) {
        String birth = birthday.toString().replace("-", "");
        String nine = birth.substring(2) + (isWoman ? "238" : "239");
        return birth + nine.substring(6) + luhn(nine);
    }

    /** The birthday in a twelve-digit number. */
    static LocalDate birthday(String number) {
        return LocalDate.of(
                Integer.parseInt(number.substring(0, 4)),
                Integer.parseInt(number.substring(4, 6)),
                Integer.parseInt(number.substring(6, 8)));
    }

    /** An organisation number of a series that is not in use. */
    static String organisation(int no) {
        String nine = "55999" + String.format(Locale.ROOT, "%04d", no);
        return nine + luhn(nine);
    }

    /** The check digit that makes nine digits ten. */
    static int luhn(String nine) {
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int digit = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
