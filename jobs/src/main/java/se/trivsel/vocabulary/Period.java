package se.trivsel.vocabulary;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole months that a delivery covers, first and last included.
 *
 * <p>A delivery covers a month also when no row falls in it: nothing happened is something else than nothing is known.
 */
public record Period(YearMonth from, YearMonth to) implements Comparable<Period> {
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period ends before it begins: " + from + " to " + to);
        }
    }

    public static Period month(YearMonth month) {
        return new Period(month, month);
    }

    /** Reads a year, a month or both ends, as people write them: {@code 2015}, {@code 2015-03}, {@code 2015-01--2015-03}. */
    public static Optional<Period> read(String text) {
        try {
            if (text.length() == 4) {
                return Optional.of(year(Integer.parseInt(text)));
            }
            String[] ends = text.split("--", 2);
            return Optional.of(new Period(YearMonth.parse(ends[0]), YearMonth.parse(ends[ends.length - 1])));
        } catch (DateTimeException | IllegalArgumentException notAPeriod) {
            return Optional.empty();
        }
    }

    public static Period year(int year) {
        return new Period(YearMonth.of(year, 1), YearMonth.of(year, 12));
    }

    public boolean contains(Period other) {
        return !from.isAfter(other.from) && !to.isBefore(other.to);
    }

    public Stream<YearMonth> months() {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1));
    }

    @Override
    public int compareTo(Period other) {
        int byStart = from.compareTo(other.from);
        return byStart != 0 ? byStart : to.compareTo(other.to);
    }

    /** {@code 201501-201512}: as it stands in the names of files and deliveries. */
    public String compact() {
        return (from + "-" + to).replaceAll("(\\d{4})-(\\d{2})", "$1$2");
    }

    /** {@code 2015-03} for a month, {@code 2015-01--2015-12} for more. */
    @Override
    public String toString() {
        return from.equals(to) ? from.toString() : from + "--" + to;
    }
}
