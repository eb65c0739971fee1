package se.trivsel.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.trivsel.chart.Caption;
import se.trivsel.report.SwedishDates;
import se.trivsel.report.SwedishFigures;
import se.trivsel.report.SwedishNumbers;

/**
 * A measure: every municipality, what chance allows, how the middle half went, and what is counted.
 *
 * @param headline what the figures show, no more than the limits of chance allow
 * @param funnel empty where chance has no limits
 */
public record MeasurePage(
        Frame frame,
        String name,
        String code,
        String period,
        String headline,
        String ranked,
        Table numbers,
        String funnel,
        String trend,
        Optional<Table> course,
        List<Fact> facts,
        List<Rival> rivals) {

    /** A line of the definition. */
    public record Fact(String label, String text) {}

    /** Another measure of the family and what its median is. */
    public record Rival(String address, String name, String code, String median, String counted, boolean isThis) {}

    public MeasurePage {
        facts = List.copyOf(facts);
        rivals = List.copyOf(rivals);
    }

    static MeasurePage of(Measure measure, Catalogue catalogue, Figures figures) {
        Stretch stretch = figures.commonest(measure);
        List<Figure> all = figures.at(measure, stretch);
        Everybody everybody = figures.everybody(measure, stretch);
        String period = stretch.inWords();
        String headline = headline(everybody, all, period);
        var course = figures.course(Catalogue.EVERYBODY, measure);
        return new MeasurePage(
                Frame.at(
                        measure.page(),
                        measure.name() + " i alla kommuner",
                        Words.firstSentence(measure.definition()),
                        Addresses.START),
                measure.name(),
                measure.code(),
                period,
                headline,
                Charts.ranked(
                        new Caption(
                                "alla",
                                measure.name() + ", " + period,
                                headline
                                        + " Varje rad är en kommun med 95 procents intervall; tabellen under diagrammet har samma siffror."),
                        measure,
                        all,
                        everybody.median(),
                        catalogue),
                numbers(measure, period, all, catalogue),
                everybody
                        .limits()
                        .map(limits -> Charts.funnel(
                                new Caption(
                                        "slump",
                                        "Skiljer sig någon kommun mer än slumpen?",
                                        headline
                                                + " Ytorna visar var 95 och 99,8 procent av kommunerna väntas ligga om bara slumpen skilde dem åt."),
                                measure,
                                all,
                                limits,
                                catalogue))
                        .orElse(""),
                course.isEmpty()
                        ? ""
                        : Charts.trend(
                                new Caption(
                                        "over-tid",
                                        measure.name() + " över tid",
                                        "Median och mittersta hälften av alla kommuner; tabellen under diagrammet har samma siffror."),
                                measure,
                                List.of(),
                                "",
                                course,
                                "Alla kommuner",
                                List.of()),
                course.isEmpty()
                        ? Optional.empty()
                        : Optional.of(CourseTable.of(measure, List.of(), course, catalogue)),
                facts(measure),
                rivals(measure, catalogue, figures, stretch));
    }

    private static String headline(Everybody everybody, List<Figure> all, String period) {
        long shown = all.stream().filter(figure -> figure.value().isPresent()).count();
        String municipalities = SwedishNumbers.counted(shown, "kommun", "kommuner");
        if (shown == 0) {
            return "Ingen kommun har ett värde som visas.";
        }
        if (everybody.judged() == 0) {
            return municipalities + " har ett värde för " + period
                    + ". Måttet är inte sådant att slumpen kan räknas ut: ordningen är ingen rangordning.";
        }
        return everybody.differing() == 0
                ? "Ingen av " + municipalities + " skiljer sig från alla tillsammans mer än slumpen."
                : SwedishNumbers.count(everybody.differing()) + " av " + municipalities
                        + " skiljer sig från alla tillsammans mer än slumpen.";
    }

    private static Table numbers(Measure measure, String period, List<Figure> all, Catalogue catalogue) {
        Map<String, Figure> byMunicipality =
                all.stream().collect(Collectors.toMap(Figure::municipality, Function.identity()));
        return new Table(
                measure.name() + ", " + period,
                measure.code().toLowerCase(Locale.ROOT) + "-" + period.replace(' ', '-') + ".csv",
                List.of(
                        "Kommun",
                        Words.heading("Värde", measure),
                        "Intervall från",
                        "till",
                        "n",
                        "Nämnare",
                        "Att tänka på"),
                catalogue.municipalities().stream()
                        .flatMap(one -> Optional.ofNullable(byMunicipality.get(one.code())).stream())
                        .map(figure -> row(figure, measure, catalogue))
                        .toList());
    }

    private static List<String> row(Figure figure, Measure measure, Catalogue catalogue) {
        return List.of(
                catalogue.municipality(figure.municipality()).name(),
                Words.plain(figure, measure, catalogue),
                Words.plain(figure.lower(), measure, ""),
                Words.plain(figure.upper(), measure, ""),
                Words.persons(figure, measure),
                figure.denominator().map(SwedishFigures::number).orElse(""),
                Words.remarks(figure, catalogue));
    }

    private static List<Fact> facts(Measure measure) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Vad måttet säger", measure.definition()));
        facts.add(new Fact("Täljare", measure.numerator()));
        facts.add(new Fact("Nämnare", measure.denominator()));
        facts.add(new Fact("Vilka det gäller", measure.population()));
        facts.add(new Fact(
                "Åt vilket håll",
                switch (measure.direction()) {
                    case "lower_is_better" -> "Lägre är bättre";
                    case "higher_is_better" -> "Högre är bättre";
                    default -> "Varken högt eller lågt är bra i sig";
                }));
        facts.add(new Fact(
                "Osäkerhet",
                switch (measure.interval()) {
                    case "wilson" -> "95 procents intervall för en andel (Wilson)";
                    case "byar" -> "95 procents intervall för händelser per person (Byar)";
                    default -> "Inget intervall: måttet är ingen andel av personer eller ärenden";
                }));
        facts.add(new Fact(
                "Visas inte",
                measure.smallestGroup() > 0
                        ? "när det gäller färre än " + measure.smallestGroup()
                                + ", eller när någon annans värde annars kunde räknas fram"
                        : "Visas alltid: måttet gäller inte personer"));
        facts.add(new Fact("Officiellt nyckeltal", measure.official()));
        facts.add(new Fact("Version", measure.version() + ", från " + SwedishDates.day(measure.validFrom())));
        facts.add(new Fact("Kod", measure.code()));
        facts.removeIf(fact -> fact.text().isEmpty());
        return facts;
    }

    /** The family's measures in the same unit, by the size of their medians: rival definitions, where they are. */
    private static List<Rival> rivals(Measure measure, Catalogue catalogue, Figures figures, Stretch stretch) {
        return catalogue.family(measure.family()).stream()
                .filter(other -> other.unit().equals(measure.unit()))
                .map(other -> new Rival(
                        other.page(),
                        other.name(),
                        other.code(),
                        figures.middle(Catalogue.EVERYBODY, other, stretch)
                                .median()
                                .map(median -> SwedishFigures.inUnit(median, other.unit()))
                                .orElse(""),
                        other.numerator(),
                        other.equals(measure)))
                .toList();
    }
}
