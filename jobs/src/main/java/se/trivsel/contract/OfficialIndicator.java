package se.trivsel.contract;

/**
 * A figure of the official statistics, and which of ours it is held beside.
 *
 * <p>Two figures of one name are seldom one figure: what is known to differ is told in Swedish, and explains a difference
 * without saying how large it may be.
 *
 * @param id what its publisher calls it, such as {@code N00090} in Kolada
 * @param group of {@code core.staff_group}
 * @param part {@code value}, or {@code denominator} where the official figure is a number of persons that ours divides by
 * @param period {@code year}, or {@code november} for our month of November
 * @param definition how what is counted differs; empty where it does not
 * @param population how those it is counted for differ
 * @param time how the time it is counted for differs
 */
public record OfficialIndicator(
        String id,
        String title,
        String measure,
        String group,
        String part,
        String period,
        String definition,
        String population,
        String time) {}
