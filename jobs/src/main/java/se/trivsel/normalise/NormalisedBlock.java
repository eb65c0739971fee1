package se.trivsel.normalise;

import java.util.List;

/**
 * What became of a block of rows.
 *
 * @param last whether the delivery ends here
 */
public record NormalisedBlock(List<NormalisedRow> rows, List<RejectedRow> rejected, boolean last) {
    public NormalisedBlock {
        rows = List.copyOf(rows);
        rejected = List.copyOf(rejected);
    }
}
