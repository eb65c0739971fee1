package se.trivsel.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.trivsel.report.SwedishFigures;
import se.trivsel.report.SwedishNumbers;

/**
 * A municipality's overview: a row for each measure, by family.
 *
 * @param key what the marks mean, by form and colour
 * @param all every row, as a file
 * @param headline what of all of it stands out, in one sentence
 */
public record MunicipalityPage(
        Frame frame,
        String name,
        String key,
        String headline,
        List<Row> outstanding,
        List<Family> families,
        Table all,
        List<Frame.Link> plans,
        Frame.Link deliveries) {

    /** The measures of a family. */
    public record Family(String name, String anchor, Frame.Link page, List<Row> rows) {}

    /**
     * A measure of the municipality.
     *
     * @param value as text, or the sign for what is missing
     * @param reason why it is missing; empty where it is not
     * @param median the group's
     */
    public record Row(
            Frame.Link measure,
            String value,
            String reason,
            String interval,
            String n,
            String period,
            String median,
            Judgement judgement,
            List<String> cautions,
            String strip,
            String sparkline) {}

    public MunicipalityPage {
        outstanding = List.copyOf(outstanding);
        families = List.copyOf(families);
        plans = List.copyOf(plans);
    }

    static MunicipalityPage of(
            Municipality municipality, Catalogue catalogue, Figures figures, Map<String, List<Figure>> courses) {
        var families = new ArrayList<Family>();
        var file = new ArrayList<List<String>>();
        catalogue.families().forEach((name, measures) -> {
            var rows = new ArrayList<Row>();
            for (Measure measure : measures) {
                figures.headline(municipality, measure).ifPresent(figure -> {
                    Optional<Comparison> comparison = figures.comparison(municipality, measure);
                    List<Figure> course = courses.getOrDefault(measure.code(), List.of());
                    rows.add(row(municipality, measure, figure, comparison, catalogue, figures, course));
                    file.add(cells(measure, figure, comparison, catalogue));
                });
            }
            if (!rows.isEmpty()) {
                String anchor = Addresses.slug(name);
                families.add(new Family(
                        name,
                        anchor,
                        new Frame.Link(Addresses.family(municipality, name), name + " i " + municipality.name()),
                        rows));
            }
        });
        List<Row> outstanding = families.stream()
                .flatMap(family -> family.rows().stream())
                .filter(row -> row.judgement().isVerdict())
                .toList();
        long judged = families.stream()
                .flatMap(family -> family.rows().stream())
                .filter(row ->
                        row.judgement().isVerdict() || row.judgement().style().equals("is-alike"))
                .count();
        return new MunicipalityPage(
                Frame.at(
                        municipality.page(),
                        municipality.name() + ": socialsekreterarnas arbetsvillkor",
                        "Alla mått för " + municipality.name() + " bredvid jämförelsegruppens.",
                        Addresses.START),
                municipality.name(),
                key(municipality),
                headline(municipality, outstanding.size(), judged),
                outstanding,
                families,
                all(municipality, file),
                catalogue.plansOf(municipality).stream()
                        .map(plan -> new Frame.Link(plan.page(), plan.name()))
                        .toList(),
                new Frame.Link(Addresses.deliveries(municipality), "Leveranser från " + municipality.name()));
    }

    private static Table all(Municipality municipality, List<List<String>> rows) {
        return new Table(
                "Alla mått för " + municipality.name(),
                "alla-matt-" + municipality.code() + ".csv",
                List.of(
                        "Mått",
                        "Kod",
                        "Version",
                        "Tid",
                        "Värde",
                        "Enhet",
                        "Intervall från",
                        "till",
                        "n",
                        "Gruppens median",
                        "Mot gruppen",
                        "Att tänka på"),
                rows);
    }

    private static List<String> cells(
            Measure measure, Figure figure, Optional<Comparison> comparison, Catalogue catalogue) {
        return List.of(
                measure.name(),
                measure.code(),
                measure.version(),
                figure.stretch().inWords(),
                Words.plain(figure, measure, catalogue),
                SwedishFigures.unit(measure.unit()),
                Words.plain(figure.lower(), measure, ""),
                Words.plain(figure.upper(), measure, ""),
                Words.persons(figure, measure),
                comparison
                        .flatMap(beside -> beside.middle().median())
                        .map(median -> SwedishFigures.plain(median, measure.unit()))
                        .orElse(catalogue.status("few_peers").sign()),
                Judgement.of(figure, comparison, measure).words(),
                Words.remarks(figure, catalogue));
    }

    private static String key(Municipality municipality) {
        String own = "Stor punkt (orange): " + municipality.name() + ", med 95 procents intervall där det kan anges. ";
        return municipality.peerGroup().equals(Catalogue.EVERYBODY)
                ? own
                        + "Punkter (blå): alla kommuner, som också är jämförelsegruppen; ytan är deras mittersta hälft, strecket medianen."
                : own + "Punkter (blå): jämförelsegruppen, " + municipality.peerGroupName()
                        + "; ytan är dess mittersta hälft, strecket medianen. Små punkter (grå): övriga kommuner.";
    }

    private static String headline(Municipality municipality, long outstanding, long judged) {
        String of = SwedishNumbers.count(judged) + " mått där slumpen kan räknas ut";
        if (judged == 0) {
            return "Inget mått har ett värde som kan vägas mot slumpen.";
        }
        return outstanding == 0
                ? municipality.name() + " går inte att skilja från gruppen i något av " + of + "."
                : municipality.name() + " skiljer sig från gruppen, mer än slumpen, i "
                        + SwedishNumbers.count(outstanding) + " av " + of + ".";
    }

    private static Row row(
            Municipality municipality,
            Measure measure,
            Figure figure,
            Optional<Comparison> comparison,
            Catalogue catalogue,
            Figures figures,
            List<Figure> course) {
        return new Row(
                new Frame.Link(measure.page() + "#" + municipality.anchor(), measure.name()),
                Words.value(figure, measure, catalogue),
                figure.value().isPresent()
                        ? ""
                        : catalogue.status(figure.status()).label(),
                Words.interval(figure, measure),
                Words.persons(figure, measure),
                figure.stretch().inWords(),
                comparison
                        .flatMap(beside -> beside.middle().median())
                        .map(median -> SwedishFigures.inUnit(median, measure.unit()))
                        .orElse(catalogue.status("few_peers").sign()),
                Judgement.of(figure, comparison, measure),
                figure.cautions().stream().map(catalogue::caution).toList(),
                Charts.strip(municipality, figure, comparison, figures.at(measure, figure.stretch()), catalogue),
                Charts.sparkline(course, catalogue.plansOf(municipality)));
    }
}
