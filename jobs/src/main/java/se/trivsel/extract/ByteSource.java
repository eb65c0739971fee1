package se.trivsel.extract;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read from their beginning more than once: to tell the charset, and then to read. */
@FunctionalInterface
public interface ByteSource {
    InputStream open() throws IOException;
}
