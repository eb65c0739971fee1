package se.trivsel.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What charts look like: on light and dark screens, in colours that the reader forces, and on paper.
 *
 * <p>A chart without it is black and unreadable. The page says its background by {@code --chart-paper}.
 */
public final class StyleSheet {
    private StyleSheet() {}

    public static String css() {
        try (InputStream css = StyleSheet.class.getResourceAsStream("chart.css")) {
            if (css == null) {
                throw new IllegalStateException("chart.css is not in the program");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
