package se.trivsel.pages;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import se.trivsel.report.SwedishDates;
import se.trivsel.report.SwedishNumbers;
import se.trivsel.vocabulary.Period;

/**
 * Where everybody begins: all municipalities and measures, what is new, and what tonight's figures are made of.
 *
 * <p>It tells the release, so it is another page in each.
 */
public record StartPage(
        Frame frame,
        String lead,
        List<Frame.Link> municipalities,
        List<String> changes,
        Frame.Link revisions,
        List<Frame.Link> plans,
        List<Family> families,
        List<Count> counts,
        List<Quality> quality) {

    /** The measures of a family. */
    public record Family(String name, List<Frame.Link> measures) {
        public Family {
            measures = List.copyOf(measures);
        }
    }

    /** A number and what it counts. */
    public record Count(String number, String what) {}

    /** What a municipality's figures are made of. */
    public record Quality(Frame.Link deliveries, String until, String overdue, String refused, String rejectedRows) {}

    public StartPage {
        municipalities = List.copyOf(municipalities);
        changes = List.copyOf(changes);
        plans = List.copyOf(plans);
        families = List.copyOf(families);
        counts = List.copyOf(counts);
        quality = List.copyOf(quality);
    }

    /** @param isFirst whether there is no release before */
    static StartPage of(Queries queries, Catalogue catalogue, boolean isFirst) throws SQLException {
        var release = catalogue.release();
        return new StartPage(
                Frame.at(
                        Addresses.START.address(),
                        "Trivsel: socialsekreterarnas arbetsvillkor",
                        "Jämförbara mått på socialsekreterares arbetsvillkor i Sveriges kommuner."),
                "Jämförbara mått för %s, räknade på samma sätt ur kommunernas egna uppgifter. Utgåva %s, publicerad %s, med vad som var känt %s."
                        .formatted(
                                SwedishNumbers.counted(
                                        catalogue.municipalities().size(), "kommun", "kommuner"),
                                release.id(),
                                SwedishDates.moment(release.publishedAt()),
                                SwedishDates.day(release.asOf())),
                catalogue.municipalities().stream().map(Municipality::link).toList(),
                changes(queries, isFirst),
                Addresses.REVISIONS,
                catalogue.plans().stream()
                        .map(plan -> new Frame.Link(
                                plan.page(),
                                catalogue.municipality(plan.municipality()).name() + ": " + plan.name()))
                        .toList(),
                catalogue.families().entrySet().stream()
                        .map(family -> new Family(
                                family.getKey(),
                                family.getValue().stream().map(Measure::link).toList()))
                        .toList(),
                counts(queries),
                quality(queries, catalogue));
    }

    private static List<String> changes(Queries queries, boolean isFirst) throws SQLException {
        List<String> changes = queries.list("""
                select change_code, count(*) as figures, count(distinct municipality_code) as municipalities
                from bi.revision
                group by change_code
                order by change_code""", row -> {
            String what = switch (row.getString("change_code")) {
                case "revised" -> "har fått ett annat värde";
                case "withdrawn" -> "visas inte längre";
                default -> "har kommit till";
            };
            return SwedishNumbers.counted(row.getLong("figures"), "siffra", "siffror") + " i "
                    + SwedishNumbers.counted(row.getLong("municipalities"), "kommun", "kommuner") + " " + what + ".";
        });
        if (changes.isEmpty()) {
            return List.of(isFirst ? "Det här är den första utgåvan." : "Ingen siffra har ändrats.");
        }
        return changes;
    }

    private static List<Count> counts(Queries queries) throws SQLException {
        return queries.list(
                        """
                        select
                            (select count(*) from bi.measure_value where status = 'ok') as figures,
                            (select count(*) from bi.measure_value where status = 'suppressed') as suppressed,
                            (select count(*) from bi.delivery where is_in_use) as deliveries,
                            (select coalesce(sum(rows_kept), 0) from bi.delivery where is_in_use) as rows_used,
                            (select coalesce(sum(rows_quarantined), 0) from bi.delivery where is_in_use) as rows_rejected""",
                        row -> List.of(
                                new Count(SwedishNumbers.count(row.getLong("figures")), "siffror med ett värde"),
                                new Count(
                                        SwedishNumbers.count(row.getLong("suppressed")),
                                        "siffror som inte visas, för att skydda någon"),
                                new Count(SwedishNumbers.count(row.getLong("deliveries")), "leveranser i bruk"),
                                new Count(SwedishNumbers.count(row.getLong("rows_used")), "godkända rader"),
                                new Count(
                                        SwedishNumbers.count(row.getLong("rows_rejected")),
                                        "underkända rader, kvar hos avsändaren att rätta")))
                .get(0);
    }

    private static List<Quality> quality(Queries queries, Catalogue catalogue) throws SQLException {
        return queries.list("""
                with reached as (
                    select municipality_code, max(last_month) as last_month, sum(overdue_deliveries) as overdue
                    from bi.freshness
                    group by municipality_code
                ),

                received as (
                    select
                        municipality_code,
                        count(*) filter (where status = 'rejected') as refused,
                        coalesce(sum(rows_quarantined) filter (where is_in_use), 0) as rejected_rows
                    from bi.delivery
                    group by municipality_code
                )

                select municipality.municipality_code, last_month, overdue, refused, rejected_rows
                from bi.municipality
                left join reached using (municipality_code)
                left join received using (municipality_code)
                order by sort_order""", row -> {
            Municipality municipality = catalogue.municipality(row.getString("municipality_code"));
            return new Quality(
                    new Frame.Link(Addresses.deliveries(municipality), municipality.name()),
                    Optional.ofNullable(row.getObject("last_month", LocalDate.class))
                            .map(day -> SwedishDates.period(Period.month(YearMonth.from(day))))
                            .orElse("inget godkänt"),
                    SwedishNumbers.count(row.getLong("overdue")),
                    SwedishNumbers.count(row.getLong("refused")),
                    SwedishNumbers.count(row.getLong("rejected_rows")));
        });
    }
}
