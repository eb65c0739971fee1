package se.trivsel.pages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.trivsel.pages.Comparison.Middle;

/**
 * The figures of a release for its municipalities as wholes.
 *
 * <p>What every page needs again and again is read once and kept: the figure that each measure is told by, the groups'
 * middle halves. What only one page needs is asked for when that page is made.
 */
final class Figures {
    private static final String COLUMNS =
            "municipality_code, measure_code, period_type, period_start, value, lower_bound, upper_bound, n, denominator,"
                    + " measure_value.status, cautions";

    private static final List<String> BEST_FIRST = List.of("rolling_12", "year", "month", "november");

    private final Map<Place, Figure> headlines = new HashMap<>();
    private final Map<Place, Comparison> comparisons = new HashMap<>();
    private final Map<Told, List<Figure>> told;
    private final Map<Group, Map<Stretch, Middle>> courses = new HashMap<>();
    private final Map<Told, Everybody> everybody;

    /** Where a figure stands in an overview. */
    private record Place(String municipality, String measure) {}

    /** A measure and the time that some municipality is told by. */
    record Told(String measure, Stretch stretch) {}

    private record Group(String peerGroup, String measure) {}

    Figures(Queries queries, Catalogue catalogue) throws SQLException {
        told = queries.list("""
                        select %s
                        from bi.measure_value
                        inner join (select distinct measure_code, period_type, period_start from bi.headline)
                            using (measure_code, period_type, period_start)
                        where group_code = 'alla'
                        order by municipality_code""".formatted(COLUMNS), Figures::figure).stream()
                .collect(Collectors.groupingBy(figure -> new Told(figure.measure(), figure.stretch())));
        queries.each("""
                        select %s
                        from bi.measure_value
                        inner join bi.headline using (municipality_code, measure_code, group_code, period_type, period_start)""".formatted(COLUMNS), row -> {
            Figure figure = figure(row);
            headlines.put(new Place(figure.municipality(), figure.measure()), figure);
        });
        readComparisons(queries, catalogue);
        readCourses(queries);
        everybody = Everybody.read(queries);
    }

    private void readComparisons(Queries queries, Catalogue catalogue) throws SQLException {
        var groups = catalogue.municipalities().stream()
                .collect(Collectors.toMap(Municipality::code, Municipality::peerGroup));
        queries.each("""
                        select
                            municipality_code,
                            measure_code,
                            peer_group_code,
                            lower_quartile,
                            median,
                            upper_quartile,
                            verdict_code,
                            peer_status
                        from bi.benchmark
                        inner join bi.headline using (municipality_code, measure_code, group_code, period_type, period_start)
                        where division_code in ('alla', 'skr')""", row -> {
            var place = new Place(row.getString(1), row.getString(2));
            if (row.getString(3).equals(groups.get(place.municipality()))) {
                comparisons.put(place, comparison(row));
            }
        });
    }

    private static Comparison comparison(ResultSet row) throws SQLException {
        return new Comparison(
                row.getString("peer_status").equals("ok") ? middle(row) : Middle.UNKNOWN,
                row.getString("verdict_code"));
    }

    private void readCourses(Queries queries) throws SQLException {
        queries.each(
                """
                        select distinct
                            peer_group_code,
                            measure_code,
                            period_type,
                            period_start,
                            lower_quartile,
                            median,
                            upper_quartile
                        from bi.benchmark
                        where group_code = 'alla' and division_code in ('alla', 'skr') and peer_status = 'ok'""",
                row -> courses.computeIfAbsent(new Group(row.getString(1), row.getString(2)), none -> new HashMap<>())
                        .put(stretch(row), middle(row)));
    }

    private static Middle middle(ResultSet row) throws SQLException {
        return new Middle(
                Queries.decimal(row, "lower_quartile"),
                Queries.decimal(row, "median"),
                Queries.decimal(row, "upper_quartile"));
    }

    static Stretch stretch(ResultSet row) throws SQLException {
        return new Stretch(row.getString("period_type"), row.getObject("period_start", LocalDate.class));
    }

