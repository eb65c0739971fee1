package se.trivsel.pages;

import java.math.BigDecimal;

/** A measure and the figure that a municipality is told it by; it has a value. */
record ToldMeasure(Measure measure, Figure figure) {
    BigDecimal value() {
        return figure.value().orElseThrow();
    }
}
