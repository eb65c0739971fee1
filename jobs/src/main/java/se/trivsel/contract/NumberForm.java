package se.trivsel.contract;

import java.util.List;
import java.util.Optional;

/**
 * How a system writes numbers.
 *
 * <p>Blanks between thousands, minus signs on either side and percent signs are read wherever they stand right; only
 * what may be mistaken has to be said.
 *
 * @param decimal the decimal sign, {@code ','} or {@code '.'}
 * @param thousands what else than a blank stands between thousands
 * @param units words and signs of currency that may stand before or after a number; capital and small letters the same
 * @param zero words that mean zero, not "no value"
 */
public record NumberForm(char decimal, Optional<Character> thousands, List<String> units, List<String> zero) {
    public NumberForm {
        units = List.copyOf(units);
        zero = List.copyOf(zero);
    }

    /** Kronor, and nothing out of the ordinary. */
    public static NumberForm plain(char decimal) {
        return new NumberForm(decimal, Optional.empty(), List.of("kr"), List.of());
    }
}
