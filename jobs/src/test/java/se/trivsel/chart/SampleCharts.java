package se.trivsel.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/** Charts of a made-up country, with all names and texts given. */
final class SampleCharts {
    static final DoubleFunction<String> PERCENT = value -> String.valueOf(value).replaceAll("\\.0$", "") + " %";
    private static final Caption CAPTION = new Caption("omsattning", "Omsättning", "Mora har lägst omsättning.");

    private SampleCharts() {}

    static RankedDots ranked(List<String> names, Optional<String> link) {
        List<RankedDots.Row> rows = IntStream.range(0, names.size())
                .mapToObj(i -> new RankedDots.Row(
                        new RankedDots.Subject("m-" + i, names.get(i), link, relation(i)),
                        new Estimate(4 + i, new Interval(2, 9 + 2 * i)),
                        4 + i + " %",
                        names.get(i) + ": " + (4 + i) + " %"))
                .toList();
        var missing = new RankedDots.Missing(
                new RankedDots.Subject("m-0319", "Älvkarleby", link, Relation.OTHER),
                "..",
                "färre än 5 anställda, visas inte");
        return new RankedDots(
                CAPTION, rows, List.of(missing), Optional.of(new RankedDots.Median(5, "Median 5 %")), PERCENT);
    }

    static Funnel funnel(List<Funnel.Dot> dots, String centre) {
        return new Funnel(
                CAPTION,
                dots,
                new Funnel.Centre(12.5, centre, "12,5 %"),
                new Funnel.Limits("95 %", size -> chance(size, 1.96)),
                new Funnel.Limits("99,8 %", size -> chance(size, 3.09)),
                PERCENT,
                size -> String.valueOf((int) size),
                "Anställda (antal)");
    }

    static List<Funnel.Dot> country(int municipalities, long seed) {
        var random = new Random(seed);
        List<Funnel.Dot> dots = new ArrayList<>();
        for (int i = 0; i < municipalities; i++) {
            double size = Math.rint(8 + Math.exp(random.nextDouble() * 6));
            double value = Math.max(0, 12.5 + random.nextGaussian() * 60 / Math.sqrt(size));
            dots.add(new Funnel.Dot("Kommun " + i, relation(i), size, value, "Kommun " + i));
        }
        return dots;
    }

    static Trend trend(List<Trend.Line> lines, List<Integer> missingOfGroup, List<PlanBand> plans, String group) {
        List<Trend.Middle> middles = IntStream.range(0, 48)
                .filter(i -> !missingOfGroup.contains(i))
                .mapToObj(i -> new Trend.Middle(i, 18 + i / 20.0, new Interval(14, 23)))
                .toList();
        List<Trend.Mark> marks = IntStream.range(0, 48)
                .mapToObj(i -> new Trend.Mark(i, "månad " + i))
                .toList();
        return new Trend(
                CAPTION, 48, marks, lines, Optional.of(new Trend.Group(group, "20,4 %", middles)), plans, PERCENT);
    }

    static Trend.Line line(String name, double value, int... periods) {
        return new Trend.Line(
                name,
                "5,1 %",
                IntStream.of(periods)
                        .mapToObj(at -> new Trend.Point(at, Estimate.exact(value), name + " " + at))
                        .toList());
    }

    private static Interval chance(double size, double width) {
        double half = width * Math.sqrt(12.5 * 87.5 / size);
        return new Interval(Math.max(0, 12.5 - half), 12.5 + half);
    }

    private static Relation relation(int i) {
        return i == 0 ? Relation.OWN : i % 5 == 1 ? Relation.PEER : Relation.OTHER;
    }
}
