package se.trivsel.lake;

import java.math.BigDecimal;

/**
 * A column's sum, or the number of rows, as the file's own trailer states it, as the rows add up to it, and as the kept
 * rows do.
 *
 * @param column our column, or {@link #ROWS}
 * @param stated what the trailer says
 * @param read the sum over all rows that could be read, rejected ones too
 * @param kept the sum over the rows in the lake
 */
public record ControlTotal(String column, BigDecimal stated, BigDecimal read, BigDecimal kept) {
    /** Stands for the column where rows are counted; no contract has a column of that name. */
    public static final String ROWS = "rows";

    public boolean agrees() {
        return stated.compareTo(read) == 0;
    }

    /** What the trailer states and the rows that could be read do not have; negative where they have more. */
    public BigDecimal shortBy() {
        return stated.subtract(read);
    }
}
