package se.trivsel.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Figures as a Swedish reader writes them: {@code 1 234,5 %}.
 *
 * <p>The spaces are no-break spaces, so that a number is never broken over two lines; halves are rounded up, once, on
 * the exact quotient, before they are written: what is nought then has no sign.
 */
public final class SwedishNumbers {
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char MINUS = '\u2212';
    private static final int MOST_DECIMALS = 6;

    private SwedishNumbers() {}

    /** {@code 4 812}. */
    public static String count(long number) {
        return format("#,##0").format(number);
    }

    /** To a whole number, however large: {@code 1 204 500}. */
    public static String rounded(BigDecimal number) {
        return decimal(number, 0);
    }

    /** As it is, with the decimals it has: {@code 16 585,69}. */
    public static String exact(BigDecimal number) {
        return format("#,##0.######").format(number.setScale(MOST_DECIMALS, RoundingMode.HALF_UP));
    }

    /** With so many decimals, noughts too: {@code 145,2}. */
    public static String decimal(BigDecimal number, int decimals) {
        return format(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals))
                .format(number.setScale(decimals, RoundingMode.HALF_UP));
    }

    /** A part of a whole with one decimal: {@code 12,5 %}. */
    public static String percent(long part, long whole) {
        var share =
                BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        return format("#,##0.0").format(share) + NO_BREAK_SPACE + "%";
    }

    /** {@code 1 rad}, {@code 2 rader}. */
    public static String counted(long number, String one, String many) {
        return count(number) + NO_BREAK_SPACE + (number == 1 ? one : many);
    }

    /** For what is rounded already. A new one each time: a DecimalFormat is not safe between threads. */
    private static DecimalFormat format(String pattern) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        symbols.setDecimalSeparator(',');
        symbols.setMinusSign(MINUS);
        var format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        return format;
    }
}
