package se.trivsel.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What goes on over time, drawn as lines and areas.
 *
 * <p>A period without value ends a line, and the next begins anew: what is missing is never bridged. A value between
 * two missing ones is a dot.
 */
final class Course {
    private Course() {}

    /** A value's period and where it is drawn. */
    record Place(int at, double x, double y) {}

    /** A span of values in a period and where it is drawn. */
    record Slice(int at, double x, Interval y) {}

    static void draw(SvgWriter svg, String css, List<Place> places) {
        var line = new PathData();
        var dots = new PathData();
        for (List<Place> run : runs(places, Place::at)) {
            Place first = run.get(0);
            if (run.size() == 1) {
                dots.dot(first.x(), first.y());
                continue;
            }
            line.move(first.x(), first.y());
            run.stream().skip(1).forEach(place -> line.line(place.x(), place.y()));
        }
        svg.path("line " + css, line);
        svg.path("dots " + css, dots);
    }

    static void fill(SvgWriter svg, String css, List<Slice> slices) {
        var area = new PathData();
        for (List<Slice> run : runs(slices, Slice::at)) {
            double beside = run.size() == 1 ? 3 : 0;
            Slice first = run.get(0);
            Slice last = run.get(run.size() - 1);
            area.move(first.x() - beside, first.y().low());
            run.stream().skip(1).forEach(slice -> area.line(slice.x(), slice.y().low()));
            area.line(last.x() + beside, last.y().low());
            area.line(last.x() + beside, last.y().high());
            for (int i = run.size() - 2; i >= 0; i--) {
                area.line(run.get(i).x(), run.get(i).y().high());
            }
            area.line(first.x() - beside, first.y().high()).close();
        }
        svg.path(css, area);
    }

    private static <T> List<List<T>> runs(List<T> points, ToIntFunction<T> at) {
        List<List<T>> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= points.size(); i++) {
            boolean ends = i == points.size() || at.applyAsInt(points.get(i)) != at.applyAsInt(points.get(i - 1)) + 1;
            if (ends) {
                runs.add(points.subList(start, i));
                start = i;
            }
        }
        return runs;
    }
}
