package se.trivsel.normalise;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A valid organisation number in its ten digits.
 *
 * <p>A sole trader has none: there it is the trader's personal number, and is told by its third digit, the month's
 * first, which in the numbers of legal persons is 2 or more.
 */
record OrganisationNumber(String digits) {
    private static final Pattern FORM = Pattern.compile("(?:16|18|19|20)?(\\d{6})-?(\\d{4})");

    /** Reads ten digits, or twelve that begin with a century or 16, with or without the hyphen. */
    static Optional<OrganisationNumber> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String ten = form.group(1) + form.group(2);
        return Luhn.isValid(ten) ? Optional.of(new OrganisationNumber(ten)) : Optional.empty();
    }

    boolean isLegalPersons() {
        return digits.charAt(2) >= '2';
    }

    @Override
    public String toString() {
        return "OrganisationNumber[…]";
    }
}
