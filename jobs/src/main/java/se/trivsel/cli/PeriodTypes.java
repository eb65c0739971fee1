package se.trivsel.cli;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Optional;
import se.trivsel.vocabulary.Period;

/**
 * The kinds of periods that a measure is given for.
 *
 * <p>A month of a measure that has none stands for the twelve months that end with it. A November is that month: the figures of both
 * are the same where a measure has both.
 */
record PeriodTypes(boolean hasMonths, boolean hasNovembers, boolean hasTwelveMonths, boolean hasYears) {
    /** The figure of that period; none where the measure has no such. */
    Optional<FigureKey> key(String municipality, String group, Period asked) {
        LocalDate first = asked.from().atDay(1);
        boolean isYear = asked.equals(Period.year(first.getYear()));
        if (isYear && hasYears) {
            return Optional.of(new FigureKey(municipality, group, "year", first));
        }
        boolean isMonth = asked.from().equals(asked.to());
        if (isMonth && hasMonths) {
            return Optional.of(new FigureKey(municipality, group, "month", first));
        }
        if (isMonth && hasNovembers && first.getMonth() == Month.NOVEMBER) {
            return Optional.of(new FigureKey(municipality, group, "november", first));
        }
        LocalDate twelveMonths = asked.to().minusMonths(11).atDay(1);
        return hasTwelveMonths && (isMonth || twelveMonths.equals(first))
                ? Optional.of(new FigureKey(municipality, group, "rolling_12", twelveMonths))
                : Optional.empty();
    }

    String inWords() {
        var words = new ArrayList<String>();
        if (hasMonths) {
            words.add("month");
        }
        if (hasNovembers) {
            words.add("November");
        }
        if (hasTwelveMonths) {
            words.add("twelve months");
        }
        if (hasYears) {
            words.add("year");
        }
        return String.join(", ", words);
    }
}
