package se.trivsel.extract;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a number in a sheet is shown as.
 *
 * <p>A day is a number like any other to the file: only the format of its cell tells that it is one.
 */
enum CellFormat {
    NUMBER,
    PERCENT,
    DAY,
    TIME;

    /** What stands for itself in a format: quoted, after a backslash, or as wide as a sign; and colours and countries. */
    private static final Pattern NO_PLACEHOLDERS = Pattern.compile("\"[^\"]*\"?|[\\\\_*].|\\[(?![hms]+])[^]]*]?");

    private static final Pattern FIRST_SECTION = Pattern.compile(";.*", Pattern.DOTALL);

    /** A format without a text of its own, known by its number alone (ECMA-376 part 1, 18.8.30). */
    static CellFormat builtIn(int id) {
        return switch (id) {
            case 9, 10 -> PERCENT;
            case 14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> DAY;
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56 -> TIME;
            default -> NUMBER;
        };
    }

    /** By its text, such as {@code yyyy-mm-dd} or {@code # ##0,00 "kr"}; a lone {@code m} is a month. */
    static CellFormat of(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        String shown = NO_PLACEHOLDERS.matcher(lower).replaceAll("");
        shown = FIRST_SECTION.matcher(shown).replaceFirst("");
        if (shown.strip().equals("general") || shown.contains("@")) {
            return NUMBER;
        }
        if (hasAny(shown, "yd")) {
            return DAY;
        }
        if (hasAny(shown, "hs")) {
            return TIME;
        }
        if (shown.contains("m")) {
            return shown.contains("[") ? TIME : DAY;
        }
        return shown.contains("%") ? PERCENT : NUMBER;
    }

    private static boolean hasAny(String shown, String letters) {
        return shown.chars().anyMatch(sign -> letters.indexOf(sign) >= 0);
    }
}
