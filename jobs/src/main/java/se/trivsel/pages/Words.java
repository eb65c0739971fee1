package se.trivsel.pages;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import se.trivsel.report.SwedishFigures;
import se.trivsel.report.SwedishNumbers;

/** Figures in words, with the sign for what is missing where there is no value: never nought, never nothing. */
final class Words {
    private Words() {}

    static String value(Figure figure, Measure measure, Catalogue catalogue) {
        return figure.value()
                .map(value -> SwedishFigures.inUnit(value, measure.unit()))
                .orElseGet(() -> catalogue.status(figure.status()).sign());
    }

    /** {@code 4,7–44,8 %}; empty where none can be given. */
    static String interval(Figure figure, Measure measure) {
        if (figure.lower().isEmpty() || figure.upper().isEmpty()) {
            return "";
        }
        return SwedishFigures.plain(figure.lower().get(), measure.unit()) + "–"
                + SwedishFigures.inUnit(figure.upper().get(), measure.unit());
    }

    /** The value without its unit, for a column whose heading has it. */
    static String plain(Figure figure, Measure measure, Catalogue catalogue) {
        return plain(figure.value(), measure, catalogue.status(figure.status()).sign());
    }

    /** A number without its unit, or what stands for one that is missing. */
    static String plain(Optional<BigDecimal> number, Measure measure, String missing) {
        return number.map(value -> SwedishFigures.plain(value, measure.unit())).orElse(missing);
    }

    /** {@code Värde (%)}: what is in a column, with the unit that its cells leave out. */
    static String heading(String what, Measure measure) {
        String unit = SwedishFigures.unit(measure.unit());
        return unit.isEmpty() ? what : what + " (" + unit + ")";
    }

    /** What to bear in mind of a value, or why there is none. */
    static String remarks(Figure figure, Catalogue catalogue) {
        return figure.value().isPresent()
                ? figure.cautions().stream().map(catalogue::caution).collect(Collectors.joining("; "))
                : catalogue.status(figure.status()).label();
    }

    /** How many persons or cases a figure is about; empty where it is about neither. */
    static String persons(Figure figure, Measure measure) {
        return figure.n()
                .filter(n -> measure.smallestGroup() > 0)
                .map(SwedishNumbers::count)
                .orElse("");
    }

    /** What a text begins with; all of it where it is one sentence. */
    static String firstSentence(String text) {
        return text.replaceFirst("(?s)(?<=[a-zåäö0-9)”]\\.)\\s+(?=[A-ZÅÄÖ]).*", "");
    }

    /** A verdict or the reason for a missing value, where there is little room: what stands before the rest of it. */
    static String brief(String words) {
        return words.replaceFirst("[:,;].*", "");
    }
}
