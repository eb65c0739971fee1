package se.trivsel.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read from their beginning more than once: to tell the charset, and then to read. */
@FunctionalInterface
public interface ByteSource {
    InputStream open() throws IOException;

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
