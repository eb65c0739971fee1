package se.trivsel.pages;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A municipality's figure beside its group's.
 *
 * @param verdict see {@code bi.verdict}
 */
record Comparison(Middle middle, String verdict) {

    /** The middle half of a group and its median, unweighted; nothing where the group has too few values. */
    record Middle(Optional<BigDecimal> lower, Optional<BigDecimal> median, Optional<BigDecimal> upper) {
        static final Middle UNKNOWN = new Middle(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
