package se.trivsel.pages;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import se.trivsel.chart.Caption;
import se.trivsel.chart.Estimate;
import se.trivsel.chart.Funnel;
import se.trivsel.chart.Interval;
import se.trivsel.chart.PlanBand;
import se.trivsel.chart.RankedDots;
import se.trivsel.chart.Relation;
import se.trivsel.chart.Sparkline;
import se.trivsel.chart.Strip;
import se.trivsel.chart.Trend;
import se.trivsel.pages.Comparison.Middle;
import se.trivsel.report.SwedishFigures;

/**
 * Figures as charts.
 *
 * <p>Charts take numbers by their place and their words as they are; what is rounded is rounded before, in the words.
 */
final class Charts {
    private static final int MONTHS_OF_A_YEAR = 12;

    private Charts() {}

    /** Where a municipality lies among all, in a row of an overview. */
    static String strip(
            Municipality own, Figure figure, Optional<Comparison> comparison, List<Figure> all, Catalogue catalogue) {
        var peers = new ArrayList<Double>();
        var others = new ArrayList<Double>();
        for (Figure other : all) {
            if (other.value().isEmpty() || other.municipality().equals(own.code())) {
                continue;
            }
            boolean isPeer = isPeer(catalogue.municipality(other.municipality()), own);
            (isPeer ? peers : others).add(other.value().get().doubleValue());
        }
        return new Strip(
                        others,
                        peers,
                        comparison
                                .map(Comparison::middle)
                                .flatMap(middle -> middle.median()
                                        .map(median -> new Strip.Middle(median.doubleValue(), half(middle)))),
                        estimate(figure))
                .svg();
    }

    private static boolean isPeer(Municipality other, Municipality own) {
        return own.peerGroup().equals(Catalogue.EVERYBODY) || other.peerGroup().equals(own.peerGroup());
    }

    private static Optional<Estimate> estimate(Figure figure) {
        return figure.value().map(value -> new Estimate(value.doubleValue(), interval(figure, value)));
    }

    private static Interval interval(Figure figure, BigDecimal value) {
        return figure.lower().isPresent() && figure.upper().isPresent()
                ? new Interval(
                        figure.lower().get().doubleValue(), figure.upper().get().doubleValue())
                : new Interval(value.doubleValue(), value.doubleValue());
    }

    /** @param middle one that is known */
    private static Interval half(Middle middle) {
        return new Interval(
                middle.lower().orElseThrow().doubleValue(),
                middle.upper().orElseThrow().doubleValue());
    }

    /** The course of a figure, small. */
    static String sparkline(List<Figure> course, List<Plan> plans) {
        if (course.isEmpty()) {
            return "";
        }
        var time = Time.of(course);
        var values = new TreeMap<Integer, Double>();
        course.forEach(figure -> figure.value().ifPresent(value -> values.put(time.at(figure), value.doubleValue())));
        return new Sparkline(time.periods(), values, time.bands(plans)).svg();
    }

    /** All municipalities of a measure by value, those without one last. */
    static String ranked(
            Caption caption, Measure measure, List<Figure> figures, Optional<BigDecimal> median, Catalogue catalogue) {
        var rows = figures.stream()
                .filter(figure -> figure.value().isPresent())
                .sorted(Comparator.comparing((Figure figure) -> figure.value().orElseThrow()))
                .map(figure -> new RankedDots.Row(
                        subject(catalogue.municipality(figure.municipality())),
                        estimate(figure).orElseThrow(),
                        Words.value(figure, measure, catalogue),
                        hover(figure, measure, catalogue)))
                .toList();
        var missing = figures.stream()
                .filter(figure -> figure.value().isEmpty())
                .map(figure -> new RankedDots.Missing(
                        subject(catalogue.municipality(figure.municipality())),
                        catalogue.status(figure.status()).sign(),
                        Words.brief(catalogue.status(figure.status()).label())))
                .toList();
        return new RankedDots(
                        caption,
                        rows,
                        missing,
                        median.map(value -> new RankedDots.Median(
                                value.doubleValue(), "median " + SwedishFigures.inUnit(value, measure.unit()))),
                        axis(measure))
                .svg();
    }

    private static RankedDots.Subject subject(Municipality municipality) {
        return new RankedDots.Subject(
                municipality.anchor(), municipality.name(), Optional.of("../" + municipality.page()), Relation.OTHER);
    }

    /** A municipality's figures by rival definitions, as rows of one chart. */
    static String definitions(Caption caption, List<ToldMeasure> rivals, Catalogue catalogue) {
        var rows = rivals.stream()
                .map(rival -> new RankedDots.Row(
                        new RankedDots.Subject(
                                "d-" + Addresses.slug(rival.measure().code()),
                                rival.measure().code(),
                                Optional.of("../../" + rival.measure().page()),
                                Relation.PEER),
                        estimate(rival.figure()).orElseThrow(),
                        Words.value(rival.figure(), rival.measure(), catalogue),
                        rival.measure().name() + ": " + hover(rival.figure(), rival.measure(), catalogue)))
                .toList();
        return new RankedDots(
                        caption,
                        rows,
                        List.of(),
                        Optional.empty(),
                        axis(rivals.get(0).measure()))
                .svg();
    }

    static String hover(Figure figure, Measure measure, Catalogue catalogue) {
        String interval = Words.interval(figure, measure);
        String persons = Words.persons(figure, measure);
        return catalogue.municipality(figure.municipality()).name() + ", "
                + figure.stretch().inWords() + ": "
                + Words.value(figure, measure, catalogue)
                + (interval.isEmpty() ? "" : " (" + interval + ")")
                + (persons.isEmpty() ? "" : ", n " + persons);
    }

