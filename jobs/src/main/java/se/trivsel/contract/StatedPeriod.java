package se.trivsel.contract;

/**
 * Where a file states its period, when its name does not.
 *
 * <p>A name that states a period goes before what the file says.
 */
public sealed interface StatedPeriod {
    /** In the months or days under a heading: from the first month in the file to the last. */
    record Column(String heading) implements StatedPeriod {}

    /**
     * On a line before the headings.
     *
     * @param number of the line, counted from 1
     * @param after the words after which it stands; empty for the beginning of the line
     */
    record Line(int number, String after) implements StatedPeriod {}
}
