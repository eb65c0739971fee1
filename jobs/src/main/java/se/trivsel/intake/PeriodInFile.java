package se.trivsel.intake;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Source;
import se.trivsel.contract.StatedPeriod;
import se.trivsel.extract.ByteSource;
import se.trivsel.extract.DeliveredFile;
import se.trivsel.extract.ExtractedRow;
import se.trivsel.extract.PreambleLine;
import se.trivsel.extract.RowBlock;
import se.trivsel.extract.UnreadableDelivery;
import se.trivsel.normalise.Months;
import se.trivsel.vocabulary.Period;

/**
 * What time a file covers, by what it says itself.
 *
 * <p>Cells that are no month or day are passed over: a period that is too short leaves months undelivered, and that shows. One
 * that is too long would not show, so months far from the others are not believed.
 */
public final class PeriodInFile {
    /** A year, a month or a day in digits, as {@code 2015}, {@code 2015-03}, {@code 201503} or {@code 20150331}. */
    private static final Pattern TIME =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?:-(\\d{2})(?:-\\d{2})?|(\\d{2})(?:\\d{2})?)?(?!\\d)");

    /** Nothing of what is looked at depends on the period that is looked for. */
    private static final Period ANY = Period.year(2000);

    private static final int QUARTER = 3;

    private PeriodInFile() {}

    /**
     * The period, or nothing where the agreed place does not say it.
     *
     * @throws UnreadableDelivery when the file cannot be taken apart
     */
    public static Optional<Period> read(ByteSource bytes, Source source, Contract contract)
            throws IOException, UnreadableDelivery {
        Optional<StatedPeriod> stated = source.period();
        if (stated.isPresent() && stated.get() instanceof StatedPeriod.Line line) {
            return onLine(PreambleLine.read(bytes, source.format().layout(), line.number()), line.after());
        }
        if (stated.isPresent() && stated.get() instanceof StatedPeriod.Column column) {
            return inRows(bytes, source.whole(), contract, source.cellUnder(column.heading(), contract));
        }
        return Optional.empty();
    }

    /** One time, or two that are the ends; with more of them nobody knows which are meant. */
    static Optional<Period> onLine(String line, String after) {
        int at = line.indexOf(after);
        if (at < 0) {
            return Optional.empty();
        }
        List<Period> times = new ArrayList<>();
        Matcher time = TIME.matcher(line.substring(at + after.length()));
        try {
            while (time.find()) {
                int year = Integer.parseInt(time.group(1));
                String month = Optional.ofNullable(time.group(2)).orElse(time.group(3));
                times.add(
                        month == null ? Period.year(year) : Period.month(YearMonth.of(year, Integer.parseInt(month))));
            }
            return times.isEmpty() || times.size() > 2
                    ? Optional.empty()
                    : Optional.of(new Period(
                            times.get(0).from(), times.get(times.size() - 1).to()));
        } catch (DateTimeException | IllegalArgumentException notAPeriod) {
            return Optional.empty();
        }
    }

    private static Optional<Period> inRows(ByteSource bytes, Source source, Contract contract, int cell)
            throws IOException, UnreadableDelivery {
        var months = new TreeSet<YearMonth>();
        try (DeliveredFile file = DeliveredFile.open(bytes, source, contract, ANY)) {
            boolean isLast = false;
            while (!isLast) {
                RowBlock block = file.next();
                for (ExtractedRow row : block.rows()) {
                    if (row.fault().isEmpty()) {
                        Months.read(row.cells().get(cell), source.format().dates())
                                .ifPresent(months::add);
                    }
                }
                isLast = block.last();
            }
        }
        return months.isEmpty() || hasGap(months)
                ? Optional.empty()
                : Optional.of(new Period(months.first(), months.last()));
    }

    /** One wrong year would make empty months of all those in between, and replace what was delivered of them. */
    private static boolean hasGap(SortedSet<YearMonth> months) {
        YearMonth before = months.first();
        for (YearMonth month : months) {
            if (month.isAfter(before.plusMonths(QUARTER))) {
                return true;
            }
            before = month;
        }
        return false;
    }
}
