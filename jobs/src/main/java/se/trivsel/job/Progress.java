package se.trivsel.job;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * How far something has come, on a terminal: a bar with the time left, and how many rows a second.
 *
 * <p>The time left is as far as the steps are alike: deliveries are weighed by their bytes, objects of the warehouse are not.
 */
final class Progress implements AutoCloseable {
    /** Clears the bar for a line that is to stay. */
    static final String CLEAR_LINE = "\r\u001b[2K";

    private static final int BYTES_SHOWN = 1_000_000;

    private final ProgressBar bar;
    private long rows;

    private Progress(ProgressBar bar) {
        this.bar = bar;
    }

    static Progress ofBytes(PrintStream terminal, String what, long bytes) {
        return new Progress(
                builder(terminal, what, bytes).setUnit(" MB", BYTES_SHOWN).build());
    }

    static Progress ofSteps(PrintStream terminal, String what, int steps) {
        return new Progress(builder(terminal, what, steps).build());
    }

    private static ProgressBarBuilder builder(PrintStream terminal, String what, long all) {
        return new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(all)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(terminal));
    }

    void step(long amount) {
        bar.stepBy(amount);
    }

    void rows(long more) {
        rows += more;
        long millis = Math.max(1, bar.getElapsedAfterStart().toMillis());
        bar.setExtraMessage(String.format(Locale.ROOT, " %,d rows, %,d rows/s", rows, rows * 1000 / millis));
    }

    @Override
    public void close() {
        bar.close();
    }
}
