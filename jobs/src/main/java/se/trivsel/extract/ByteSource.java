package se.trivsel.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import se.trivsel.inbox.Archive;
import se.trivsel.inbox.Delivery;

/** Bytes that can be read from their beginning more than once: to tell the charset, and then to read. */
@FunctionalInterface
public interface ByteSource {
    InputStream open() throws IOException;

    /**
     * An archived delivery: a file is read twice, first to tell its charset; an ordinary one is decrypted only once.
     */
    static ByteSource of(Archive archive, Delivery delivery) {
        ByteSource archived = () -> archive.open(delivery);
        long ordinary = 8L << 20;
        return delivery.bytes() <= ordinary ? held(archived) : archived;
    }

    /** The same bytes, opened only once and then held in memory; for those that are dear to open and few. */
    static ByteSource held(ByteSource bytes) {
        return new ByteSource() {
            private byte[] content = new byte[0];
            private boolean isRead;

            @Override
            public InputStream open() throws IOException {
                if (!isRead) {
                    try (InputStream in = bytes.open()) {
                        content = in.readAllBytes();
                    }
                    isRead = true;
                }
                return new ByteArrayInputStream(content);
            }
        };
    }
}
