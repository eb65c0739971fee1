package se.trivsel.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last rows of a file that are not data.
 *
 * <p>Such a row with data after it is not a trailer, and is read as data: no row is passed over unseen.
 *
 * @param firstCells a row whose first cell begins with one of these is a trailer
 * @param totals our column whose sum over all rows, rejected ones too, has to be the number in the trailer's cell under
 *     the given heading
 * @param count the heading under which the trailer states how many rows there are
 * @param refusesDifference whether a total that differs refuses the delivery; one that is not stated always does
 */
public record Trailer(
        List<String> firstCells, Map<String, String> totals, Optional<String> count, boolean refusesDifference) {
    public static final Trailer NONE = new Trailer(List.of(), Map.of(), Optional.empty(), true);

    public Trailer {
        firstCells = List.copyOf(firstCells);
        totals = Map.copyOf(totals);
    }
}
