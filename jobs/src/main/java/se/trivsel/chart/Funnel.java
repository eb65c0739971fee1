package se.trivsel.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Values by size, with the area in which chance alone would keep them.
 *
 * <p>The size is drawn by its square root, as chance goes: otherwise three cities take the paper and all small
 * municipalities lie on one another. Limits are given by the caller for any size, and are not computed here.
 */
public record Funnel(
        Caption caption,
        List<Dot> dots,
        Centre centre,
        Limits inner,
        Limits outer,
        DoubleFunction<String> axis,
        DoubleFunction<String> sizeAxis,
        String sizes) {
    private static final double BOTTOM = 300;
    private static final double TOP = 12;
    private static final int TICKS = 6;
    private static final int STEPS = 48;

    /** How far from its dot the own label may be: it is what the reader looks for. */
    private static final double FAR = 160;

    /** Farther than this a label and its dot are joined by a line. */
    private static final double NEAR = 16;

    /** A municipality; the hover text tells name, value and size. */
    public record Dot(String name, Relation relation, double size, double value, String hover) {}

    /** What all together have, and what it is called. */
    public record Centre(double value, String name, String text) {}

    /** The limits at a size, and what they are called, as {@code 95 %}. */
    public record Limits(String name, DoubleFunction<Interval> at) {}

    public Funnel {
        dots = dots.stream()
                .sorted(Comparator.comparing(Dot::relation).reversed())
                .toList();
        if (dots.isEmpty() || dots.stream().anyMatch(dot -> !(dot.size() > 0))) {
            throw new IllegalArgumentException("A funnel is of municipalities that have a size");
        }
    }

    public String svg() {
        double smallest = dots.stream().mapToDouble(Dot::size).min().orElseThrow();
        double largest = dots.stream().mapToDouble(Dot::size).max().orElseThrow();
        List<Estimate> estimates = new ArrayList<>();
        dots.forEach(dot -> estimates.add(Estimate.exact(dot.value())));
        estimates.add(new Estimate(centre.value(), outer.at().apply(largest)));
        LinearScale height = LinearScale.around(estimates, BOTTOM, TOP, TICKS);
        double left = Frame.leftOf(height, TICKS, axis);
        SideLabels names = names(height, largest);
        double right = Frame.WIDTH - names.width() - 18;
        var root = new LinearScale(Math.sqrt(smallest) * 0.9, Math.sqrt(largest) * 1.03, left, right);

        var svg = Frame.open("funnel", caption, BOTTOM + 2 * Frame.LINE + 8, false);
        fill(svg, "limits outer", outer, height, root);
        fill(svg, "limits inner", inner, height, root);
        Frame.values(svg, height, TICKS, axis, left, right);
        drawSizes(svg, root);
        double middle = height.at(centre.value());
        svg.path("median", new PathData().move(left, middle).line(right, middle));
        List<Spot> spots = dots.stream()
                .map(dot -> new Spot(dot, root.at(Math.sqrt(dot.size())), height.at(dot.value())))
                .toList();
        spots.forEach(spot -> svg.circle(
                spot.css(), spot.x(), spot.y(), spot.radius(), spot.dot().hover()));
        names.draw(svg, right, false, TOP, BOTTOM);
        drawNames(svg, spots, new Labels.Box(left, 0, right, BOTTOM - 1));
        return svg.close().toString();
    }

    private SideLabels names(LinearScale height, double largest) {
        return new SideLabels(List.of(
                name(outer, height, largest),
                name(inner, height, largest),
                SideLabels.Label.of(
                        height.at(centre.value()), centre.name(), centre.text(), Frame.ASIDE, false, "label")));
    }

    private static SideLabels.Label name(Limits limits, LinearScale height, double largest) {
        double upper = height.within(limits.at().apply(largest).high());
        return SideLabels.Label.of(height.at(upper), limits.name(), "", Frame.ASIDE, false, "axis");
    }

    private static void fill(SvgWriter svg, String css, Limits limits, LinearScale height, LinearScale root) {
        List<Course.Slice> slices = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double size = root.low() + (root.high() - root.low()) * i / STEPS;
            slices.add(new Course.Slice(i, root.at(size), height.at(limits.at().apply(size * size))));
        }
        Course.fill(svg, css, slices);
    }

    private void drawSizes(SvgWriter svg, LinearScale root) {
        double free = 0;
        for (double size : roundSizes(root.low() * root.low(), root.high() * root.high())) {
            String text = sizeAxis.apply(size);
            double x = root.at(Math.sqrt(size));
            double half = TextWidth.of(text, false) / 2;
            if (x - half >= free) {
                svg.path("tick", new PathData().move(x, BOTTOM).line(x, BOTTOM + 4));
                svg.label(text, "axis centre", x, BOTTOM + Frame.LINE - 2);
                free = x + half + 10;
            }
        }
        String text = TextWidth.fit(sizes, Frame.WIDTH, false);
        double x = Frame.within((root.from() + root.to()) / 2, TextWidth.of(text, false), 0, Frame.WIDTH);
        svg.label(text, "axis centre", x, BOTTOM + 2 * Frame.LINE - 1);
    }

    /** 1, 2 and 5 and noughts; of sizes that are much alike, evenly spaced ones. */
    private static List<Double> roundSizes(double smallest, double largest) {
        if (largest < 10 * smallest) {
            return new LinearScale(smallest, largest, 0, 1).ticks(TICKS);
        }
        List<Double> sizes = new ArrayList<>();
        for (double power = 1; power <= largest; power *= 10) {
            sizes.addAll(List.of(power, 2 * power, 5 * power));
        }
        return sizes.stream()
                .filter(size -> size >= smallest && size <= largest)
                .toList();
    }

    /** The own municipality first, then those that chance does not explain. */
    private void drawNames(SvgWriter svg, List<Spot> spots, Labels.Box area) {
        var labels = new Labels(area, spots.stream().map(Spot::box).toList());
        spots.stream()
                .filter(spot -> isNamed(spot.dot()))
                .sorted(Comparator.comparing(spot -> spot.dot().relation()))
                .forEach(spot -> labels.place(spot.x(), spot.y(), spot.radius(), spot.width(), spot.farthest())
                        .ifPresent(box -> drawName(svg, spot, box)));
    }

    private static void drawName(SvgWriter svg, Spot spot, Labels.Box box) {
        double x = Math.min(Math.max(spot.x(), box.left()), box.right());
        double y = Math.min(Math.max(spot.y(), box.top()), box.bottom());
        if (Math.hypot(x - spot.x(), y - spot.y()) > NEAR) {
            svg.path(
                    "leader " + spot.css(),
                    new PathData().move(spot.x(), spot.y()).line(x, y));
        }
        double middle = (box.top() + box.bottom()) / 2;
        svg.label(spot.dot().name(), "name centre " + spot.css(), (box.left() + box.right()) / 2, middle);
    }

    private boolean isNamed(Dot dot) {
        Interval chance = outer.at().apply(dot.size());
        return dot.relation() == Relation.OWN || dot.value() < chance.low() || dot.value() > chance.high();
    }

    /** A dot in its place. */
    private record Spot(Dot dot, double x, double y) {
        double radius() {
            return dot.relation().radius();
        }

        String css() {
            return dot.relation().css();
        }

        double width() {
            return TextWidth.of(dot.name(), dot.relation().isBold());
        }

        double farthest() {
            return dot.relation() == Relation.OWN ? FAR : 0;
        }

        Labels.Box box() {
            double reach = radius() + 1;
            return new Labels.Box(x - reach, y - reach, x + reach, y + reach);
        }
    }
}
