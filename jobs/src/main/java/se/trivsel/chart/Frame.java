package se.trivsel.chart;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/**
 * What the larger charts have in common: their measures, their beginning and their axes.
 *
 * <p>They are 440 wide with texts of 14, so that a text is still 12 pixels on a telephone, where the chart is 380 wide.
 */
final class Frame {
    static final double WIDTH = 440;

    /** From one line of text to the next. */
    static final double LINE = 17;

    /** How wide a label beside a drawing may be. */
    static final double ASIDE = 150;

    private Frame() {}

    /** A chart whose links can be reached is a group: what is inside an image is not there for a screen reader. */
    static SvgWriter open(String kind, Caption caption, double height, boolean hasLinks) {
        return open(
                caption, "class", "chart " + kind, "viewBox", box(WIDTH, height), "role", hasLinks ? "group" : "img");
    }

    /** A drawing that has a width of its own, and is shown in it: it is not fitted to what it stands in. */
    static SvgWriter openWide(String kind, Caption caption, double width, double height) {
        return open(
                caption,
                "class",
                "chart " + kind,
                "viewBox",
                box(width, height),
                "role",
                "img",
                "width",
                width,
                "height",
                height);
    }

    private static SvgWriter open(Caption caption, Object... attributes) {
        String title = caption.id() + "-title";
        String description = caption.id() + "-desc";
        return new SvgWriter()
                .open(
                        "svg",
                        Stream.concat(
                                        Stream.of(attributes),
                                        Stream.of("aria-labelledby", title, "aria-describedby", description))
                                .toArray())
                .text("title", caption.title(), "id", title)
                .text("desc", caption.description(), "id", description);
    }

    /** A picture in a table whose cells say the same. */
    static SvgWriter openHidden(String kind, double width, double height) {
        return new SvgWriter()
                .open("svg", "class", "chart " + kind, "viewBox", box(width, height), "aria-hidden", "true");
    }

    /** Room for the texts of an axis at the left. */
    static double leftOf(LinearScale scale, int ticks, DoubleFunction<String> text) {
        return TextWidth.ofWidest(scale.ticks(ticks).stream().map(text::apply).toList(), false) + 8;
    }

    /** Horizontal lines with their values at the left. */
    static void values(
            SvgWriter svg, LinearScale scale, int ticks, DoubleFunction<String> text, double left, double right) {
        List<Double> values = scale.ticks(ticks);
        var lines = new PathData();
        values.forEach(value -> lines.move(left, scale.at(value)).line(right, scale.at(value)));
        svg.path("grid", lines);
        for (double value : values) {
            svg.label(text.apply(value), "axis left", left - 6, scale.at(value));
        }
    }

    /** The middle of a text that is to stand at x, or as near as it can without leaving the chart. */
    static double within(double x, double width, double left, double right) {
        return Math.min(Math.max(x, left + width / 2), right - width / 2);
    }

    private static String box(double width, double height) {
        return "0 0 " + SvgWriter.number(width) + " " + SvgWriter.number(height);
    }
}
