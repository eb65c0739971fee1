package se.trivsel.chart;

/**
 * The line of an SVG path, step by step.
 *
 * <p>A dot is a line without length, which round caps make a disc as wide as the line: hundreds of them cost one
 * element.
 */
final class PathData {
    private static final double CHEVRON = 4;

    /** Less than this is not seen: coordinates have one decimal. */
    private static final double ROUNDED = 0.05;

    private final StringBuilder data = new StringBuilder();
    private double dotX;
    private double dotY = Double.NaN;

    PathData move(double x, double y) {
        return point('M', x, y);
    }

    PathData line(double x, double y) {
        return point('L', x, y);
    }

    /** On the line of the dot before it is written as the step from it, which is half as long. */
    PathData dot(double x, double y) {
        double rounded = Math.round(x * 10) / 10.0;
        if (y == dotY) {
            data.append('m').append(SvgWriter.number(rounded - dotX)).append(" 0h0");
        } else {
            move(x, y);
            data.append("h0");
        }
        dotX = rounded;
        dotY = y;
        return this;
    }

    PathData close() {
        data.append('Z');
        return this;
    }

    boolean isEmpty() {
        return data.isEmpty();
    }

    /** The line of an interval along x; where it is cut off at an end of the room it has an arrowhead. */
    PathData across(LinearScale scale, Interval interval, double y, Interval room) {
        return whisker(scale, interval, y, room, false);
    }

    /** The same along y. */
    PathData upright(LinearScale scale, Interval interval, double x, Interval room) {
        return whisker(scale, interval, x, room, true);
    }

    @Override
    public String toString() {
        return data.toString();
    }

    private PathData whisker(LinearScale scale, Interval interval, double beside, Interval room, boolean upright) {
        if (!interval.hasWidth()) {
            return this;
        }
        double one = scale.at(interval.low());
        double other = scale.at(interval.high());
        double start = Math.max(Math.min(one, other), room.low());
        double end = Math.min(Math.max(one, other), room.high());
        if (start > end) {
            return this;
        }
        along('M', start, beside, upright).along('L', end, beside, upright);
        if (Math.min(one, other) < room.low() - ROUNDED) {
            chevron(start, start + CHEVRON, beside, upright);
        }
        if (Math.max(one, other) > room.high() + ROUNDED) {
            chevron(end, end - CHEVRON, beside, upright);
        }
        return this;
    }

    private void chevron(double tip, double tails, double beside, boolean upright) {
        along('M', tails, beside - CHEVRON, upright)
                .along('L', tip, beside, upright)
                .along('L', tails, beside + CHEVRON, upright);
    }

    private PathData along(char command, double place, double beside, boolean upright) {
        return upright ? point(command, beside, place) : point(command, place, beside);
    }

    private PathData point(char command, double x, double y) {
        dotY = Double.NaN;
        data.append(command).append(SvgWriter.number(x)).append(' ').append(SvgWriter.number(y));
        return this;
    }
}
