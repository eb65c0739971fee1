package se.trivsel.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Labels in a column beside a drawing, each as near to its line's end as the others let it.
 *
 * <p>None overlaps another and all stay between top and bottom, which must be so far apart that they fit: see
 * {@link #height}.
 */
record SideLabels(List<Label> labels) {
    private static final double APART = 3;

    SideLabels {
        labels = labels.stream().sorted(Comparator.comparingDouble(Label::y)).toList();
    }

    double width() {
        return labels.stream().mapToDouble(Label::width).max().orElse(0);
    }

    double height() {
        return labels.stream().mapToDouble(Label::height).sum() + APART * Math.max(0, labels.size() - 1);
    }

    /** The middle of each label, from top to bottom. */
    List<Double> middles(double top, double bottom) {
        double[] middles = new double[labels.size()];
        double free = top;
        for (int i = 0; i < middles.length; i++) {
            double half = labels.get(i).height() / 2;
            middles[i] = Math.max(labels.get(i).y(), free + half);
            free = middles[i] + half + APART;
        }
        free = bottom;
        for (int i = middles.length - 1; i >= 0; i--) {
            double half = labels.get(i).height() / 2;
            middles[i] = Math.min(middles[i], free - half);
            free = middles[i] - half - APART;
        }
        return DoubleStream.of(middles).boxed().toList();
    }

    /** Draws them from x on or, at the left of a drawing, up to it; one that had to move is joined to its place. */
    void draw(SvgWriter svg, double x, boolean left, double top, double bottom) {
        List<Double> middles = middles(top, bottom);
        int away = left ? -1 : 1;
        for (int i = 0; i < middles.size(); i++) {
            Label label = labels.get(i);
            String css = label.css() + (left ? " left" : "");
            double middle = middles.get(i);
            if (Math.abs(middle - label.y()) > Frame.LINE / 2) {
                svg.path(
                        "leader " + label.css(),
                        new PathData().move(x + 4 * away, label.y()).line(x + 11 * away, middle));
            }
            double first = middle - label.height() / 2 + Frame.LINE / 2;
            for (int line = 0; line < label.lines().size(); line++) {
                svg.label(label.lines().get(line), css, x + 14 * away, first + line * Frame.LINE);
            }
        }
    }

    /** What is said at a height, in lines that stay together. */
    record Label(double y, List<String> lines, boolean bold, String css) {
        /** A name and its value on one line when there is room, or else the value on a line of its own. */
        static Label of(double y, String name, String value, double room, boolean bold, String css) {
            String both = (name + " " + value).strip();
            if (TextWidth.of(both, bold) <= room) {
                return new Label(y, List.of(both), bold, css);
            }
            List<String> lines = new ArrayList<>(TextWidth.wrap(name, room, bold));
            if (!value.isEmpty()) {
                lines.add(TextWidth.fit(value, room, bold));
            }
            return new Label(y, lines, bold, css);
        }

        double width() {
            return TextWidth.ofWidest(lines, bold);
        }

        double height() {
            return lines.size() * Frame.LINE;
        }
    }
}
