package se.trivsel.warehouse;

import java.util.List;

/**
 * One numbered folder of the SQL tree, such as {@code 20_core}.
 *
 * <p>A layer reads only layers before it, never itself: the order of its files does not matter.
 */
public record SqlLayer(int number, String schema, List<SqlFile> files) {
    public SqlLayer {
        files = List.copyOf(files);
    }
}
