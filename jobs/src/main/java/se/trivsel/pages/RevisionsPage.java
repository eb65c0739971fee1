package se.trivsel.pages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.trivsel.report.SwedishFigures;
import se.trivsel.report.SwedishNumbers;

/**
 * What changed since the release before, and why: counted first, then the largest changes.
 *
 * <p>What a withdrawn figure was is not told again.
 *
 * @param more how many changes there are that the page has no room for
 */
public record RevisionsPage(
        Frame frame,
        String headline,
        List<Count> causes,
        List<Count> municipalities,
        List<Count> measures,
        List<Change> changes,
        long more) {
    private static final int MOST_CHANGES = 200;

    /** How many figures of something changed, and how. */
    public record Count(Frame.Link what, String revised, String withdrawn, String added) {}

    /**
     * A figure that changed.
     *
     * @param before the old value, the sign for why there was none, or that there was one
     * @param after the new value, or the sign for why there is none
     * @param reason why there is none; empty where there is one
     */
    public record Change(
            Frame.Link municipality,
            Frame.Link measure,
            String group,
            String period,
            String before,
            String after,
            String reason,
            String cause) {
        public List<Frame.Link> links() {
            return List.of(municipality, measure);
        }
    }

    public RevisionsPage {
        causes = List.copyOf(causes);
        measures = List.copyOf(measures);
        municipalities = List.copyOf(municipalities);
        changes = List.copyOf(changes);
    }

    /** {@code 1 204 ändringar till visas inte här.} */
    public String remainder() {
        return SwedishNumbers.counted(more, "ändring", "ändringar") + " till visas inte här.";
    }

    /** @param isFirst whether there is no release before */
    static RevisionsPage of(Catalogue catalogue, Queries queries, boolean isFirst) throws SQLException {
        Map<String, Frame.Link> measures =
                catalogue.measures().stream().collect(Collectors.toMap(Measure::code, Measure::link));
        Map<String, Frame.Link> municipalities =
                catalogue.municipalities().stream().collect(Collectors.toMap(Municipality::code, Municipality::link));
        Map<String, Frame.Link> causes = queries
                .list(
                        "select cause_code, cause_label from bi.revision_cause",
                        row -> Map.entry(row.getString(1), new Frame.Link("", row.getString(2))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<Change> changes = queries.list(
                """
                select
                    revision.*,
                    coalesce(group_label, group_code) as group_name
                from bi.revision
                left join bi.staff_group using (municipality_code, split_code, group_code)
                order by
                    group_code <> 'alla',
                    case change_code
                        when 'revised' then abs(new_value - old_value) / greatest(abs(new_value), abs(old_value))
                        when 'withdrawn' then 1
                        else 0
                    end desc,
                    municipality_code,
                    measure_code,
                    group_code,
                    period_type,
                    period_start
                limit %d""".formatted(MOST_CHANGES),
                row -> new Change(
                        link(municipalities, row.getString("municipality_code")),
                        link(measures, row.getString("measure_code")),
                        row.getString("group_name"),
                        Figures.stretch(row).inWords(),
                        before(row, catalogue),
                        after(row, catalogue),
                        reason(row, catalogue),
                        cause(row, causes)));
        long all = queries.list("select count(*) from bi.revision", row -> row.getLong(1))
                .get(0);
        return new RevisionsPage(
                Frame.at(
                        Addresses.REVISIONS.address(),
                        Addresses.REVISIONS.text(),
                        "Vilka värden som är andra än i utgåvan före, och närmaste skälet till det.",
                        Addresses.START),
                headline(all, isFirst),
                counts(queries, "cause_code", causes),
                counts(queries, "municipality_code", municipalities),
                counts(queries, "measure_code", measures),
                changes,
                all - changes.size());
    }

    private static String headline(long all, boolean isFirst) {
        if (all == 0) {
            return isFirst
                    ? "Det här är den första utgåvan: det finns ingen att jämföra med."
                    : "Inget värde har ändrats sedan utgåvan före.";
        }
        return SwedishNumbers.count(all)
                + (all == 1 ? " värde har ändrats sedan utgåvan före." : " värden har ändrats sedan utgåvan före.");
    }

    /** What is no longer in the catalogue has no page and is known by its code. */
    private static Frame.Link link(Map<String, Frame.Link> pages, String code) {
        return pages.getOrDefault(code, new Frame.Link("", code));
    }

    private static List<Count> counts(Queries queries, String column, Map<String, Frame.Link> words)
            throws SQLException {
        return queries.list(
                """
                select
                    %1$s,
                    count(*) filter (where change_code = 'revised') as revised,
                    count(*) filter (where change_code = 'withdrawn') as withdrawn,
                    count(*) filter (where change_code = 'added') as added
                from bi.revision
                group by %1$s
                order by count(*) desc, %1$s""".formatted(column),
                row -> new Count(
                        link(words, row.getString(column)),
                        SwedishNumbers.count(row.getLong("revised")),
                        SwedishNumbers.count(row.getLong("withdrawn")),
                        SwedishNumbers.count(row.getLong("added"))));
    }

    private static String before(ResultSet row, Catalogue catalogue) throws SQLException {
        return switch (row.getString("change_code")) {
            case "withdrawn" -> "visades";
            case "added" -> sign(row, "old_status", "fanns inte", catalogue);
            default -> value(row, "old_value", catalogue);
        };
    }

    private static String after(ResultSet row, Catalogue catalogue) throws SQLException {
        return row.getString("change_code").equals("withdrawn")
                ? sign(row, "new_status", "finns inte", catalogue)
                : value(row, "new_value", catalogue);
    }

    private static String value(ResultSet row, String column, Catalogue catalogue) throws SQLException {
        String unit = catalogue
                .measure(row.getString("measure_code"))
                .map(Measure::unit)
                .orElse("");
        return Queries.decimal(row, column)
                .map(value -> SwedishFigures.inUnit(value, unit))
                .orElseThrow();
    }

    private static String sign(ResultSet row, String column, String none, Catalogue catalogue) throws SQLException {
        String status = Queries.text(row, column);
        return status.isEmpty() ? none : catalogue.status(status).sign();
    }

    private static String reason(ResultSet row, Catalogue catalogue) throws SQLException {
        if (!row.getString("change_code").equals("withdrawn")) {
            return "";
        }
        String status = Queries.text(row, "new_status");
        return status.isEmpty()
                ? "Räknas inte längre"
                : catalogue.status(status).label();
    }

    private static String cause(ResultSet row, Map<String, Frame.Link> causes) throws SQLException {
        String label = link(causes, row.getString("cause_code")).text();
        String old = Queries.text(row, "old_definition_version");
        String now = Queries.text(row, "new_definition_version");
        return old.isEmpty() || now.isEmpty() || old.equals(now) ? label : label + " (" + old + " → " + now + ")";
    }
}
