package se.trivsel.lake;

import java.math.BigDecimal;

/**
 * A column's sum as the file's own trailer states it, as the rows add up to it, and as the kept rows do.
 *
 * @param stated what the trailer says
 * @param read the sum over all rows that could be read, rejected ones too
 * @param kept the sum over the rows in the lake
 */
public record ControlTotal(String column, BigDecimal stated, BigDecimal read, BigDecimal kept) {}