    private static Figure figure(ResultSet row) throws SQLException {
        String cautions = row.getString("cautions");
        return new Figure(
                row.getString("municipality_code"),
                row.getString("measure_code"),
                row.getString("period_type"),
                row.getObject("period_start", LocalDate.class),
                Queries.decimal(row, "value"),
                Queries.decimal(row, "lower_bound"),
                Queries.decimal(row, "upper_bound"),
                Queries.count(row, "n"),
                Queries.decimal(row, "denominator"),
                row.getString("status"),
                cautions.isEmpty() ? List.of() : Arrays.asList(cautions.split(" ")));
    }

    /** The figure that a measure of a municipality is told by; nothing where it is not counted for it. */
    Optional<Figure> headline(Municipality municipality, Measure measure) {
        return Optional.ofNullable(headlines.get(new Place(municipality.code(), measure.code())));
    }

    /** That figure beside the group's. */
    Optional<Comparison> comparison(Municipality municipality, Measure measure) {
        return Optional.ofNullable(comparisons.get(new Place(municipality.code(), measure.code())));
    }

    /** The newest of the times by which municipalities are told this measure that at least half as many have a value for as any. */
    Stretch commonest(Measure measure) {
        var values =
                new TreeMap<Stretch, Long>(Comparator.comparing(Stretch::start).thenComparing(Stretch::type));
        told.forEach((key, all) -> {
            if (key.measure().equals(measure.code())) {
                values.put(
                        key.stretch(),
                        all.stream()
                                .filter(figure -> figure.value().isPresent())
                                .count());
            }
        });
        long most = values.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        return values.descendingMap().entrySet().stream()
                .filter(entry -> 2 * entry.getValue() >= most)
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    /** The figures of a measure at one of those times. */
    List<Figure> at(Measure measure, Stretch stretch) {
        return told.getOrDefault(new Told(measure.code(), stretch), List.of());
    }

    /** All municipalities together at one of those times. */
    Everybody everybody(Measure measure, Stretch stretch) {
        return everybody.getOrDefault(new Told(measure.code(), stretch), Everybody.UNKNOWN);
    }

    /** The middle half of a group through time, by the kind of period that shows it best. */
    Map<Stretch, Middle> course(String peerGroup, Measure measure) {
        return BEST_FIRST.stream()
                .map(type -> course(peerGroup, measure, type))
                .filter(course -> !course.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    /** The middle half of a group through time, by one kind of period. */
    Map<Stretch, Middle> course(String peerGroup, Measure measure, String type) {
        return courses.getOrDefault(new Group(peerGroup, measure.code()), Map.of()).entrySet().stream()
                .filter(entry -> entry.getKey().isOfCourse(type))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The middle half of a group at one time. */
    Middle middle(String peerGroup, Measure measure, Stretch stretch) {
        return courses.getOrDefault(new Group(peerGroup, measure.code()), Map.of())
                .getOrDefault(stretch, Middle.UNKNOWN);
    }

    /**
     * How the measures of a municipality went, each by the kind of period that shows it best and has a value: windows of twelve
     * months, else years, months or Novembers.
     *
     * <p>Of the windows those from a quarter's beginning: of small municipalities no others are shown.
     */
    static Map<String, List<Figure>> course(Queries queries, Municipality municipality) throws SQLException {
        Map<String, Map<String, List<Figure>>> courses =
                queries.list("""
                        select %s
                        from bi.measure_value
                        where municipality_code = ?
                            and group_code = 'alla'
                            and (period_type <> 'rolling_12' or month(period_start) %% 3 = 1)
                        order by measure_code, period_type, period_start""".formatted(COLUMNS), Figures::figure, municipality.code()).stream()
                        .collect(Collectors.groupingBy(Figure::measure, Collectors.groupingBy(Figure::periodType)));
        var best = new HashMap<String, List<Figure>>();
        courses.forEach((measure, byType) -> BEST_FIRST.stream()
                .map(type -> byType.getOrDefault(type, List.of()))
                .filter(course ->
                        course.stream().anyMatch(figure -> figure.value().isPresent()))
                .findFirst()
                .ifPresent(course -> best.put(measure, course)));
        return best;
    }
}
