package se.trivsel.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A published figure of a municipality as a whole, or why there is none.
 *
 * @param periodType {@code month}, {@code november}, {@code rolling_12} or {@code year}
 * @param lower of the 95 per cent interval, where one can be given
 * @param n persons that it is about; nothing where it is not about persons
 * @param denominator what it is a part of, where it is one
 * @param status {@code ok}, or why there is no value
 * @param cautions codes, see {@code bi.caution}
 */
record Figure(
        String municipality,
        String measure,
        String periodType,
        LocalDate periodStart,
        Optional<BigDecimal> value,
        Optional<BigDecimal> lower,
        Optional<BigDecimal> upper,
        Optional<Long> n,
        Optional<BigDecimal> denominator,
        String status,
        List<String> cautions) {
    Figure {
        cautions = List.copyOf(cautions);
    }

    Stretch stretch() {
        return new Stretch(periodType, periodStart);
    }

    YearMonth lastMonth() {
        return stretch().lastMonth();
    }
}
