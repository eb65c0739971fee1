package se.trivsel.warehouse;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import se.trivsel.vocabulary.FindingCode;

/**
 * What a rule between rows found in one delivery and organisational unit.
 *
 * <p>The count is exact, the lines are only the first. A finding about the delivery as a whole has no lines.
 *
 * @param unit the unit's code, where the rows belong to one
 * @param sizes of the delivery and the one before it, where that is what was found
 */
public record RuleFinding(
        String deliveryId,
        FindingCode code,
        Optional<String> unit,
        long count,
        List<Integer> lines,
        Optional<SizeChange> sizes) {
    public RuleFinding {
        lines = List.copyOf(lines);
    }

    /**
     * How large a delivery and the one before it are for each month they cover.
     *
     * @param column what is summed; none when rows are counted
     * @param fileBefore the name of the file that the delivery before came in
     */
    public record SizeChange(Optional<String> column, BigDecimal before, BigDecimal now, String fileBefore) {}
}
