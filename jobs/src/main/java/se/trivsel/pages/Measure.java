package se.trivsel.pages;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A measure as the release's catalogue has it.
 *
 * <p>A code is part of an address, in lower case.
 *
 * @param unit {@code share}, {@code ratio}, {@code count}, {@code days}, {@code hours}, {@code sek} or {@code index}
 * @param direction {@code lower_is_better}, {@code higher_is_better} or {@code none}
 * @param interval {@code wilson}, {@code byar} or {@code none}
 * @param official the official counterpart's id; empty where there is none
 */
public record Measure(
        String code,
        String version,
        LocalDate validFrom,
        String family,
        String name,
        String definition,
        String numerator,
        String denominator,
        String population,
        String unit,
        String direction,
        String interval,
        int smallestGroup,
        String official) {
    Frame.Link link() {
        return new Frame.Link(page(), name);
    }

    String page() {
        return "matt/" + code.toLowerCase(Locale.ROOT) + ".html";
    }
}
