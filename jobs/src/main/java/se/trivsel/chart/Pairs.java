package se.trivsel.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was before and what came after, for a municipality and for those it is compared with.
 *
 * <p>A line shows that two values differ, not why; their intervals are drawn because many such lines are chance.
 */
public record Pairs(Caption caption, String before, String after, List<Pair> pairs) {
    private static final double TOP = 2 * Frame.LINE + 14;
    private static final double LEAST_HEIGHT = 170;
    private static final double NUDGE = 5;
    private static final int TICKS = 6;

    /** Somebody's two values and their texts. */
    public record Pair(
            String name, Relation relation, Estimate before, String beforeText, Estimate after, String afterText) {}

    public Pairs {
        pairs = pairs.stream()
                .sorted(Comparator.comparing(Pair::relation).reversed())
                .toList();
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("Nothing was before and nothing after");
        }
    }

    public String svg() {
        List<Estimate> estimates = new ArrayList<>();
        pairs.forEach(pair -> estimates.addAll(List.of(pair.before(), pair.after())));
        LinearScale values = LinearScale.around(estimates, 1, 0, TICKS);
        double tall = Math.max(
                LEAST_HEIGHT, Math.max(before(values).height(), after(values).height()));
        LinearScale height = values.over(TOP + tall, TOP);
        double left = before(values).width() + 26;
        double right = Frame.WIDTH - after(values).width() - 26;

        var svg = Frame.open("pairs", caption, TOP + tall + 10, false);
        head(svg, before, left);
        head(svg, after, right);
        var poles = new PathData();
        poles.move(left, TOP - 4)
                .line(left, TOP + tall + 4)
                .move(right, TOP - 4)
                .line(right, TOP + tall + 4);
        svg.empty("path", "class", "grid", "d", poles);
        var room = new Interval(TOP, TOP + tall);
        for (int i = 0; i < pairs.size(); i++) {
            draw(svg, pairs.get(i), height, left, right, (i - (pairs.size() - 1) / 2.0) * NUDGE, room);
        }
        before(height).draw(svg, left - 4, true, TOP, TOP + tall);
        after(height).draw(svg, right + 4, false, TOP, TOP + tall);
        return svg.close().toString();
    }

    /** Beside one another, so that no interval hides another. */
    private static void draw(
            SvgWriter svg, Pair pair, LinearScale height, double left, double right, double nudge, Interval room) {
        String css = pair.relation().css();
        double before = height.at(pair.before().value());
        double after = height.at(pair.after().value());
        var intervals = new PathData()
                .upright(height, pair.before().interval(), left + nudge, room)
                .upright(height, pair.after().interval(), right + nudge, room);
        if (!intervals.isEmpty()) {
            svg.empty("path", "class", "interval " + css, "d", intervals);
        }
        svg.empty(
                "path",
                "class",
                "line " + css,
                "d",
                new PathData().move(left + nudge, before).line(right + nudge, after));
        double radius = pair.relation().radius();
        svg.empty("circle", "class", css, "cx", left + nudge, "cy", before, "r", radius);
        svg.empty("circle", "class", css, "cx", right + nudge, "cy", after, "r", radius);
    }

    private static void head(SvgWriter svg, String text, double x) {
        List<String> lines = TextWidth.wrap(text, Frame.WIDTH / 2 - 8, false);
        double width = lines.stream()
                .mapToDouble(line -> TextWidth.of(line, false))
                .max()
                .orElse(0);
        for (int i = 0; i < lines.size(); i++) {
            svg.text(
                    "text",
                    lines.get(i),
                    "class",
                    "label centre",
                    "x",
                    Frame.within(x, width, 0, Frame.WIDTH),
                    "y",
                    Frame.LINE * (i + 1) - 2);
        }
    }

    private SideLabels before(LinearScale height) {
        return new SideLabels(pairs.stream()
                .map(pair -> label(pair, height.at(pair.before().value()), "", pair.beforeText()))
                .toList());
    }

    private SideLabels after(LinearScale height) {
        return new SideLabels(pairs.stream()
                .map(pair -> label(pair, height.at(pair.after().value()), pair.name(), pair.afterText()))
                .toList());
    }

    private static SideLabels.Label label(Pair pair, double y, String name, String text) {
        boolean bold = pair.relation().isBold();
        return SideLabels.Label.of(
                y, name, text, Frame.ASIDE, bold, "name " + pair.relation().css());
    }
}
