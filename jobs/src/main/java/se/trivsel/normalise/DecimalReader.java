package se.trivsel.normalise;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.trivsel.contract.ColumnType;
import se.trivsel.contract.NumberForm;
import se.trivsel.vocabulary.FindingCode;

/**
 * Numbers with a source's decimal sign: {@code 1 234,50}, {@code -12,5}, {@code 12,5-}, {@code 25 %}, {@code 10 kr}.
 *
 * <p>Blanks separate thousands, ordinary, narrow and no-break ones alike, and so does the sign that the source names;
 * anywhere else between digits they are a fault, for two numbers in a cell must not become one. A sign stands on one
 * side only, and so does a unit. A number with more decimals than the column holds is refused, never
 * rounded; zeros at the end do not count.
 */
final class DecimalReader implements CellReader {
    private static final Optional<Long> ZERO = Optional.of(0L);

    private final char decimalSign;
    private final char thousandsSign;
    private final List<String> units;
    private final Set<String> zero;
    private final int scale;
    private final long limit;
    private final int shift;

    /** Reads amounts of the column's own unit, or of a hundredth of it where the source writes percent. */
    DecimalReader(ColumnType.Decimal type, NumberForm form, boolean isPercent) {
        this.decimalSign = form.decimal();
        this.thousandsSign = form.thousands().orElse(' ');
        this.units = form.units();
        this.zero = Set.copyOf(form.zero());
        this.scale = type.scale();
        this.limit = power(type.precision());
        this.shift = isPercent ? 2 : 0;
    }

    @Override
    public Optional<Long> read(String text) {
        Optional<Long> number = number(text);
        return number.isPresent() || !zero.contains(text) ? number : ZERO;
    }

    private Optional<Long> number(String text) {
        int at = 0;
        int end = text.length();
        int minuses = 0;
        int signs = 0;
        int found = 0;
        for (boolean isOutside = true; isOutside && at < end; ) {
            char sign = text.charAt(at);
            int unit = isDigit(sign) ? 0 : unitAt(text, at, end);
            isOutside = isMinus(sign) || sign == '+' || unit > 0;
            signs += isOutside && unit == 0 ? 1 : 0;
            minuses += isMinus(sign) && unit == 0 ? 1 : 0;
            found += unit > 0 ? 1 : 0;
            at += isOutside ? Math.max(1, unit) : 0;
            at = isOutside ? afterBlanks(text, at, end) : at;
        }
        for (boolean isOutside = true; isOutside && at < end; ) {
            char sign = text.charAt(end - 1);
            int unit = isDigit(sign) ? 0 : unitBefore(text, at, end);
            isOutside = isMinus(sign) || unit > 0;
            signs += isOutside && unit == 0 ? 1 : 0;
            minuses += isMinus(sign) && unit == 0 ? 1 : 0;
            found += unit > 0 ? 1 : 0;
            end -= isOutside ? Math.max(1, unit) : 0;
            end = isOutside ? beforeBlanks(text, at, end) : end;
        }
        return signs > 1 || found > 1 ? Optional.empty() : number(text, at, end, minuses == 1);
    }

    private Optional<Long> number(String text, int start, int end, boolean isNegative) {
        int at = start;
        if (!isGrouped(text, at, end)) {
            return Optional.empty();
        }
        long number = 0;
        int digits = 0;
        int decimals = -1;
        for (; at < end; at++) {
            char sign = text.charAt(at);
            if (isDigit(sign)) {
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
            } else if (!isThousands(sign) || decimals >= 0) {
                return Optional.empty();
            }
        }
        return scaled(hasDigit(text, start, end), number, Math.max(0, decimals) + shift, isNegative);
    }

    private Optional<Long> scaled(boolean hasDigit, long number, int decimals, boolean isNegative) {
        if (!hasDigit) {
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

    /** How many characters a unit takes that begins here; none where there is no unit. */
    private int unitAt(String text, int at, int end) {
        for (String unit : units) {
            if (unit.length() <= end - at && text.regionMatches(true, at, unit, 0, unit.length())) {
                return unit.length();
            }
        }
        return 0;
    }

    private int unitBefore(String text, int start, int end) {
        if (text.charAt(end - 1) == '%') {
            return 1;
        }
        for (String unit : units) {
            int at = end - unit.length();
            if (at >= start && text.regionMatches(true, at, unit, 0, unit.length())) {
                return unit.length();
            }
        }
        return 0;
    }

    private static int afterBlanks(String text, int start, int end) {
        int at = start;
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int beforeBlanks(String text, int start, int end) {
        int at = end;
        while (at > start && isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Whether what separates thousands leaves groups of three digits, the first of them perhaps of fewer. */
    private boolean isGrouped(String text, int start, int end) {
        int group = 0;
        boolean isFirst = true;
        for (int at = start; at < end && text.charAt(at) != decimalSign; at++) {
            if (!isThousands(text.charAt(at))) {
                group++;
                continue;
            }
            if (isFirst ? group == 0 || group > 3 : group != 3) {
                return false;
            }
            isFirst = false;
            group = 0;
        }
        return isFirst || group == 3;
    }

    private static boolean hasDigit(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isThousands(char sign) {
        return sign == thousandsSign || isBlank(sign);
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
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
