package se.trivsel.cli;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import se.trivsel.report.SwedishDates;
import se.trivsel.report.SwedishFigures;
import se.trivsel.report.SwedishNumbers;
import se.trivsel.vocabulary.Period;

/** Figures, rows and periods in Swedish words. A value that is not there is told in words too, never as nought. */
final class FigureText {
    private static final Pattern PSEUDONYM = Pattern.compile("([0-9a-f]{10})[0-9a-f]{22}");

    private FigureText() {}

    static String value(ExplainedFigure figure) {
        return figure.value()
                .map(value -> SwedishFigures.inUnit(value, figure.unit()))
                .orElse(figure.status().isEmpty() ? "finns inte för perioden" : "visas inte");
    }

    static String valueWithInterval(ExplainedFigure figure) {
        if (figure.lowerBound().isEmpty() || figure.upperBound().isEmpty()) {
            return value(figure);
        }
        return value(figure) + " (95 procents intervall: "
                + SwedishFigures.inUnit(figure.lowerBound().get(), figure.unit()) + " till "
                + SwedishFigures.inUnit(figure.upperBound().get(), figure.unit()) + ")";
    }

    /** {@code 14. De som slutat}, or the words alone. */
    static String before(Optional<BigDecimal> number, String words) {
        return number.map(some -> SwedishFigures.number(some) + ". " + words).orElse(words);
    }

    static String rows(long rows) {
        return SwedishNumbers.counted(rows, "rad", "rader");
    }

    /** How many rows, and their sum where they weigh something. */
    static String weight(CountedSide side, CountedSide.Kind kind) {
        return side.isSum() ? rows(kind.rows()) + ", " + SwedishFigures.number(kind.quantity()) : rows(kind.rows());
    }

    /** A pseudonym cut short, to be read; anything else whole. */
    static String subject(String key) {
        return PSEUDONYM.matcher(key).replaceAll("$1…");
    }

    static String period(FigureKey key) {
        var from = YearMonth.from(key.periodStart());
        var to = from.plusMonths(11);
        return switch (key.periodType()) {
            case "month", "november" -> SwedishDates.period(Period.month(from));
            case "year" -> SwedishDates.period(new Period(from, to));
            default -> "tolv månader till och med " + SwedishDates.period(Period.month(to));
        };
    }

    /** How a figure comes of its rows. */
    static String how(CountedSide side, int monthEnds) {
        if (monthEnds > 1) {
            return "medel av " + monthEnds + " månadsslut";
        }
        String how = switch (side.total()) {
            case COUNT -> "antal";
            case SUM -> "summa";
            case SUM_WITHOUT_SIGN -> "summa utan tecken";
            case SUBJECTS -> "olika personer";
            case MEDIAN -> "median";
            case P10 -> "tionde percentilen";
            case P90 -> "nittionde percentilen";
            case P90_OF_SUBJECTS -> "nittionde percentilen av antalet per person";
            case POPULATION -> "uppskattning";
        };
        return side.orFewer().isEmpty() ? how : "det lägre av två " + how;
    }
}
