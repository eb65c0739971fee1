package se.trivsel.report;

import java.util.regex.Pattern;
import se.trivsel.normalise.WrittenPersonalNumber;

/**
 * Words that a sender chose, made safe to show: one line, no sign that changes how the line is read.
 *
 * <p>Escaping is not done here; the pages do that themselves. A heading with a long run of digits is not shown: in a
 * file without a heading line the "headings" are somebody's data.
 */
final class Shown {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");
    private static final Pattern LOOKS_LIKE_A_VALUE = Pattern.compile("\\d{5}|\\d{4}-\\d{2}");
    private static final Pattern LOOKS_LIKE_A_PERSON = Pattern.compile("\\d{6}[-+ ]?\\d{4}");
    private static final int LONGEST_HEADING = 60;

    private Shown() {}

    static String line(String text) {
        return UNSEEN.matcher(text).replaceAll("\ufffd").strip();
    }

    /** A file's name, in which somebody may have written whom it is about. */
    static String fileName(String name) {
        return line(WrittenPersonalNumber.hidden(name));
    }

    static boolean isSafeHeading(String heading) {
        return heading.length() <= LONGEST_HEADING
                && !LOOKS_LIKE_A_VALUE.matcher(heading).find();
    }

    /** A unit's code may well be a number, but not one that a person has. */
    static boolean isSafeUnit(String unit) {
        return unit.length() <= LONGEST_HEADING
                && !LOOKS_LIKE_A_PERSON.matcher(unit).find();
    }
}
