package se.trivsel.extract;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * The rows of a file, headings among them, whatever its layout.
 *
 * <p>What was given away can be asked for once more as it was written, until it is forgotten: that bounds the memory.
 */
interface Records extends Closeable {
    /**
     * The next row; nothing after the last one.
     *
     * @throws UnreadableDelivery when the file cannot be taken apart further
     */
    Optional<WrittenRecord> next() throws IOException, UnreadableDelivery;

    /** The text between two positions of {@link WrittenRecord}, none of them forgotten. */
    String text(long from, long to);

    /** Lets go of all text before a position. */
    void forget(long position);
}
