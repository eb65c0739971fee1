package se.trivsel.contract;

import java.util.Optional;

/**
 * The rows of deliveries that a measure can be followed back to.
 *
 * <p>A denominator without rows is no mistake: the population of a municipality is delivered by nobody.
 *
 * @param notTold why no rows can be told, in Swedish; there is a numerator otherwise
 */
public record MeasureRows(
        Optional<CountedRows> numerator, Optional<CountedRows> denominator, Optional<String> notTold) {
    static MeasureRows read(Entry entry) {
        if (entry.has("not_told") && entry.has("numerator")) {
            entry.at("not_told").problem("says why there are no rows, and numerator names them; leave one out");
        }
        return new MeasureRows(side(entry, "numerator"), side(entry, "denominator"), entry.find("not_told"));
    }

    private static Optional<CountedRows> side(Entry entry, String name) {
        return entry.has(name) ? Optional.of(CountedRows.read(entry.at(name))) : Optional.empty();
    }
}
