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
            Interval half = scale.at(middle.half());
            svg.rect("band", half.low(), Y - 8, half.high() - half.low(), 16);
        });
        svg.path("grid", new PathData().move(MARGIN, Y).line(WIDTH - MARGIN, Y));
        dots(svg, "dots other", others, scale);
        own.ifPresent(estimate -> svg.path("interval own", new PathData().across(scale, estimate.interval(), Y, ROOM)));
        dots(svg, "dots peer", peers, scale);
        group.ifPresent(middle -> {
            double x = scale.at(middle.median());
            svg.path("median", new PathData().move(x, Y - 10).line(x, Y + 10));
        });
        own.ifPresent(estimate -> svg.circle("own", scale.at(estimate.value()), Y, Relation.OWN.radius()));
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
        var dots = new PathData();
        values.stream()
                .mapToLong(value -> Math.round(scale.at(value) * 2))
                .sorted()
                .distinct()
                .forEach(half -> dots.dot(half / 2.0, Y));
        svg.path(css, dots);
    }
}
