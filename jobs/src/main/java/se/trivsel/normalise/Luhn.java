package se.trivsel.normalise;

/** The check digit of personal and organisation numbers; it covers ten digits, never the century. */
final class Luhn {
    private Luhn() {}

    /** Whether ten digits end in their check digit. */
    static boolean isValid(String tenDigits) {
        int sum = 0;
        for (int i = 0; i < tenDigits.length(); i++) {
            int digit = tenDigits.charAt(i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return tenDigits.length() == 10 && sum % 10 == 0;
    }
}
