package se.trivsel.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

/** What a cell says, before a system has put it in its own way. */
sealed interface Cell {
    /** A text, or one of our codes. */
    record Word(String text) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    record Month(YearMonth month) implements Cell {}

    record Quantity(BigDecimal value) implements Cell {}

    record Flag(boolean holds) implements Cell {}

    /** A person, whom some systems know by the personal number and some by a number of their own. */
    record Person(Individual individual) implements Cell {}

    /** Characters that are written as they are, whatever the system would write: a fault. */
    record Verbatim(String text) implements Cell {}
}
