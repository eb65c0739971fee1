package se.trivsel.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Values of measures as a Swedish reader writes them, each by its measure's unit.
 *
 * <p>The one place where a figure is rounded to be read; a share is a part of one here and per cent there.
 */
public final class SwedishFigures {
    private SwedishFigures() {}

    /** {@code 12,5 %}, {@code 0,23}, {@code 123,0 dagar}, {@code 16 586 kr}. */
    public static String inUnit(BigDecimal value, String unit) {
        return plain(value, unit)
                + switch (unit) {
                    case "share" -> "\u00a0%";
                    case "days" -> "\u00a0dagar";
                    case "hours" -> "\u00a0timmar";
                    case "sek" -> "\u00a0kr";
                    default -> "";
                };
    }

    /** The same without the word or sign of the unit, for a column whose heading has it. */
    public static String plain(BigDecimal value, String unit) {
        return switch (unit) {
            case "share" -> SwedishNumbers.decimal(value.movePointRight(2), 1);
            case "ratio" -> SwedishNumbers.decimal(value, 2);
            case "days", "hours" -> SwedishNumbers.decimal(value, 1);
            case "sek" -> SwedishNumbers.rounded(value);
            default -> number(value);
        };
    }

    /** {@code %}, {@code dagar}; empty for what has none. */
    public static String unit(String unit) {
        return switch (unit) {
            case "share" -> "%";
            case "days" -> "dagar";
            case "hours" -> "timmar";
            case "sek" -> "kr";
            case "index" -> "index 0–100";
            default -> "";
        };
    }

    /** To two decimals, or as many as there are. */
    public static String number(BigDecimal number) {
        return SwedishNumbers.exact(number.setScale(2, RoundingMode.HALF_UP));
    }
}
