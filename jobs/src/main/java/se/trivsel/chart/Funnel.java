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
        double largest = dots.stream().mapToDouble(Dot::size).max().orElseThrow();
        double smallest = dots.stream().mapToDouble(Dot::size).min().orElseThrow();
        List<Estimate> seen = new ArrayList<>();
        dots.forEach(dot -> seen.add(Estimate.exact(dot.value())));
        seen.add(new Estimate(centre.value(), outer.at().apply(largest)));
        LinearScale height = LinearScale.around(seen, BOTTOM, TOP, TICKS);
        double left = Frame.leftOf(height, TICKS, axis);

        SideLabels names = names(height, largest);
        double right = Frame.WIDTH - names.width() - 18;
        var root = new LinearScale(Math.sqrt(smallest) * 0.9, Math.sqrt(largest) * 1.03, left, right);

        var svg = Frame.open("funnel", caption, BOTTOM + 2 * Frame.LINE + 8, false);
        area(svg, "limits outer", outer, height, root);
        area(svg, "limits inner", inner, height, root);
        Frame.values(svg, height, TICKS, axis, left, right);
        sizes(svg, root, left, right);
        double middle = height.at(centre.value());
        svg.empty(
                "path",
                "class",
                "median",
                "d",
                new PathData().move(left, middle).line(right, middle));
        for (Dot dot : dots) {
            svg.open(
                            "circle",
                            "class",
                            dot.relation().css(),
                            "cx",
                            root.at(Math.sqrt(dot.size())),
                            "cy",
                            height.at(dot.value()),
                            "r",
                            dot.relation().radius())
                    .text("title", dot.hover())
                    .close();
        }
        names.draw(svg, right, false, TOP, BOTTOM);
        label(svg, root, height, new Labels.Box(left, 0, right, BOTTOM - 1));
        return svg.close().toString();
    }

    private SideLabels names(LinearScale height, double largest) {
        return new SideLabels(List.of(
                limitLabel(outer, height, largest),
                limitLabel(inner, height, largest),
                SideLabels.Label.of(
                        height.at(centre.value()), centre.name(), centre.text(), Frame.ASIDE, false, "label")));
    }

    private static SideLabels.Label limitLabel(Limits limits, LinearScale height, double largest) {
        double upper = Math.min(limits.at().apply(largest).high(), height.high());
        return SideLabels.Label.of(height.at(upper), limits.name(), "", Frame.ASIDE, false, "axis");
    }

    private static void area(SvgWriter svg, String css, Limits limits, LinearScale height, LinearScale root) {
        List<Course.Slice> slices = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double size = root.low() + (root.high() - root.low()) * i / STEPS;
            Interval interval = limits.at().apply(size * size);
            double low = height.at(Math.max(interval.low(), height.low()));
            double high = height.at(Math.min(interval.high(), height.high()));
            slices.add(new Course.Slice(i, root.at(size), new Interval(high, Math.max(high, low))));
        }
        Course.fill(svg, css, slices);
    }

    private void sizes(SvgWriter svg, LinearScale root, double left, double right) {
        double free = 0;
        double y = BOTTOM + Frame.LINE / 2 + Frame.BASELINE;
        for (double power = 1; power <= root.high() * root.high(); power *= 10) {
            for (int factor : new int[] {1, 2, 5}) {
                String text = sizeAxis.apply(factor * power);
                double x = root.at(Math.sqrt(factor * power));
                double half = TextWidth.of(text, false) / 2;
                if (x - half >= free && x >= left && x <= right) {
                    svg.empty(
                            "path",
                            "class",
                            "tick",
                            "d",
                            new PathData().move(x, BOTTOM).line(x, BOTTOM + 4));
                    svg.text("text", text, "class", "axis centre", "x", x, "y", y + 2);
                    free = x + half + 10;
                }
            }
        }
        String text = TextWidth.fit(sizes, Frame.WIDTH, false);
        double x = Frame.within((left + right) / 2, TextWidth.of(text, false), 0, Frame.WIDTH);
        svg.text("text", text, "class", "axis centre", "x", x, "y", y + Frame.LINE + 2);
    }

    /** The own municipality first, then those that chance does not explain. */
    private void label(SvgWriter svg, LinearScale root, LinearScale height, Labels.Box area) {
        var labels = new Labels(
                area,
                dots.stream()
                        .map(dot -> Labels.Box.around(
                                root.at(Math.sqrt(dot.size())),
                                height.at(dot.value()),
                                dot.relation().radius() + 1))
                        .toList());
        dots.stream()
                .filter(this::isLabelled)
                .sorted(Comparator.comparing(Dot::relation))
                .forEach(dot -> {
                    boolean isOwn = dot.relation() == Relation.OWN;
                    double x = root.at(Math.sqrt(dot.size()));
                    double y = height.at(dot.value());
                    double width = TextWidth.of(dot.name(), dot.relation().isBold());
                    labels.place(x, y, dot.relation().radius(), width, isOwn ? FAR : 0)
                            .ifPresent(box -> {
                                if (Math.hypot(box.nearestX(x) - x, box.nearestY(y) - y) > NEAR) {
                                    var leader = new PathData().move(x, y).line(box.nearestX(x), box.nearestY(y));
                                    svg.empty(
                                            "path",
                                            "class",
                                            "leader " + dot.relation().css(),
                                            "d",
                                            leader);
                                }
                                svg.text(
                                        "text",
                                        dot.name(),
                                        "class",
                                        "name centre " + dot.relation().css(),
                                        "x",
                                        (box.left() + box.right()) / 2,
                                        "y",
                                        (box.top() + box.bottom()) / 2 + Frame.BASELINE);
                            });
                });
    }

    private boolean isLabelled(Dot dot) {
        Interval chance = outer.at().apply(dot.size());
        return dot.relation() == Relation.OWN || dot.value() < chance.low() || dot.value() > chance.high();
    }
}
