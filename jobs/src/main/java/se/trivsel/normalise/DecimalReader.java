package se.trivsel.normalise;

import java.util.Optional;
import se.trivsel.contract.ColumnType;
import se.trivsel.vocabulary.FindingCode;

/**
 * Numbers with a source's decimal sign: {@code 1 234,50}, {@code -12,5}, {@code 12,5-}, {@code 25 %}, {@code 10 kr}.
 *
 * <p>Blanks separate thousands, ordinary, narrow and no-break ones alike; anywhere else between digits they are a fault,
 * for two numbers in a cell must not become one. A number with more decimals than the column holds is refused, never
 * rounded; zeros at the end do not count.
 */
final class DecimalReader implements CellReader {
    private final char decimalSign;
    private final int scale;
    private final long limit;
    private final int shift;

    /** Reads amounts of the column's own unit, or of a hundredth of it where the source writes percent. */
    DecimalReader(ColumnType.Decimal type, char decimalSign, boolean isPercent) {
        this.decimalSign = decimalSign;
        this.scale = type.scale();
        this.limit = power(type.precision());
        this.shift = isPercent ? 2 : 0;
    }

    @Override
    public Optional<Long> read(String text) {
        int end = withoutUnit(text);
        int at = 0;
        boolean isNegative = false;
        if (end > 0 && isMinus(text.charAt(end - 1))) {
            isNegative = true;
            end--;
        } else if (end > 0 && (isMinus(text.charAt(0)) || text.charAt(0) == '+')) {
            isNegative = text.charAt(0) != '+';
            at = 1;
        }
        if (!isGrouped(text, at, end)) {
            return Optional.empty();
        }
        long number = 0;
        int digits = 0;
        int decimals = -1;
        for (; at < end; at++) {
            char sign = text.charAt(at);
            if (sign >= '0' && sign <= '9') {
                if (decimals >= 0 && decimals + shift >= scale) {
                    if (sign != '0') {
                        return Optional.empty();
                    }
                    continue;
                }
                if (digits > 0 || sign != '0') {
                    digits++;
                }
                if (digits > 18) {
                    return Optional.empty();
                }
                number = number * 10 + sign - '0';
                decimals = decimals >= 0 ? decimals + 1 : decimals;
            } else if (sign == decimalSign && decimals < 0) {
                decimals = 0;
            } else if (!isBlank(sign) || decimals >= 0) {
                return Optional.empty();
            }
        }
        return scaled(text, end, number, Math.max(0, decimals) + shift, isNegative);
    }

    private Optional<Long> scaled(String text, int end, long number, int decimals, boolean isNegative) {
        if (!hasDigit(text, end)) {
            return Optional.empty();
        }
        if (decimals > scale) {
            long divisor = power(decimals - scale);
            return number % divisor == 0 ? within(number / divisor, isNegative) : Optional.empty();
        }
        long factor = power(scale - decimals);
        return number <= Long.MAX_VALUE / factor ? within(number * factor, isNegative) : Optional.empty();
    }

    private Optional<Long> within(long unscaled, boolean isNegative) {
        return unscaled < limit ? Optional.of(isNegative ? -unscaled : unscaled) : Optional.empty();
    }

    private static int withoutUnit(String text) {
        int end = text.length();
        if (text.endsWith("%")) {
            end--;
        } else if (text.endsWith("kr")) {
            end -= 2;
        }
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** Whether the blanks before the decimal sign leave groups of three digits, the first of them perhaps of fewer. */
    private boolean isGrouped(String text, int start, int end) {
        int group = 0;
        boolean isFirst = true;
        for (int at = start; at < end && text.charAt(at) != decimalSign; at++) {
            if (!isBlank(text.charAt(at))) {
                group++;
            } else if (group > 0 || !isFirst) {
                if (isFirst ? group > 3 : group != 3) {
                    return false;
                }
                isFirst = false;
                group = 0;
            }
        }
        return isFirst || group == 3;
    }

    private static boolean hasDigit(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static boolean isMinus(char sign) {
        return sign == '-' || sign == '\u2212';
    }

    private static boolean isBlank(char sign) {
        return sign == ' ' || sign == '\u00a0' || sign == '\u202f';
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    @Override
    public FindingCode fault() {
        return FindingCode.NOT_A_NUMBER;
    }
}
