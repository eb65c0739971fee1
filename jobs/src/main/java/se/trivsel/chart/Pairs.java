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
    private static final double TOP = 2 * Frame.LINE + 6;
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
        SideLabels befores = befores(values);
        SideLabels afters = afters(values);
        double bottom = TOP + Math.max(LEAST_HEIGHT, Math.max(befores.height(), afters.height()));
        LinearScale height = values.over(bottom, TOP);
        double left = befores.width() + 26;
        double right = Frame.WIDTH - afters.width() - 26;

        var svg = Frame.open("pairs", caption, bottom + 10, false);
        head(svg, before, left, new Interval(0, Frame.WIDTH / 2));
        head(svg, after, right, new Interval(Frame.WIDTH / 2, Frame.WIDTH));
        svg.path(
                "grid",
                new PathData()
                        .move(left, TOP)
                        .line(left, bottom)
                        .move(right, TOP)
                        .line(right, bottom));
        var room = new Interval(TOP, bottom);
        for (int i = 0; i < pairs.size(); i++) {
            draw(svg, pairs.get(i), height, left, right, (i - (pairs.size() - 1) / 2.0) * NUDGE, room);
        }
        befores(height).draw(svg, left - 4, true, TOP, bottom);
        afters(height).draw(svg, right + 4, false, TOP, bottom);
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
        svg.path("interval " + css, intervals);
        svg.path("line " + css, new PathData().move(left + nudge, before).line(right + nudge, after));
        double radius = pair.relation().radius();
        svg.circle(css, left + nudge, before, radius);
        svg.circle(css, right + nudge, after, radius);
    }

    private static void head(SvgWriter svg, String text, double middle, Interval room) {
        List<String> lines = TextWidth.wrap(text, room.high() - room.low() - 10, false);
        double x = Frame.within(middle, TextWidth.ofWidest(lines, false), room.low(), room.high());
        for (int i = 0; i < lines.size(); i++) {
            svg.label(lines.get(i), "label centre", x, Frame.LINE * (i + 0.5));
        }
    }

    private SideLabels befores(LinearScale height) {
        return new SideLabels(pairs.stream()
                .map(pair -> label(pair, height.at(pair.before().value()), "", pair.beforeText()))
                .toList());
    }

    private SideLabels afters(LinearScale height) {
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
