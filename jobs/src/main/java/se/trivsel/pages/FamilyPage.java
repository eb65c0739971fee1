package se.trivsel.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.trivsel.chart.Caption;
import se.trivsel.pages.Comparison.Middle;

/**
 * The measures of one family in one municipality: rival definitions side by side, and each through time.
 *
 * @param rivals the figures by definition, lowest first, of those in the same unit; empty where there are fewer than three
 * @param definitions the same in words
 * @param missing the measures that have no value to show at any time
 */
public record FamilyPage(
        Frame frame,
        String name,
        String family,
        String rivalsHeadline,
        String rivals,
        List<Rival> definitions,
        List<Section> sections,
        List<MissingMeasures> missing) {
    private static final int FEWEST_RIVALS = 3;

    /** A definition, its figure and what it counts. */
    public record Rival(Frame.Link measure, String code, String value, String interval, String counted) {}

    /** A measure through time. */
    public record Section(
            String anchor,
            String name,
            String headline,
            String definition,
            Frame.Link measure,
            String chart,
            Table numbers) {}

    public FamilyPage {
        definitions = List.copyOf(definitions);
        sections = List.copyOf(sections);
        missing = List.copyOf(missing);
    }

    static FamilyPage of(
            Municipality municipality,
            String family,
            Catalogue catalogue,
            Figures figures,
            Map<String, List<Figure>> courses) {
        var sections = new ArrayList<Section>();
        List<Measure> measures = catalogue.family(family);
        for (Measure measure : measures) {
            List<Figure> course = courses.getOrDefault(measure.code(), List.of());
            if (!course.isEmpty()) {
                sections.add(section(municipality, measure, course, catalogue, figures));
            }
        }
        List<ToldMeasure> rivals = rivals(municipality, measures, figures);
        String headline = rivals.isEmpty() ? "" : range(rivals, catalogue);
        return new FamilyPage(
                Frame.at(
                        Addresses.family(municipality, family),
                        family + " i " + municipality.name(),
                        "Måtten i området över tid, bredvid jämförelsegruppens.",
                        Addresses.START,
                        municipality.link()),
                municipality.name(),
                family,
                headline,
                rivals.isEmpty()
                        ? ""
                        : Charts.definitions(
                                new Caption(
                                        "definitioner",
                                        family + " i " + municipality.name() + " efter definition",
                                        headline),
                                rivals,
                                catalogue),
                rivals.stream().map(rival -> rival(rival, catalogue)).toList(),
                sections,
                missing(municipality, measures, catalogue, figures, courses));
    }

    private static List<MissingMeasures> missing(
            Municipality municipality,
            List<Measure> measures,
            Catalogue catalogue,
            Figures figures,
            Map<String, List<Figure>> courses) {
        List<Figure> without = measures.stream()
                .filter(measure -> !courses.containsKey(measure.code()))
                .flatMap(measure -> figures.headline(municipality, measure).stream())
                .filter(figure -> figure.value().isEmpty())
                .toList();
        return MissingMeasures.of(
                without,
                figure -> catalogue.status(figure.status()).label(),
                figure -> catalogue.measure(figure.measure()).orElseThrow().link());
    }

    /** Shares of one time, lowest first: the largest such set of the family. */
    private static List<ToldMeasure> rivals(Municipality municipality, List<Measure> measures, Figures figures) {
        return measures.stream()
                .filter(measure -> measure.unit().equals("share"))
                .flatMap(measure -> figures
                        .headline(municipality, measure)
                        .filter(figure -> figure.value().isPresent())
                        .map(figure -> new ToldMeasure(measure, figure))
                        .stream())
                .sorted(Comparator.comparing(ToldMeasure::value))
                .collect(
                        Collectors.groupingBy(told -> told.figure().stretch(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(set -> set.size() >= FEWEST_RIVALS)
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    private static Rival rival(ToldMeasure told, Catalogue catalogue) {
        Measure measure = told.measure();
        return new Rival(
                measure.link(),
                measure.code(),
                Words.value(told.figure(), measure, catalogue),
                Words.interval(told.figure(), measure),
                measure.numerator());
    }

    private static String range(List<ToldMeasure> rivals, Catalogue catalogue) {
        ToldMeasure least = rivals.get(0);
        ToldMeasure most = rivals.get(rivals.size() - 1);
        return "Från " + Words.value(least.figure(), least.measure(), catalogue) + " till "
                + Words.value(most.figure(), most.measure(), catalogue)
                + ": samma personal, samma tid, men olika sätt att räkna";
    }

    private static Section section(
            Municipality municipality, Measure measure, List<Figure> course, Catalogue catalogue, Figures figures) {
        String anchor = Addresses.slug(measure.code());
        String headline = headline(course, measure, catalogue);
        Map<Stretch, Middle> group =
                figures.course(municipality.peerGroup(), measure, course.get(0).periodType());
        return new Section(
                anchor,
                measure.name(),
                headline,
                Words.firstSentence(measure.definition()),
                new Frame.Link(measure.page() + "#" + municipality.anchor(), "Alla kommuner och hela definitionen"),
                Charts.trend(
                        new Caption(
                                "t-" + anchor,
                                measure.name() + " i " + municipality.name() + " över tid",
                                headline + ". Tabellen under diagrammet har samma siffror."),
                        measure,
                        course,
                        municipality.name(),
                        group,
                        municipality.peerGroupName(),
                        catalogue.plansOf(municipality)),
                CourseTable.of(measure, course, group, catalogue));
    }

    /** From the first to the last value; that it has changed is said only where the intervals do not meet. */
    private static String headline(List<Figure> course, Measure measure, Catalogue catalogue) {
        List<Figure> known =
                course.stream().filter(figure -> figure.value().isPresent()).toList();
        Figure first = known.get(0);
        Figure last = known.get(known.size() - 1);
        String now =
                Words.value(last, measure, catalogue) + " " + last.stretch().inWords();
        if (first.equals(last)) {
            return now;
        }
        String then =
                Words.value(first, measure, catalogue) + " " + first.stretch().inWords();
        Optional<Integer> change = change(first, last);
        return change.map(sign -> sign > 0
                        ? "Har ökat: " + then + ", " + now
                        : sign < 0 ? "Har minskat: " + then + ", " + now : "Ingen säker ändring: " + then + ", " + now)
                .orElse(then + ", " + now);
    }

    /** 1 or -1 where the intervals do not meet, 0 where they do; nothing where there are none. */
    private static Optional<Integer> change(Figure first, Figure last) {
        if (first.lower().isEmpty()
                || first.upper().isEmpty()
                || last.lower().isEmpty()
                || last.upper().isEmpty()) {
            return Optional.empty();
        }
        if (last.lower().get().compareTo(first.upper().get()) > 0) {
            return Optional.of(1);
        }
        return Optional.of(last.upper().get().compareTo(first.lower().get()) < 0 ? -1 : 0);
    }
}
