package se.trivsel.extract;

import java.util.List;

/**
 * Several heading rows read as one: {@code Anställning} over {@code Från} and {@code Till} is "Anställning Från" and
 * "Anställning Till".
 *
 * <p>A heading stands over what follows to the right, until the next one in its row or in a row above it. A column with
 * no heading at all is left without.
 */
final class HeadingRows {
    private HeadingRows() {}

    static String[] joined(List<WrittenRecord> rows) {
        if (rows.size() == 1) {
            return rows.get(0).fields();
        }
        int width = rows.stream().mapToInt(row -> row.fields().length).max().orElse(0);
        String[] joined = new String[width];
        String[] above = new String[rows.size() - 1];
        for (int position = 0; position < width; position++) {
            joined[position] = isBlank(rows, position) ? "" : heading(rows, position, above);
        }
        return joined;
    }

    /** The headings above stay in {@code above} for the columns to the right. */
    private static String heading(List<WrittenRecord> rows, int position, String[] above) {
        boolean isNew = position == 0;
        for (int row = 0; row < above.length; row++) {
            String own = field(rows.get(row), position);
            isNew |= !own.isEmpty();
            above[row] = isNew ? own : above[row];
        }
        String lowest = field(rows.get(above.length), position);
        return (String.join(" ", above) + " " + lowest).strip().replaceAll(" +", " ");
    }

    private static boolean isBlank(List<WrittenRecord> rows, int position) {
        return rows.stream().allMatch(row -> field(row, position).isEmpty());
    }

    private static String field(WrittenRecord row, int position) {
        return position < row.fields().length ? row.fields()[position].strip() : "";
    }
}
