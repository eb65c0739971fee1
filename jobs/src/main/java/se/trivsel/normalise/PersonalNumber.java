package se.trivsel.normalise;

import dev.personnummer.Options;
import dev.personnummer.Personnummer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A valid personal or co-ordination number in its twelve digits.
 *
 * <p>Ten digits leave the century open. It is settled by a year that belongs to the delivery, never by today: otherwise
 * an old delivery read again would give another person. The check digit does not cover the century, so a mistyped one is
 * told only by an age that nobody has.
 */
record PersonalNumber(String digits) {
    private static final Pattern FORM = Pattern.compile("(\\d{2})?(\\d{6})([-+]?)(\\d{4})");
    private static final Options WITH_COORDINATION_NUMBERS = new Options(true, false);
    private static final int COORDINATION = 60;
    private static final int HIGHEST_AGE = 150;

    /**
     * Reads {@code YYYYMMDD-NNNN}, {@code YYMMDD-NNNN} and the like, with or without the separator; {@code +} marks a
     * person of a hundred years or more.
     *
     * @param reference a day of the year in which the person had been born, at the latest; a child reported before its
     *     birth may have got its twelve digits the year after
     */
    static Optional<PersonalNumber> read(String text, LocalDate reference) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String ten = form.group(2) + form.group(4);
        String century = form.group(1) != null ? form.group(1) : century(form, reference);
        int age = reference.getYear() - Integer.parseInt(century + ten.substring(0, 2));
        return age >= -1 && age <= HIGHEST_AGE && isValid(century, ten)
                ? Optional.of(new PersonalNumber(century + ten))
                : Optional.empty();
    }

    private static String century(Matcher form, LocalDate reference) {
        int twoDigits = Integer.parseInt(form.group(2).substring(0, 2));
        int year = reference.getYear() - Math.floorMod(reference.getYear() - twoDigits, 100);
        boolean isHundred = form.group(3).equals("+");
        return String.valueOf((isHundred ? year - 100 : year) / 100);
    }

    /** The library checks dates; the co-ordination numbers whose day or month is not known have none to check. */
    private static boolean isValid(String century, String ten) {
        int month = Integer.parseInt(ten.substring(2, 4));
        int day = Integer.parseInt(ten.substring(4, 6));
        if (day >= COORDINATION && (day == COORDINATION || month == 0)) {
            return month <= 12 && day <= COORDINATION + 31 && Luhn.isValid(ten);
        }
        return Personnummer.valid(century + ten, WITH_COORDINATION_NUMBERS);
    }

    boolean isWoman() {
        return (digits.charAt(10) - '0') % 2 == 0;
    }

    int birthYear() {
        return Integer.parseInt(digits.substring(0, 4));
    }

    /** Whole years of age on a day. Of a co-ordination number, an unknown month or day counts as the first. */
    int age(LocalDate day) {
        int month = Math.max(1, Integer.parseInt(digits.substring(4, 6)));
        int dayOfMonth = Integer.parseInt(digits.substring(6, 8));
        int birthDay = Math.max(1, dayOfMonth > COORDINATION - 1 ? dayOfMonth - COORDINATION : dayOfMonth);
        boolean hadBirthday =
                day.getMonthValue() > month || (day.getMonthValue() == month && day.getDayOfMonth() >= birthDay);
        return day.getYear() - birthYear() - (hadBirthday ? 0 : 1);
    }

    @Override
    public String toString() {
        return "PersonalNumber[…]";
    }
}
