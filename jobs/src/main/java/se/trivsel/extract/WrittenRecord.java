package se.trivsel.extract;

/**
 * One row as it was found in a file.
 *
 * @param line the line it begins on, counted from 1; of a file without lines, the number of the row
 * @param fields as many as there are; their text is not trimmed
 * @param start where its own text begins, counted in characters from the file's beginning
 * @param end where it ends, line end included
 */
@SuppressWarnings(
        "ArrayRecordComponent") // the parser's own array: a copy for each row would cost as much as reading it
record WrittenRecord(int line, String[] fields, long start, long end) {
    /** More characters than this are no row of anything: the file is refused before it fills the memory. */
    static final int LONGEST = 1 << 20;

    /** Whether nothing stands in it: rows of separators only are what spreadsheets leave behind. */
    boolean isBlank() {
        for (String field : fields) {
            if (!field.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
