package se.trivsel.normalise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.trivsel.contract.DateForm;
import se.trivsel.vocabulary.FindingCode;

/**
 * Days in the forms a source writes them, read without a formatter: dates are a third of all cells.
 *
 * <p>A form is a pattern of {@code y}, {@code M}, {@code d}, {@code H}, {@code m} and {@code s}; the time of day is
 * checked to be digits and dropped. Single letters ({@code d/M/yyyy}) take one or two digits. Two-digit years reach as many
 * years past the reference day as the source says, and from there a century back: an employment that ends next year must
 * not end in 1917.
 */
final class DayReader implements CellReader {
    private static final int BAD = Integer.MIN_VALUE;

    private final List<String> forms;
    private final int latestYear;
    private final boolean isMonth;

    private DayReader(List<String> forms, int latestYear, boolean isMonth) {
        this.forms = forms;
        this.latestYear = latestYear;
        this.isMonth = isMonth;
    }

    static DayReader days(DateForm form, LocalDate reference) {
        return new DayReader(form.days(), reference.getYear() + form.yearsAhead(), false);
    }

    /** Months, stored as their first day. */
    static DayReader months(DateForm form, LocalDate reference) {
        return new DayReader(form.months(), reference.getYear() + form.yearsAhead(), true);
    }

    @Override
    public Optional<Integer> read(String text) {
        for (String form : forms) {
            int day = read(text, form);
            if (day != BAD) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    @Override
    public FindingCode fault() {
        return isMonth ? FindingCode.NOT_A_MONTH : FindingCode.NOT_A_DATE;
    }

    private int read(String text, String form) {
        int year = 0;
        int yearDigits = 0;
        int month = 0;
        int day = isMonth ? 1 : 0;
        int at = 0;
        int i = 0;
        while (i < form.length()) {
            char part = form.charAt(i);
            int width = 1;
            while (i + width < form.length() && form.charAt(i + width) == part) {
                width++;
            }
            i += width;
            if (!Character.isLetter(part)) {
                if (at >= text.length() || text.charAt(at) != part) {
                    return BAD;
                }
                at++;
                continue;
            }
            int most = width == 1 ? 2 : width;
            int digits = 0;
            int number = 0;
            while (digits < most && at < text.length() && isDigit(text.charAt(at))) {
                number = number * 10 + text.charAt(at) - '0';
                digits++;
                at++;
            }
            if (digits < width) {
                return BAD;
            }
            if (part == 'y') {
                year = number;
                yearDigits = width;
            } else if (part == 'M') {
                month = number;
            } else if (part == 'd') {
                day = number;
            }
        }
        int read = at == text.length() ? epochDay(yearDigits == 2 ? fullYear(year) : year, month, day) : BAD;
        return isMonth && read != BAD ? read - (day - 1) : read;
    }

    private int fullYear(int twoDigits) {
        return latestYear - Math.floorMod(latestYear - twoDigits, 100);
    }

    private static int epochDay(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1) {
            return BAD;
        }
        try {
            return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
        } catch (DateTimeException noSuchDay) {
            return BAD;
        }
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }
}
