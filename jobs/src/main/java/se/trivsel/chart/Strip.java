package se.trivsel.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of an overview: where a municipality lies among all others.
 *
 * <p>The scale is the range of the values, without round ends; an interval that reaches farther is cut and ends with
 * an arrowhead. Municipalities on the same half pixel are drawn once, so a strip is no count.
 */
public record Strip(List<Double> others, List<Double> peers, Optional<Middle> group, Optional<Estimate> own) {
    private static final double WIDTH = 390;
    private static final double HEIGHT = 26;
    private static final double Y = HEIGHT / 2;
    private static final double MARGIN = 15;
    private static final Interval ROOM = new Interval(2, WIDTH - 2);

    /** A group's median and its middle half. */
    public record Middle(double median, Interval half) {}

    public Strip {
        others = List.copyOf(others);
        peers = List.copyOf(peers);
    }

    public String svg() {
        LinearScale scale = scale();
        var svg = Frame.openHidden("strip", WIDTH, HEIGHT);
        group.ifPresent(middle -> {
            double left = scale.at(middle.half().low());
            double right = scale.at(middle.half().high());
            svg.empty("rect", "class", "band", "x", left, "y", Y - 8, "width", right - left, "height", 16.0);
        });
        svg.empty("path", "class", "grid", "d", new PathData().move(MARGIN, Y).line(WIDTH - MARGIN, Y));
        dots(svg, "dots other", others, scale);
        own.ifPresent(estimate -> {
            var interval = new PathData().across(scale, estimate.interval(), Y, ROOM);
            if (!interval.isEmpty()) {
                svg.empty("path", "class", "interval own", "d", interval);
            }
        });
        dots(svg, "dots peer", peers, scale);
        group.ifPresent(middle -> {
            double x = scale.at(middle.median());
            svg.empty(
                    "path",
                    "class",
                    "median",
                    "d",
                    new PathData().move(x, Y - 10).line(x, Y + 10));
        });
        own.ifPresent(estimate -> svg.empty(
                "circle", "class", "own", "cx", scale.at(estimate.value()), "cy", Y, "r", Relation.OWN.radius()));
        return svg.close().toString();
    }

    private LinearScale scale() {
        List<Double> values = new ArrayList<>(others);
        values.addAll(peers);
        own.ifPresent(estimate -> values.add(estimate.value()));
        group.ifPresent(middle -> values.addAll(
                List.of(middle.half().low(), middle.median(), middle.half().high())));
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return new LinearScale(low, high, MARGIN, WIDTH - MARGIN);
    }

    private static void dots(SvgWriter svg, String css, List<Double> values, LinearScale scale) {
        int[] halves = values.stream()
                .mapToInt(value -> (int) Math.round(scale.at(value) * 2))
                .sorted()
                .distinct()
                .toArray();
        if (halves.length == 0) {
            return;
        }
        var dots = new StringBuilder("M" + SvgWriter.number(halves[0] / 2.0) + " " + SvgWriter.number(Y) + "h0");
        for (int i = 1; i < halves.length; i++) {
            dots.append('m')
                    .append(SvgWriter.number((halves[i] - halves[i - 1]) / 2.0))
                    .append(" 0h0");
        }
        svg.empty("path", "class", css, "d", dots);
    }
}
