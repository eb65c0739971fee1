package se.trivsel.normalise;

import java.util.List;
import se.trivsel.vocabulary.Finding;

/**
 * What became of a block of rows.
 *
 * @param warnings what there is to say about rows that were kept
 * @param setAside how many rows the source leaves out
 * @param last whether the delivery ends here
 */
public record NormalisedBlock(
        List<NormalisedRow> rows, List<RejectedRow> rejected, List<Finding> warnings, int setAside, boolean last) {
    public NormalisedBlock {
        rows = List.copyOf(rows);
        rejected = List.copyOf(rejected);
        warnings = List.copyOf(warnings);
    }
}
