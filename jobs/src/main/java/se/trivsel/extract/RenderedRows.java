package se.trivsel.extract;

/**
 * The rows of a file that is no text, written out with tabs between the fields, so that a rejected one can be kept.
 *
 * <p>Positions are those in what was written out, not in the file.
 */
final class RenderedRows {
    private final StringBuilder written = new StringBuilder();
    private long start;

    WrittenRecord add(int line, String[] fields) {
        long from = start + written.length();
        for (int i = 0; i < fields.length; i++) {
            written.append(fields[i].replaceAll("\\p{Cntrl}+", " ")).append(i < fields.length - 1 ? '\t' : '\n');
        }
        return new WrittenRecord(line, fields, from, start + written.length());
    }

    String text(long from, long to) {
        return written.substring(Math.toIntExact(from - start), Math.toIntExact(to - start));
    }

    void forget(long position) {
        written.delete(0, Math.toIntExact(position - start));
        start = position;
    }
}
