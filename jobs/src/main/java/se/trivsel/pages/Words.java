package se.trivsel.pages;

import se.trivsel.report.SwedishFigures;

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
}
