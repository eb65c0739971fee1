package se.trivsel.normalise;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import se.trivsel.contract.MonthDay;
import se.trivsel.vocabulary.FindingCode;

/** Days of which some are written as a month only; a whole date always goes before. */
record MonthAsDay(DayReader days, DayReader months, MonthDay meant) implements CellReader {
    @Override
    public Optional<Integer> read(String text) {
        Optional<Integer> day = days.read(text);
        return day.isPresent() ? day : months.read(text).map(this::inMonth);
    }

    private int inMonth(int first) {
        return switch (meant) {
            case FIRST -> first;
            case LAST ->
                Math.toIntExact(LocalDate.ofEpochDay(first)
                        .with(TemporalAdjusters.lastDayOfMonth())
                        .toEpochDay());
        };
    }

    @Override
    public FindingCode fault() {
        return days.fault();
    }
}
