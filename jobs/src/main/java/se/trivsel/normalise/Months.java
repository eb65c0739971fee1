package se.trivsel.normalise;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import se.trivsel.contract.DateForm;

/**
 * The month that a cell outside the contract's columns says, by a month or by a day.
 *
 * <p>Not for days with two-digit years: their century is told by the period, which is what is looked for here.
 */
public final class Months {
    private Months() {}

    public static Optional<YearMonth> read(String text, DateForm form) {
        return DayReader.months(form, LocalDate.EPOCH)
                .read(text)
                .or(() -> DayReader.days(form, LocalDate.EPOCH).read(text))
                .map(day -> YearMonth.from(LocalDate.ofEpochDay(day)));
    }
}
