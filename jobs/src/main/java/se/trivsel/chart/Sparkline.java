package se.trivsel.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A small line of the own values over time.
 *
 * <p>A period without value is a gap. The height is the range of the values, but no less than a quarter of the
 * largest: a change of a hundredth does not look like a landslide.
 */
public record Sparkline(int periods, SortedMap<Integer, Double> values, List<PlanBand> plans) {
    private static final double WIDTH = 110;
    private static final double HEIGHT = 30;
    private static final double MARGIN = 5;
    private static final double LEAST_RANGE = 0.25;

    public Sparkline {
        values = new TreeMap<>(values);
        plans = List.copyOf(plans);
    }

    public String svg() {
        var time = new LinearScale(0, periods - 1.0, MARGIN, WIDTH - MARGIN);
        var svg = Frame.openHidden("sparkline", WIDTH, HEIGHT);
        for (PlanBand plan : plans) {
            Interval band = plan.on(time);
            if (band.hasWidth()) {
                double width = band.high() - band.low();
                svg.rect("plan", band.low(), 1.0, width, HEIGHT - 2);
            }
        }
        if (values.isEmpty()) {
            return svg.close().toString();
        }
        LinearScale height = height();
        List<Course.Place> places = new ArrayList<>();
        values.forEach((at, value) -> places.add(new Course.Place(at, time.at(at), height.at(value))));
        Course.draw(svg, "own", places);
        Course.Place last = places.get(places.size() - 1);
        svg.circle("last own", last.x(), last.y(), 3.0);
        return svg.close().toString();
    }

    private LinearScale height() {
        double low = Collections.min(values.values());
        double high = Collections.max(values.values());
        double least = Math.max(Math.abs(low), Math.abs(high)) * LEAST_RANGE;
        double more = Math.max(0, least - (high - low)) / 2;
        return new LinearScale(low - more, high + more, HEIGHT - MARGIN, MARGIN);
    }
}
