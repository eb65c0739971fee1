package se.trivsel.warehouse;

import java.util.List;
import java.util.Optional;
import se.trivsel.vocabulary.FindingCode;

/**
 * What a rule between rows found in one delivery and organisational unit.
 *
 * <p>The count is exact, the lines are only the first. A finding about the delivery as a whole has no lines.
 *
 * @param unit the unit's code, where the rows belong to one
 */
public record RuleFinding(String deliveryId, FindingCode code, Optional<String> unit, long count, List<Integer> lines) {
    public RuleFinding {
        lines = List.copyOf(lines);
    }
}
