package se.trivsel.lake;

import java.util.List;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

/**
 * How often a finding was made in a delivery, with the first places it was made at.
 *
 * <p>The count is exact; the places are capped, so that a file with a million faults gives a receipt one can read.
 */
public record FindingCount(FindingCode code, long count, List<Place> examples) {
    public FindingCount {
        examples = List.copyOf(examples);
    }
}
