package se.trivsel.normalise;

import java.util.List;
import se.trivsel.contract.Contract;
import se.trivsel.contract.RowFilter;
import se.trivsel.contract.Source;

/**
 * Tells the rows that a source means from those it leaves out.
 *
 * <p>What it looks at stands after the contract's cells, see {@link Source#asides}.
 */
final class RowChoice {
    private final List<RowFilter> filters;
    private final int[] cells;

    RowChoice(Source source, Contract contract) {
        this.filters = source.filters();
        this.cells = filters.stream()
                .mapToInt(filter -> source.cellUnder(filter.heading(), contract))
                .toArray();
    }

    boolean admits(List<String> row) {
        for (int i = 0; i < cells.length; i++) {
            if (!filters.get(i).admits(row.get(cells[i]))) {
                return false;
            }
        }
        return true;
    }
}
