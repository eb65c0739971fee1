package se.trivsel.intake;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One municipality's rows of a file with rows of several, each on the line it has there.
 *
 * <p>Where the others' rows stood, and lines before the headings, lines are empty: receipts name the lines of the file that
 * was sent. Always UTF-8, whatever that was.
 */
final class Part implements Closeable {
    private final Path path;
    private final BufferedWriter out;
    private int line = 1;

    private Part(Path path, BufferedWriter out) {
        this.path = path;
        this.out = out;
    }

    static Part create(Path path) throws IOException {
        return new Part(path, Files.newBufferedWriter(path));
    }

    Path path() {
        return path;
    }

    /** Writes a row on its line, which comes after those written before. */
    void write(int onLine, String text) throws IOException {
        if (onLine < line) {
            throw new IllegalStateException("The row of line " + onLine + " comes when line " + line + " is due");
        }
        while (line < onLine) {
            endLine();
        }
        out.write(text);
        line += lineEnds(text);
        endLine();
    }

    private void endLine() throws IOException {
        out.write('\n');
        line++;
    }

    /** As the readers count them: a carriage return, a line feed, or both together. */
    private static int lineEnds(String text) {
        int ends = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean isSecondOfTwo = sign == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            ends += sign == '\r' || (sign == '\n' && !isSecondOfTwo) ? 1 : 0;
        }
        return ends;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
