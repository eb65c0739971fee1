package se.trivsel.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/**
 * A row for each municipality with its value and interval, one under the other.
 *
 * <p>Rows come in the order they are given. Those without a value come last, with a sign and the reason: left out they
 * would look as if they did not exist. Each row has its id in the page, so that an address can point at it.
 */
public record RankedDots(
        Caption caption, List<Row> rows, List<Missing> missing, Optional<Median> median, DoubleFunction<String> axis) {
    private static final double ROW = 20;
    private static final double WIDEST_NAME = 170;
    private static final int MOST_TICKS = 6;

    /** A municipality with a value; the hover text tells it whole. */
    public record Row(Subject subject, Estimate estimate, String text, String hover) {}

    /** A municipality without: {@code ..} and why. */
    public record Missing(Subject subject, String sign, String reason) {}

    /** Who a row is about, and where its name leads. */
    public record Subject(String id, String name, Optional<String> link, Relation relation) {
        public Subject {
            Caption.requireId(id);
        }
    }

    /** The line that rows are compared with, and what it is called. */
    public record Median(double value, String label) {}

    public RankedDots {
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
    }

    public String svg() {
        double names = subjects().mapToDouble(RankedDots::width).max().orElse(0);
        double left = Math.min(names, WIDEST_NAME) + 12;
        double right = Frame.WIDTH
                - 14
                - TextWidth.ofWidest(rows.stream().map(Row::text).toList(), true);
        double top = rows.isEmpty() ? 2 : (median.isPresent() ? 2 : 1) * Frame.LINE + 6;
        double height = top + (rows.size() + missing.size()) * ROW + 2;
        boolean hasLinks = subjects().anyMatch(subject -> subject.link().isPresent());
        var svg = Frame.open("ranked", caption, height, hasLinks);
        if (!rows.isEmpty()) {
            drawRows(svg, left, right, top);
        }
        for (int i = 0; i < missing.size(); i++) {
            draw(svg, missing.get(i), left, top + (rows.size() + i) * ROW);
        }
        return svg.close().toString();
    }

    private void drawRows(SvgWriter svg, double left, double right, double top) {
        List<Estimate> estimates =
                new ArrayList<>(rows.stream().map(Row::estimate).toList());
        median.ifPresent(middle -> estimates.add(Estimate.exact(middle.value())));
        LinearScale scale = LinearScale.around(estimates, left + 8, right - 8, MOST_TICKS);
        double bottom = top + rows.size() * ROW;
        drawAxis(svg, scale, bottom);
        median.ifPresent(middle -> {
            double width = TextWidth.of(middle.label(), false);
            double x = Frame.within(scale.at(middle.value()), width, 0, Frame.WIDTH);
            svg.label(middle.label(), "label centre", x, top - Frame.LINE / 2 - 2);
        });
        for (int i = 0; i < rows.size(); i++) {
            draw(svg, rows.get(i), scale, new Interval(left, right), top + i * ROW);
        }
        median.ifPresent(middle -> svg.path(
                "median",
                new PathData().move(scale.at(middle.value()), top - 2).line(scale.at(middle.value()), bottom)));
    }

    private void drawAxis(SvgWriter svg, LinearScale scale, double bottom) {
        List<Double> ticks = scale.ticks(MOST_TICKS);
        for (int fewer = MOST_TICKS - 1; fewer > 1 && isCrowded(ticks, scale); fewer--) {
            ticks = scale.ticks(fewer);
        }
        var grid = new PathData();
        ticks.forEach(tick -> grid.move(scale.at(tick), Frame.LINE + 2).line(scale.at(tick), bottom));
        svg.path("grid", grid);
        for (double tick : ticks) {
            svg.label(axis.apply(tick), "axis centre", scale.at(tick), Frame.LINE / 2 + 1);
        }
    }

    private boolean isCrowded(List<Double> ticks, LinearScale scale) {
        double apart = ticks.size() < 2 ? Double.MAX_VALUE : scale.at(ticks.get(1)) - scale.at(ticks.get(0));
        return TextWidth.ofWidest(ticks.stream().map(axis::apply).toList(), false) + 8 > apart;
    }

    private static void draw(SvgWriter svg, Row row, LinearScale scale, Interval room, double top) {
        double middle = top + ROW / 2;
        begin(svg, row.subject(), row.hover(), top, room.low());
        svg.path("interval", new PathData().across(scale, row.estimate().interval(), middle, room));
        svg.circle(
                "dot",
                scale.at(row.estimate().value()),
                middle,
                row.subject().relation().radius());
        svg.label(row.text(), "value left", Frame.WIDTH - 4, middle);
        svg.close();
    }

    private static void draw(SvgWriter svg, Missing row, double left, double top) {
        begin(svg, row.subject(), row.subject().name() + ": " + row.reason(), top, left);
        String text = TextWidth.fit(row.sign() + "\u00a0\u00a0" + row.reason(), Frame.WIDTH - left - 8, false);
        svg.label(text, "axis", left + 4, top + ROW / 2);
        svg.close();
    }

    private static void begin(SvgWriter svg, Subject subject, String hover, double top, double left) {
        svg.open("g", "id", subject.id(), "class", subject.relation().css());
        svg.text("title", hover);
        svg.rect("row", 0.0, top, Frame.WIDTH, ROW);
        subject.link().ifPresent(link -> svg.open("a", "href", link));
        String name =
                TextWidth.fit(subject.name(), WIDEST_NAME, subject.relation().isBold());
        svg.label(name, "name left", left - 8, top + ROW / 2);
        subject.link().ifPresent(link -> svg.close());
    }

    private Stream<Subject> subjects() {
        return Stream.concat(rows.stream().map(Row::subject), missing.stream().map(Missing::subject));
    }

    private static double width(Subject subject) {
        return TextWidth.of(subject.name(), subject.relation().isBold());
    }
}
