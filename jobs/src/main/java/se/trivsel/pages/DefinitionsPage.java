package se.trivsel.pages;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import se.trivsel.report.SwedishDates;
import se.trivsel.report.SwedishFigures;
import se.trivsel.report.SwedishNumbers;

/**
 * The catalogue of measures, and what the words and signs of all pages mean.
 *
 * <p>A measure's own page has its whole definition: here it has a line.
 *
 * @param definitions the version of all definitions together
 */
public record DefinitionsPage(
        Frame frame,
        String lead,
        String definitions,
        List<Family> families,
        List<Missing> missing,
        List<String> cautions,
        List<String> verdicts,
        List<Source> sources) {

    /** The measures of a family. */
    public record Family(String name, String anchor, List<Line> measures) {}

    /**
     * A measure.
     *
     * @param since the day from which the version of its definition holds
     * @param official the official counterpart's id; empty where there is none
     */
    public record Line(
            Frame.Link page,
            String code,
            String version,
            String since,
            String unit,
            String direction,
            String smallestGroup,
            String official) {}

    /** Why a value is missing, and the sign that stands for it. */
    public record Missing(String sign, String meaning) {}

    /** Where a division of municipalities into groups comes from. */
    public record Source(String what, String where) {}

    public DefinitionsPage {
        families = List.copyOf(families);
        missing = List.copyOf(missing);
        cautions = List.copyOf(cautions);
        verdicts = List.copyOf(verdicts);
        sources = List.copyOf(sources);
    }

    static DefinitionsPage of(Catalogue catalogue, Queries queries) throws SQLException {
        var families = new ArrayList<Family>();
        catalogue
                .families()
                .forEach((name, measures) -> families.add(new Family(
                        name,
                        Addresses.slug(name),
                        measures.stream().map(DefinitionsPage::line).collect(Collectors.toList()))));
        return new DefinitionsPage(
                Frame.at(
                        Addresses.DEFINITIONS.address(),
                        Addresses.DEFINITIONS.text(),
                        "Alla mått, område för område, och vad tecken och omdömen betyder.",
                        Addresses.START),
                SwedishNumbers.count(catalogue.measures().size()) + " mått i "
                        + SwedishNumbers.counted(families.size(), "område", "områden")
                        + ". Varje mått har en egen sida med hela definitionen: vad som räknas, för vilka och hur.",
                catalogue.release().definitionVersion(),
                families,
                queries.list(
                        "select sign, status_label from bi.status where status <> 'ok' order by sort_order",
                        row -> new Missing(row.getString(1), row.getString(2))),
                queries.list("select caution_label from bi.caution order by sort_order", row -> row.getString(1)),
                queries.list("select verdict_label from bi.verdict order by sort_order", row -> row.getString(1)),
                queries.list(
                        """
                        select distinct division_name, division_year, source
                        from bi.peer_group
                        where source is not null
                        order by division_name, division_year""",
                        row -> new Source(
                                row.getString("division_name") + " " + row.getInt("division_year"),
                                row.getString("source"))));
    }

    private static Line line(Measure measure) {
        return new Line(
                measure.link(),
                measure.code(),
                measure.version(),
                SwedishDates.day(measure.validFrom()),
                unit(measure.unit()),
                switch (measure.direction()) {
                    case "lower_is_better" -> "lågt är bra";
                    case "higher_is_better" -> "högt är bra";
                    default -> "varken eller";
                },
                measure.smallestGroup() == 0 ? "alla" : SwedishNumbers.count(measure.smallestGroup()),
                measure.official());
    }

    private static String unit(String code) {
        return switch (code) {
            case "share" -> "andel, %";
            case "ratio" -> "kvot";
            case "count" -> "antal";
            case "sek" -> "kronor";
            default -> SwedishFigures.unit(code);
        };
    }
}
