package se.trivsel.contract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.trivsel.GeneratedPage;
import se.trivsel.warehouse.Repository;

class MeasuresDocumentTest {
    private static final String HEAD = """
            # Måtten

            Varje mått är en definition med en version. Två definitioner av samma sak är två mått, och de jämförs aldrig
            med varandra. Samma text finns i `bi.measure`.

            Sidan skrivs av `MeasuresDocumentTest` från `config/measures`; ändra där.
            """;

    private static final String DATASETS_HEAD = """

            ## Vad varje leverans behövs till

            Ett mått räknas bara för perioder då allt det byggs av är levererat.

            | Leverans | Mått som inte räknas utan den |
            |---|---|
            """;
    private static final Map<String, String> UNITS = Map.of(
            "share",
            "andel",
            "ratio",
            "kvot",
            "count",
            "antal",
            "days",
            "dagar",
            "hours",
            "timmar",
            "sek",
            "kronor",
            "index",
            "index 0 till 100");
    private static final Map<String, String> DIRECTIONS = Map.of(
            "lower_is_better",
            "lågt är bra",
            "higher_is_better",
            "högt är bra",
            "none",
            "varken högt eller lågt är bra");
    private static final Map<String, String> INTERVALS = Map.of("wilson", "Wilson", "byar", "Byar");
    private static final Map<String, String> SPLITS = Map.of(
            "yrke",
            "yrkesgrupp",
            "kon",
            "kön",
            "alder",
            "ålder",
            "niva",
            "nivå",
            "tid",
            "anställningstid",
            "enhet",
            "enhet",
            "kon_alder",
            "kön och ålder tillsammans (visas inte, helårsvärdet för alla standardiseras efter dem)");
    private static final Map<String, String> PERIODS =
            Map.of("month", "månad", "november", "november", "rolling_12", "tolv månader", "year", "kalenderår");

    @Test
    void thePageStatesEveryMeasureAsTheCatalogueDoes() throws IOException {
        Map<String, List<Measure>> families =
                ConfigurationReader.read(Repository.path("config")).measures().values().stream()
                        .collect(groupingBy(Measure::family, TreeMap::new, toList()));
        String sections = families.entrySet().stream()
                .map(family -> "\n## " + family.getKey() + "\n"
                        + family.getValue().stream()
                                .map(MeasuresDocumentTest::section)
                                .collect(joining()))
                .collect(joining());

        new GeneratedPage("measures.md", HEAD + sections + datasets(families)).isWhatIsCommitted();
    }

    /** What is not measured when a dataset is not delivered: for those who decide what to deliver. */
    private static String datasets(Map<String, List<Measure>> families) {
        Map<String, List<String>> measuresByDataset = new TreeMap<>();
        families.values()
                .forEach(measures -> measures.forEach(measure -> measure.datasets()
                        .forEach(dataset -> measuresByDataset
                                .computeIfAbsent(dataset, first -> new ArrayList<>())
                                .add(measure.code()))));
        return DATASETS_HEAD
                + measuresByDataset.entrySet().stream()
                        .map(needed -> "| %s | %s |\n".formatted(needed.getKey(), String.join(", ", needed.getValue())))
                        .collect(joining());
    }

    private static String section(Measure measure) {
        var text = new StringBuilder();
        text.append("\n### ").append(measure.code()).append(": ").append(measure.name());
        text.append("\n\n").append(measure.definition()).append("\n\n");
        text.append("- Täljare: ").append(measure.numerator()).append('\n');
        if (!measure.denominator().isEmpty()) {
            text.append("- Nämnare: ").append(measure.denominator()).append('\n');
        }
        text.append("- Vilka: ").append(measure.population()).append('\n');
        text.append("- Enhet: ").append(UNITS.get(measure.unit())).append("; ");
        text.append(DIRECTIONS.get(measure.direction())).append('\n');
        if (!measure.interval().equals("none")) {
            text.append("- Osäkerhet: 95 procents intervall enligt ")
                    .append(INTERVALS.get(measure.interval()))
                    .append('\n');
        }
        text.append("- Perioder: ")
                .append(measure.periodTypes().stream().map(PERIODS::get).collect(joining(", ")))
                .append(
                        measure.splits().isEmpty()
                                ? ""
                                : "; även per "
                                        + measure.splits().stream()
                                                .map(SPLITS::get)
                                                .collect(joining(", ")))
                .append('\n');
        if (measure.protection().smallestGroup() > 0) {
            text.append("- Visas inte för färre än ")
                    .append(measure.protection().smallestGroup())
                    .append(
                            measure.protection().smallestCount() > 0
                                    ? " personer eller ärenden, och inte när de räknade eller övriga är färre än "
                                            + measure.protection().smallestCount() + " men inte noll\n"
                                    : " personer\n");
        }
        text.append("- Byggs av: ")
                .append(String.join(", ", measure.datasets()))
                .append('\n');
        measure.official()
                .ifPresent(id ->
                        text.append("- Motsvarighet i Kolada: ").append(id).append('\n'));
        String file = measure.code().toLowerCase(Locale.ROOT) + ".sql";
        text.append("- Version ").append(measure.version()).append(", från ").append(measure.validFrom());
        text.append(", [%s](../sql/40_measure/%1$s)\n".formatted(file));
        return text.toString();
    }
}
