package se.trivsel.normalise;

import java.util.List;
import se.trivsel.vocabulary.Finding;

/**
 * What became of a block of rows.
 *
 * @param warnings what there is to say about rows that were kept
 * @param last whether the delivery ends here
 */
public record NormalisedBlock(
        List<NormalisedRow> rows, List<RejectedRow> rejected, List<Finding> warnings, boolean last) {
    public NormalisedBlock {
        rows = List.copyOf(rows);
        rejected = List.copyOf(rejected);
        warnings = List.copyOf(warnings);
    }
}
