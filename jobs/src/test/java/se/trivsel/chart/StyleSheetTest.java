package se.trivsel.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrast as WCAG 2.1 defines it: 4.5 for text (1.4.3), 3 for graphics that carry meaning (1.4.11). */
class StyleSheetTest {
    private static final Pattern COLOUR = Pattern.compile("--chart-([a-z0-9-]+): #([0-9a-f]{3,6});");

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "muted, paper",
        "own, paper",
        "peer, paper",
        "series-3, paper",
        "series-4, paper",
        "series-5, paper",
        "series-6, paper",
        "own, plan",
        "ink, plan",
        "ink, band",
        "ink, outer",
        "own, lit",
        "peer, lit",
        "ink, lit",
        "muted, lit"
    })
    void aTextIsReadOnWhatItStandsOn(String text, String ground) {
        assertThat(contrast(light(), text, ground)).as("light").isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(dark(), text, ground)).as("dark").isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @CsvSource({
        "other, paper", "other, band", "other, outer", "own, band", "own, outer", "own, plan",
        "peer, band", "peer, outer", "peer, plan", "muted, band", "series-3, plan", "series-5, plan"
    })
    void aMarkIsSeenOnWhatItIsDrawnOn(String mark, String ground) {
        assertThat(contrast(light(), mark, ground)).as("light").isGreaterThanOrEqualTo(3);
        assertThat(contrast(dark(), mark, ground)).as("dark").isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prefers-color-scheme: dark", "forced-colors: active"})
    void everyColourIsSaidInEveryScheme(String scheme) {
        String css = StyleSheet.css();
        String from = css.substring(css.indexOf(scheme));
        for (String name : light().keySet()) {
            assertThat(from.substring(0, from.indexOf("  }\n"))).contains("--chart-" + name + ":");
        }
    }

    private static double contrast(Map<String, String> colours, String one, String other) {
        double first = luminance(colours.get(one)) + 0.05;
        double second = luminance(colours.get(other)) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(String hex) {
        String six = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
        return 0.2126 * linear(six.substring(0, 2))
                + 0.7152 * linear(six.substring(2, 4))
                + 0.0722 * linear(six.substring(4));
    }

    private static double linear(String channel) {
        double value = Integer.parseInt(channel, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String> light() {
        String css = StyleSheet.css();
        return colours(css.substring(0, css.indexOf("@media")));
    }

    private static Map<String, String> dark() {
        String css = StyleSheet.css();
        String from = css.substring(css.indexOf("prefers-color-scheme: dark"));
        return colours(from.substring(0, from.indexOf("  }\n")));
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> colours = new HashMap<>();
        COLOUR.matcher(css).results().forEach(match -> colours.put(match.group(1), match.group(2)));
        return colours;
    }
}
