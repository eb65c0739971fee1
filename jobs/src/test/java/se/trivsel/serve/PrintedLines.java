package se.trivsel.serve;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What the server prints, as events that a test can wait for. */
final class PrintedLines extends OutputStream {
    private static final int PATIENCE_SECONDS = 120;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    PrintStream out() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int octet) {
        if (octet == '\n') {
            lines.add(line.toString(StandardCharsets.UTF_8));
            line.reset();
            return;
        }
        line.write(octet);
    }

    /** Waits for a line with a word; all that was printed since the last time, that line included. */
    List<String> until(String word) throws InterruptedException {
        var seen = new ArrayList<String>();
        while (true) {
            String next = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("No line with '" + word + "' in " + seen);
            }
            seen.add(next);
            if (next.contains(word)) {
                return seen;
            }
        }
    }
}
