package se.trivsel.contract;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import se.trivsel.vocabulary.Period;

/**
 * A question to a source database, and the files its answers become.
 *
 * <p>Only whole months and years are asked for: a file says that its period is told to the end.
 *
 * @param file the answer's file name; what period it names says what is asked for at a time
 * @param sql in the database's own dialect; <code>{from}</code> and <code>{to}</code> are the period's first and last day
 * @param last how many months or years back from the last whole one
 */
public record Query(FilePattern file, String sql, int last) {
    /** What is asked for on a day, oldest first: a file for each year or month, or one for all the months. */
    public List<Period> periods(LocalDate today) {
        if (file.text().contains("{year}")) {
            int lastYear = today.getYear() - 1;
            return IntStream.rangeClosed(lastYear - last + 1, lastYear)
                    .mapToObj(Period::year)
                    .toList();
        }
        YearMonth lastMonth = YearMonth.from(today).minusMonths(1);
        YearMonth first = lastMonth.minusMonths(last - 1L);
        if (file.text().contains("{month}")) {
            return IntStream.range(0, last)
                    .mapToObj(months -> Period.month(first.plusMonths(months)))
                    .toList();
        }
        return List.of(new Period(first, lastMonth));
    }
}
