package se.trivsel.normalise;

import java.util.Optional;

/**
 * A valid organisation number in its ten digits.
 *
 * <p>A sole trader has none: there it is the trader's personal number, and is told by its third digit, the month's
 * first, which in the numbers of legal persons is 2 or more.
 */
record OrganisationNumber(String digits) {
    /** Reads ten digits, or twelve that begin with a century or 16, with or without the hyphen. */
    static Optional<OrganisationNumber> read(String text) {
        String plain = text.replace("-", "").replace(" ", "");
        String ten = plain.length() == 12 ? plain.substring(2) : plain;
        boolean isNumber = ten.length() == 10 && ten.chars().allMatch(sign -> sign >= '0' && sign <= '9');
        return isNumber && Luhn.isValid(ten) ? Optional.of(new OrganisationNumber(ten)) : Optional.empty();
    }

    boolean isLegalPersons() {
        return digits.charAt(2) >= '2';
    }

    @Override
    public String toString() {
        return "OrganisationNumber[…]";
    }
}