    /** Whether a municipality differs from all by more than chance; only of shares that have limits. */
    static String funnel(
            Caption caption, Measure measure, List<Figure> figures, ChanceLimits limits, Catalogue catalogue) {
        var dots = figures.stream()
                .filter(figure -> figure.value().isPresent())
                .filter(figure ->
                        figure.denominator().filter(size -> size.signum() > 0).isPresent())
                .map(figure -> new Funnel.Dot(
                        catalogue.municipality(figure.municipality()).name(),
                        Relation.OTHER,
                        figure.denominator().orElseThrow().doubleValue(),
                        figure.value().orElseThrow().doubleValue(),
                        hover(figure, measure, catalogue)))
                .toList();
        return new Funnel(
                        caption,
                        dots,
                        new Funnel.Centre(
                                limits.centre().doubleValue(),
                                "alla kommuner",
                                SwedishFigures.inUnit(limits.centre(), measure.unit())),
                        new Funnel.Limits("95 %", limits::inner),
                        new Funnel.Limits("99,8 %", limits::outer),
                        axis(measure),
                        size -> SwedishFigures.plain(BigDecimal.valueOf(size), "sek"),
                        "Antal i nämnaren")
                .svg();
    }

    /** A measure through time: a municipality's own line where there is one, and its group's middle half. */
    static String trend(
            Caption caption,
            Measure measure,
            List<Figure> own,
            String ownName,
            Map<Stretch, Middle> group,
            String groupName,
            List<Plan> plans) {
        var time = own.isEmpty() ? Time.of(group.keySet()) : Time.of(own);
        List<Figure> known =
                own.stream().filter(figure -> figure.value().isPresent()).toList();
        List<Trend.Line> lines = last(known).stream()
                .map(last -> new Trend.Line(
                        ownName,
                        SwedishFigures.inUnit(last.value().orElseThrow(), measure.unit()),
                        known.stream()
                                .map(figure -> point(figure, time, measure))
                                .toList()))
                .toList();
        var middles = group.entrySet().stream()
                .filter(entry -> time.has(entry.getKey()))
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Stretch::lastMonth)))
                .toList();
        Optional<Trend.Group> beside = last(middles)
                .map(last -> new Trend.Group(
                        groupName,
                        SwedishFigures.inUnit(last.getValue().median().orElseThrow(), measure.unit()),
                        middles.stream()
                                .map(entry -> new Trend.Middle(
                                        time.at(entry.getKey()),
                                        entry.getValue().median().orElseThrow().doubleValue(),
                                        half(entry.getValue())))
                                .toList()));
        return new Trend(caption, time.periods(), time.years(), lines, beside, time.bands(plans), axis(measure)).svg();
    }

    private static <T> Optional<T> last(List<T> items) {
        return items.isEmpty() ? Optional.empty() : Optional.of(items.get(items.size() - 1));
    }

    private static Trend.Point point(Figure figure, Time time, Measure measure) {
        return new Trend.Point(
                time.at(figure),
                estimate(figure).orElseThrow(),
                figure.stretch().inWords() + ": "
                        + SwedishFigures.inUnit(figure.value().orElseThrow(), measure.unit()));
    }

    private static DoubleFunction<String> axis(Measure measure) {
        return value -> {
            BigDecimal shown = measure.unit().equals("share")
                    ? BigDecimal.valueOf(value).movePointRight(2)
                    : BigDecimal.valueOf(value);
            return SwedishFigures.number(shown) + (measure.unit().equals("share") ? "\u00a0%" : "");
        };
    }

    /** Periods of one kind, counted from the first: of years one a year, of quarters' windows one a quarter, else one a month. */
    private record Time(YearMonth first, int step, int periods) {
        static Time of(List<Figure> course) {
            return of(course.stream().map(Figure::stretch).toList());
        }

        /** @param stretches of one kind, at least one */
        static Time of(Collection<Stretch> stretches) {
            YearMonth first = stretches.stream()
                    .map(Stretch::lastMonth)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            YearMonth last = stretches.stream()
                    .map(Stretch::lastMonth)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            String type = stretches.iterator().next().type();
            int step = switch (type) {
                case "year", "november" -> MONTHS_OF_A_YEAR;
                case "rolling_12" -> 3;
                default -> 1;
            };
            return new Time(first, step, (int) first.until(last, ChronoUnit.MONTHS) / step + 1);
        }

        int at(Figure figure) {
            return at(figure.stretch());
        }

        int at(Stretch stretch) {
            return (int) first.until(stretch.lastMonth(), ChronoUnit.MONTHS) / step;
        }

        boolean has(Stretch stretch) {
            long months = first.until(stretch.lastMonth(), ChronoUnit.MONTHS);
            return months >= 0 && months % step == 0 && months / step < periods;
        }

        /** Months: where each year begins. Longer times: the one that is the year, or whose twelve months end with it. */
        List<Trend.Mark> years() {
            int month = step == 1 ? 1 : MONTHS_OF_A_YEAR;
            return IntStream.range(0, periods)
                    .filter(at ->
                            first.plusMonths((long) at * step).getMonthValue() == month || step == MONTHS_OF_A_YEAR)
                    .mapToObj(at -> new Trend.Mark(
                            at,
                            String.valueOf(first.plusMonths((long) at * step).getYear())))
                    .toList();
        }

        List<PlanBand> bands(List<Plan> plans) {
            return plans.stream()
                    .map(plan -> new PlanBand(
                            place(plan.from()), plan.to().map(this::place).orElse((double) periods), plan.name()))
                    .toList();
        }

        private double place(YearMonth month) {
            return (double) first.until(month, ChronoUnit.MONTHS) / step;
        }
    }
}
