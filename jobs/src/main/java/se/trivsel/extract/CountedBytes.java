package se.trivsel.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * The packed bytes of a delivery, counted as they are read.
 *
 * <p>It tells truly whether there is more. Java's gzip reader believes a stream that does not, and leaves out all but
 * the first part of a file packed in several, without a word.
 */
final class CountedBytes extends PushbackInputStream {
    private long count;

    CountedBytes(InputStream in) {
        super(in, 1);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int single = super.read();
        count += single < 0 ? 0 : 1;
        return single;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count += Math.max(0, read);
        return read;
    }

    @Override
    public void unread(byte[] bytes, int offset, int length) throws IOException {
        super.unread(bytes, offset, length);
        count -= length;
    }

    @Override
    public int available() throws IOException {
        int single = read();
        if (single < 0) {
            return 0;
        }
        unread(new byte[] {(byte) single}, 0, 1);
        return 1;
    }
}
