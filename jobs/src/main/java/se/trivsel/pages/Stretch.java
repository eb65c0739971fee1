package se.trivsel.pages;

import java.time.LocalDate;
import java.time.YearMonth;
import se.trivsel.report.SwedishDates;
import se.trivsel.vocabulary.Period;

/** The time that a figure is about: a kind of period and its first day. Windows of twelve months overlap one another. */
record Stretch(String type, LocalDate start) {
    private static final int MONTHS_OF_A_YEAR = 12;

    YearMonth lastMonth() {
        return isLong() ? YearMonth.from(start).plusMonths(MONTHS_OF_A_YEAR - 1) : YearMonth.from(start);
    }

    private boolean isLong() {
        return type.equals("year") || type.equals("rolling_12");
    }

    /** Whether it is one of the times by which a course is drawn: of twelve months those from a quarter's beginning. */
    boolean isOfCourse(String courseBy) {
        return type.equals(courseBy) && (!type.equals("rolling_12") || start.getMonthValue() % 3 == 1);
    }

    /** {@code 2017}, {@code november 2017}, {@code april 2016–mars 2017}. */
    String inWords() {
        return SwedishDates.period(new Period(YearMonth.from(start), lastMonth()));
    }
}
