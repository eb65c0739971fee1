package se.trivsel.extract;

import java.util.List;
import java.util.function.Predicate;

/**
 * Some two thousand rows, the unit in which rows travel: what is paid once an item is then paid once a block.
 *
 * @param text the rows as they were written
 * @param last whether the file ends here; only the last block may be without rows
 */
public record RowBlock(List<ExtractedRow> rows, String text, boolean last) {
    /** The last block of a file that has no more rows to give. */
    public static final RowBlock END = new RowBlock(List.of(), "", true);

    public RowBlock {
        rows = List.copyOf(rows);
    }

    /** The same block with some of its rows. */
    public RowBlock only(Predicate<ExtractedRow> meant) {
        return new RowBlock(rows.stream().filter(meant).toList(), text, last);
    }

    /** The row as it was written, without its line end, for the quarantine. */
    public String raw(ExtractedRow row) {
        return withoutLineEnd(text.substring(row.start(), row.end()));
    }

    static String withoutLineEnd(String written) {
        int end = written.length();
        while (end > 0 && isLineEnd(written.charAt(end - 1))) {
            end--;
        }
        return written.substring(0, end);
    }

    static boolean isLineEnd(char sign) {
        return sign == '\n' || sign == '\r';
    }
}
