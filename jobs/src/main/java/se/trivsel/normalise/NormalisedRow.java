package se.trivsel.normalise;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A row of a contract as the lake stores it: a value for each stored column, in the contract's order.
 *
 * <p>An absent value is null here, and only here: millions of rows cannot afford a box a cell.
 */
public final class NormalisedRow {
    private final int line;
    private final @Nullable Object[] values;
    private final String missingReasons;

    public NormalisedRow(int line, @Nullable Object[] values, String missingReasons) {
        this.line = line;
        this.values = values;
        this.missingReasons = missingReasons;
    }

    /** The line of the delivered file on which it stood. */
    public int line() {
        return line;
    }

    /** Why values are absent, where the sender said so: {@code column=reason;…}. */
    public String missingReasons() {
        return missingReasons;
    }

    /** The same with some values absent. */
    public NormalisedRow without(Collection<Integer> columns) {
        @Nullable Object[] others = values.clone();
        columns.forEach(column -> others[column] = null);
        return new NormalisedRow(line, others, missingReasons);
    }

    /** The value of a stored column, by its position among them. */
    public @Nullable Object value(int column) {
        return values[column];
    }
}
