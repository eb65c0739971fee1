package se.trivsel.normalise;

import java.math.BigDecimal;

/**
 * Personal numbers inside other text: in a name, in a number, in the name of a file.
 *
 * <p>It looks at the date and the check digit only, at whatever age: one time in ten, a time of day or an invoice number
 * that happens to have a date's form is taken for one too. It is asked for every text that is kept, so it makes no
 * objects until it has found one.
 */
public final class WrittenPersonalNumber {
    private static final long TEN_DIGITS = 10_000_000_000L;
    private static final int COORDINATION = 60;
    private static final String HIDDEN = "xxxx";

    private WrittenPersonalNumber() {}

    /** Whether there is one in a text: ten or twelve digits, with or without a sign before the last four. */
    public static boolean isIn(String text) {
        return endOfFirst(text, 0) >= 0;
    }

    /** Whether a number is one, which no sum of money has ever been. */
    public static boolean is(BigDecimal number) {
        return number.signum() > 0
                && number.stripTrailingZeros().scale() <= 0
                && number.precision() - number.scale() <= 12
                && isPersonal(number.longValue());
    }

    /** The text with the last four digits of every personal number hidden. */
    public static String hidden(String text) {
        int end = endOfFirst(text, 0);
        if (end < 0) {
            return text;
        }
        var hidden = new StringBuilder(text);
        for (; end >= 0; end = endOfFirst(text, end)) {
            hidden.replace(end - HIDDEN.length(), end, HIDDEN);
        }
        return hidden.toString();
    }

    /** Where the first personal number after a position ends, or -1. */
    private static int endOfFirst(String text, int from) {
        int at = from;
        while (at < text.length()) {
            if (!isDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int end = endOfDigits(text, at);
            int digits = end - at;
            if (digits == 10 || digits == 12) {
                if (isPersonal(number(text, at, end, 0))) {
                    return end;
                }
            } else if ((digits == 6 || digits == 8) && end + 1 < text.length() && isSeparator(text.charAt(end))) {
                int last = endOfDigits(text, end + 1);
                if (last - end - 1 == HIDDEN.length()
                        && isPersonal(number(text, end + 1, last, number(text, at, end, 0)))) {
                    return last;
                }
            }
            at = end;
        }
        return -1;
    }

    private static boolean isPersonal(long number) {
        long century = number / TEN_DIGITS;
        long ten = number % TEN_DIGITS;
        int month = (int) (ten / 1_000_000 % 100);
        int day = (int) (ten / 10_000 % 100);
        int dayOfMonth = day >= COORDINATION ? day - COORDINATION : day;
        boolean isDate = month <= 12 && dayOfMonth <= 31 && (day >= COORDINATION || (month > 0 && day > 0));
        return isDate && (century == 0 || (century >= 18 && century <= 20)) && isLuhn(ten);
    }

    private static boolean isLuhn(long ten) {
        long rest = ten;
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int digit = (int) (rest % 10);
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
            rest /= 10;
        }
        return sum % 10 == 0;
    }

    private static long number(String text, int from, int to, long before) {
        long number = before;
        for (int at = from; at < to; at++) {
            number = 10 * number + (text.charAt(at) - '0');
        }
        return number;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean isSeparator(char sign) {
        return switch (sign) {
            case '-', '+', ' ', '_', '.', '/', '\u00a0', '\u2010', '\u2011', '\u2012', '\u2013', '\u2212' -> true;
            default -> false;
        };
    }
}
