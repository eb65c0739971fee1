package se.trivsel.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/**
 * Values over time, beside what the group had.
 *
 * <p>Periods are counted from 0. One without value is left out of its line and becomes a gap. Several lines are
 * definitions of the same thing, at most six; one line is the municipality's own.
 */
public record Trend(
        Caption caption,
        int periods,
        List<Mark> marks,
        List<Line> lines,
        Optional<Group> group,
        List<PlanBand> plans,
        DoubleFunction<String> axis) {
    private static final double LEAST_HEIGHT = 230;
    private static final int TICKS = 6;
    private static final int MOST_LINES = 6;
    private static final int FEW = 15;

    /** What stands under a period. */
    public record Mark(int at, String text) {}

    /** A line and what is said at its end: its name and last value. */
    public record Line(String name, String text, List<Point> points) {
        public Line {
            points = List.copyOf(points);
            requireOrder(points.stream().mapToInt(Point::at).toArray());
        }
    }

    /** A value in a period; the hover text tells it whole. */
    public record Point(int at, Estimate estimate, String hover) {}

    /** The group's median and middle half over time. */
    public record Group(String name, String text, List<Middle> middles) {
        public Group {
            middles = List.copyOf(middles);
            requireOrder(middles.stream().mapToInt(Middle::at).toArray());
        }
    }

    /** The group in a period. */
    public record Middle(int at, double median, Interval half) {}

    public Trend {
        marks = List.copyOf(marks);
        lines = List.copyOf(lines);
        plans = plans.stream()
                .sorted(Comparator.comparingDouble(PlanBand::from))
                .toList();
        if (lines.size() > MOST_LINES) {
            throw new IllegalArgumentException(lines.size() + " lines cannot be told apart");
        }
        if (lines.stream().allMatch(line -> line.points().isEmpty())
                && group.stream().allMatch(peers -> peers.middles().isEmpty())) {
            throw new IllegalArgumentException("A trend without a value");
        }
    }

    public String svg() {
        LinearScale values = LinearScale.around(estimates(), 1, 0, TICKS);
        double left = Frame.leftOf(values, TICKS, axis);
        SideLabels unplaced = labels(values);
        double right = Frame.WIDTH - unplaced.width() - 18;
        var time = new LinearScale(0, periods - 1.0, left + 7, right - 5);
        List<PlanLabel> planLabels = planLabels(time);
        int planRows =
                planLabels.stream().mapToInt(label -> label.row() + 1).max().orElse(0);
        double top = 8 + planRows * Frame.LINE;
        double bottom = top + Math.max(LEAST_HEIGHT, unplaced.height());
        LinearScale height = values.over(bottom, top);

        var svg = Frame.open("trend", caption, bottom + Frame.LINE + 10, false);
        drawPlans(svg, planLabels, top, bottom);
        group.ifPresent(peers -> Course.fill(svg, "band", slices(peers, time, height)));
        Frame.values(svg, height, TICKS, axis, left, right);
        drawMarks(svg, time, bottom);
        group.ifPresent(peers -> Course.draw(
                svg,
                "peer",
                peers.middles().stream()
                        .map(middle -> new Course.Place(middle.at(), time.at(middle.at()), height.at(middle.median())))
                        .toList()));
        for (int i = 0; i < lines.size(); i++) {
            draw(svg, lines.get(i), css(i), time, height);
        }
        labels(height).draw(svg, right - 4, false, top, bottom);
        return svg.close().toString();
    }

    private List<Estimate> estimates() {
        Stream<Estimate> own =
                lines.stream().flatMap(line -> line.points().stream()).map(Point::estimate);
        Stream<Estimate> others = group.stream()
                .flatMap(peers -> peers.middles().stream())
                .flatMap(middle -> Stream.of(
                        middle.median(), middle.half().low(), middle.half().high()))
                .map(Estimate::exact);
        return Stream.concat(own, others).toList();
    }

    private SideLabels labels(LinearScale height) {
        List<SideLabels.Label> labels = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!line.points().isEmpty()) {
                double value =
                        line.points().get(line.points().size() - 1).estimate().value();
                labels.add(SideLabels.Label.of(
                        height.at(value), line.name(), line.text(), Frame.ASIDE, lines.size() == 1, "name " + css(i)));
            }
        }
        group.filter(peers -> !peers.middles().isEmpty()).ifPresent(peers -> {
            double value = peers.middles().get(peers.middles().size() - 1).median();
            labels.add(
                    SideLabels.Label.of(height.at(value), peers.name(), peers.text(), Frame.ASIDE, true, "name peer"));
        });
        return new SideLabels(labels);
    }

    private String css(int line) {
        return lines.size() == 1 ? "own" : "series series-" + (line + 1);
    }

    private static List<Course.Slice> slices(Group group, LinearScale time, LinearScale height) {
        return group.middles().stream()
                .map(middle -> new Course.Slice(middle.at(), time.at(middle.at()), height.at(middle.half())))
                .toList();
    }

    private void draw(SvgWriter svg, Line line, String css, LinearScale time, LinearScale height) {
        var intervals = new PathData();
        List<Course.Place> places = new ArrayList<>();
        var room = new Interval(height.to(), height.from());
        for (Point point : line.points()) {
            double x = time.at(point.at());
            intervals.upright(height, point.estimate().interval(), x, room);
            places.add(
                    new Course.Place(point.at(), x, height.at(point.estimate().value())));
        }
        svg.path("interval " + css, intervals);
        Course.draw(svg, css, places);
        for (int i = 0; i < places.size(); i++) {
            boolean isMarked = periods <= FEW || i == places.size() - 1;
            Course.Place place = places.get(i);
            String hover = line.points().get(i).hover();
            svg.circle(isMarked ? "point " + css : "hover", place.x(), place.y(), isMarked ? 3.8 : 6, hover);
        }
    }

    /** Marks that would touch the one before are left out. */
    private void drawMarks(SvgWriter svg, LinearScale time, double bottom) {
        double free = 0;
        for (Mark mark : marks) {
            double width = TextWidth.of(mark.text(), false);
            double x = Frame.within(time.at(mark.at()), width, 0, Frame.WIDTH);
            if (x - width / 2 >= free) {
                double tick = time.at(mark.at());
                svg.path("tick", new PathData().move(tick, bottom).line(tick, bottom + 4));
                svg.label(mark.text(), "axis centre", x, bottom + Frame.LINE - 2);
                free = x + width / 2 + 8;
            }
        }
    }

    /** Where a band is, and its label above it: on a row of its own when another is in the way. */
    private record PlanLabel(Interval band, String text, double x, int row) {}

    private List<PlanLabel> planLabels(LinearScale time) {
        List<PlanLabel> labels = new ArrayList<>();
        List<Double> free = new ArrayList<>();
        for (PlanBand plan : plans) {
            Interval band = plan.on(time);
            if (band.hasWidth()) {
                String text = TextWidth.fit(plan.label(), Frame.WIDTH, false);
                double width = TextWidth.of(text, false);
                double x = Frame.within(band.middle(), width, 0, Frame.WIDTH);
                int row = 0;
                while (row < free.size() && free.get(row) > x - width / 2) {
                    row++;
                }
                if (row == free.size()) {
                    free.add(0.0);
                }
                free.set(row, x + width / 2 + 10);
                labels.add(new PlanLabel(band, text, x, row));
            }
        }
        return labels;
    }

    private static void drawPlans(SvgWriter svg, List<PlanLabel> labels, double top, double bottom) {
        for (PlanLabel label : labels) {
            double low = label.band().low();
            double high = label.band().high();
            double y = top - 6 - label.row() * Frame.LINE - Frame.LINE / 2;
            svg.rect("plan", low, top, high - low, bottom - top);
            svg.path(
                    "plan-edge",
                    new PathData()
                            .move(low, top)
                            .line(low, bottom)
                            .move(high, top)
                            .line(high, bottom));
            svg.label(label.text(), "label centre", label.x(), y);
        }
    }

    private static void requireOrder(int[] periods) {
        for (int i = 1; i < periods.length; i++) {
            if (periods[i] <= periods[i - 1]) {
                throw new IllegalArgumentException("Period " + periods[i] + " comes after " + periods[i - 1]);
            }
        }
    }
}
