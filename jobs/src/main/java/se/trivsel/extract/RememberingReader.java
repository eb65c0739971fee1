package se.trivsel.extract;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A reader that still knows the text it gave away, so that a rejected row can be kept as it was written.
 *
 * <p>A CSV parser gives cells, not lines. What lies before the last {@link #forget} is gone, and a record that does not
 * end is refused: that bounds the memory.
 */
final class RememberingReader extends FilterReader {
    private static final int BUFFER = 1 << 13;

    /** Line ends between rows are no part of a row; of these more may be read. */
    private static final int MOST_LINE_ENDS = 1 << 26;

    private final StringBuilder remembered = new StringBuilder();
    private final long mostHeld;
    private long start;
    private long begun;
    private long counted;
    private int lineEnds;

    /**
     * Wraps a reader that can be marked.
     *
     * @param mostHeld how many characters that are no line end may be read after what was last begun
     */
    RememberingReader(Reader in, long mostHeld) {
        super(in);
        this.mostHeld = mostHeld;
    }

    @Override
    public int read() throws IOException {
        int sign = super.read();
        if (sign >= 0) {
            remembered.append((char) sign);
        }
        return sign;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            remembered.append(buffer, offset, count);
        }
        if (end() - begun - lineEnds > mostHeld) {
            countLineEnds();
            if (end() - begun - Math.min(lineEnds, MOST_LINE_ENDS) > mostHeld) {
                throw new EndlessRecord();
            }
        }
        return count;
    }

    /** Counts on from where it was last counted: rows are many, and few of them have so much before them. */
    private void countLineEnds() {
        for (; counted < end(); counted++) {
            lineEnds += RowBlock.isLineEnd(charAt(counted)) ? 1 : 0;
        }
    }

    /** Says where what is read from now on begins. */
    void begin(long position) {
        begun = position;
        counted = position;
        lineEnds = 0;
    }

    /** Passes over a line and forgets it, whatever stands in it. */
    void skipLine() throws IOException {
        int sign = read();
        while (sign >= 0 && sign != '\n' && sign != '\r') {
            sign = read();
            if (remembered.length() > BUFFER) {
                forget(end());
            }
        }
        if (sign == '\r') {
            in.mark(1);
            if (in.read() == '\n') {
                remembered.append('\n');
            } else {
                in.reset();
            }
        }
        forget(end());
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    char charAt(long position) {
        return remembered.charAt(Math.toIntExact(position - start));
    }

    /** The text between two positions, counted in characters from the beginning. */
    String text(long from, long to) {
        int first = Math.toIntExact(from - start);
        int last = Math.toIntExact(Math.min(to - start, remembered.length()));
        return remembered.substring(first, last);
    }

    /** Lets go of all before a position. */
    void forget(long position) {
        remembered.delete(0, Math.toIntExact(Math.min(position - start, remembered.length())));
        start = position;
    }

    /** How many characters were read so far. */
    long end() {
        return start + remembered.length();
    }
}
