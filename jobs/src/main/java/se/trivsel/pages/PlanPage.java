package se.trivsel.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.trivsel.chart.Caption;
import se.trivsel.pages.Comparison.Middle;
import se.trivsel.report.SwedishDates;
import se.trivsel.report.SwedishFigures;
import se.trivsel.report.SwedishNumbers;
import se.trivsel.vocabulary.Period;

/**
 * What changed from the year before an action plan to the year after it, beside municipalities without a plan.
 *
 * <p>It tells what happened at the same time, never why.
 *
 * @param when the time of the plan
 * @param what its parts
 * @param spans which months are before and which after; empty where nothing could be counted
 * @param isJudged whether any measure has a verdict
 * @param charts the measures that differ, and else those most asked about, month by month
 * @param outstanding the measures whose change differs from the others', the clearest first
 * @param families the other measures that have a change to show
 * @param notes the words of the tables in full
 * @param missing the reasons why the rest have none
 */
public record PlanPage(
        Frame frame,
        String name,
        String municipality,
        String when,
        List<String> what,
        String source,
        String group,
        String spans,
        String headline,
        boolean isJudged,
        List<Chart> charts,
        List<Effect> outstanding,
        List<Family> families,
        List<String> notes,
        List<MissingMeasures> missing) {

    private static final int MOST_CHARTS = 6;

    /** What people ask about first when working conditions are to be bettered; of health before what it is said to come from. */
    private static final List<String> MOST_ASKED =
            List.of("SF_TOT", "VAK_TOM", "KO_OFORD", "AB_PER_ARB", "OT_TIM", "ADM_KVOT");

    /** The measures of a family that have a change to show. */
    public record Family(String name, List<Effect> effects) {
        public Family {
            effects = List.copyOf(effects);
        }
    }

    /**
     * How a measure changed.
     *
     * @param comparison the mean of the others' changes
     * @param effect the own change less that
     * @param p the share of municipalities that differ at least as much
     * @param smallest what it can be at the smallest
     * @param verdict in short; why there is none stands under the tables
     * @param warning in short, as the verdict; empty where there is none
     */
    public record Effect(
            Frame.Link measure,
            String before,
            String after,
            String change,
            String comparison,
            String effect,
            String p,
            String smallest,
            String verdict,
            String warning) {}

    /** The course of a measure from before the plan to after it. */
    public record Chart(String anchor, String headline, String svg, Table numbers) {}

    /** A row of {@code bi.plan_effect}. */
    private record Row(
            Measure measure,
            LocalDate beforeFrom,
            LocalDate afterFrom,
            Optional<BigDecimal> before,
            Optional<BigDecimal> after,
            Optional<BigDecimal> change,
            Optional<BigDecimal> comparison,
            Optional<BigDecimal> effect,
            long comparisons,
            Optional<BigDecimal> p,
            Optional<BigDecimal> smallestP,
            String verdict,
            String label,
            String warning) {
        boolean isEstimable() {
            return switch (verdict) {
                case "stands_out", "as_the_others", "few_comparisons" -> true;
                default -> false;
            };
        }

        boolean standsOut() {
            return verdict.equals("stands_out");
        }
    }

    /** A row of {@code bi.plan_course}. */
    private record Month(String measure, Figure own, Optional<BigDecimal> others) {}

    public PlanPage {
        what = List.copyOf(what);
        charts = List.copyOf(charts);
        outstanding = List.copyOf(outstanding);
        families = List.copyOf(families);
        notes = List.copyOf(notes);
        missing = List.copyOf(missing);
    }

    static PlanPage of(Plan plan, Catalogue catalogue, Queries queries) throws SQLException {
        Municipality municipality = catalogue.municipality(plan.municipality());
        List<Row> rows = queries.list("""
                select *
                from bi.plan_effect
                inner join bi.plan_verdict using (plan_verdict_code)
                inner join bi.measure using (measure_code)
                where plan_id = ? and peer_group_code = ?
                order by plan_verdict.sort_order, p_value, family, measure_code""", row -> row(row, catalogue), plan.id(), municipality.peerGroup());
        List<Row> outstanding = rows.stream().filter(Row::standsOut).toList();
        Map<String, List<Effect>> families = new LinkedHashMap<>();
        catalogue.families().keySet().forEach(name -> families.put(name, List.of()));
        families.putAll(rows.stream()
                .filter(row -> row.isEstimable() && !row.standsOut())
                .sorted(Comparator.comparing(row -> row.measure().code()))
                .collect(Collectors.groupingBy(
                        row -> row.measure().family(), Collectors.mapping(PlanPage::effect, Collectors.toList()))));
        return new PlanPage(
                Frame.at(
                        plan.page(),
                        plan.name() + " i " + municipality.name(),
                        "Före och efter, bredvid kommuner utan plan. Säger aldrig varför.",
                        Addresses.START,
                        municipality.link()),
                plan.name(),
                municipality.name(),
                when(plan),
                Arrays.stream(plan.what().split(";"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList(),
                plan.source(),
                municipality.peerGroupName(),
                rows.stream()
                        .findFirst()
                        .map(row -> "Före är " + twelveMonths(row.beforeFrom()) + ", efter är "
                                + twelveMonths(row.afterFrom()) + ".")
                        .orElse(""),
                headline(rows),
                rows.stream().anyMatch(PlanPage::isJudged),
                charts(plan, municipality, rows, queries),
                outstanding.stream().map(PlanPage::effect).toList(),
                families.entrySet().stream()
                        .filter(family -> !family.getValue().isEmpty())
                        .map(family -> new Family(family.getKey(), family.getValue()))
                        .toList(),
                rows.stream()
                        .filter(Row::isEstimable)
                        .flatMap(row -> Stream.of(row.label(), row.warning()))
                        .filter(words -> !words.equals(Words.brief(words)))
                        .distinct()
                        .toList(),
                MissingMeasures.of(
                        rows.stream().filter(row -> !row.isEstimable()).toList(),
                        Row::label,
                        row -> row.measure().link()));
    }

    private static List<Chart> charts(Plan plan, Municipality municipality, List<Row> rows, Queries queries)
            throws SQLException {
        Map<String, List<Month>> courses =
                queries.list("""
                        select measure_code, month, value, comparison_mean
                        from bi.plan_course
                        where plan_id = ? and peer_group_code = ?
                        order by measure_code, month""", row -> month(row, municipality), plan.id(), municipality.peerGroup()).stream()
                        .collect(Collectors.groupingBy(Month::measure));
        return Stream.concat(
                        rows.stream().filter(Row::standsOut),
                        MOST_ASKED.stream()
                                .flatMap(code -> rows.stream()
                                        .filter(Row::isEstimable)
                                        .filter(row -> row.measure().code().equals(code))))
                .distinct()
                .filter(row -> courses.getOrDefault(row.measure().code(), List.of()).stream()
                        .anyMatch(month -> month.own().value().isPresent()))
                .limit(MOST_CHARTS)
                .map(row -> chart(
                        plan,
                        municipality,
                        row,
                        courses.getOrDefault(row.measure().code(), List.of())))
                .toList();
    }

    private static Month month(ResultSet row, Municipality municipality) throws SQLException {
        Optional<BigDecimal> value = Queries.decimal(row, "value");
        return new Month(
                row.getString("measure_code"),
                new Figure(
                        municipality.code(),
                        row.getString("measure_code"),
                        "month",
                        row.getObject("month", LocalDate.class),
                        value,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        value.isPresent() ? "ok" : "not_estimable",
                        List.of()),
                Queries.decimal(row, "comparison_mean"));
    }

    private static Chart chart(Plan plan, Municipality municipality, Row row, List<Month> course) {
        Measure measure = row.measure();
        Effect effect = effect(row);
        String headline = measure.name() + ": " + effect.before() + " före, " + effect.after() + " efter";
        Map<Stretch, Middle> others = new LinkedHashMap<>();
        course.forEach(month -> month.others()
                .ifPresent(mean -> others.put(
                        month.own().stretch(), new Middle(Optional.of(mean), Optional.of(mean), Optional.of(mean)))));
        return new Chart(
                Addresses.slug(measure.code()),
                headline,
                Charts.trend(
                        new Caption(
                                "p-" + Addresses.slug(measure.code()),
                                measure.name() + " i " + municipality.name() + " före och efter",
                                headline + ". Tabellen under diagrammet har siffrorna månad för månad."),
                        measure,
                        course.stream().map(Month::own).toList(),
                        municipality.name(),
                        others,
                        "De andra",
                        List.of(plan)),
                new Table(
                        headline,
                        plan.id() + "-" + measure.code().toLowerCase(Locale.ROOT) + ".csv",
                        List.of("Månad", Words.heading(municipality.name(), measure), "De andras medelvärde"),
                        course.stream()
                                .map(month -> List.of(
                                        month.own().stretch().inWords(),
                                        Words.plain(month.own().value(), measure, "."),
                                        Words.plain(month.others(), measure, ".")))
                                .toList()));
    }

    private static boolean isJudged(Row row) {
        return row.isEstimable() && !row.verdict().equals("few_comparisons");
    }

    private static String headline(List<Row> rows) {
        long estimable = rows.stream().filter(Row::isEstimable).count();
        long judged = rows.stream().filter(PlanPage::isJudged).count();
        long outstanding = rows.stream().filter(Row::standsOut).count();
        if (estimable == 0) {
            return "Inget mått går att jämföra före och efter.";
        }
        if (judged == 0) {
            return SwedishNumbers.count(estimable)
                    + " mått går att jämföra före och efter, men kommunerna utan plan är för få för ett omdöme.";
        }
        return (outstanding == 0 ? "Inget" : SwedishNumbers.count(outstanding)) + " av "
                + SwedishNumbers.count(judged)
                + " mått ändrades på ett annat sätt än i kommuner utan plan, mer än slumpen brukar ge.";
    }

    private static String when(Plan plan) {
        return plan.to()
                .map(end -> SwedishDates.period(new Period(plan.from(), end)))
                .orElseGet(() -> "Från " + SwedishDates.period(Period.month(plan.from())) + ". Inget slut är känt.");
    }

    private static String twelveMonths(LocalDate from) {
        return new Stretch("rolling_12", from).inWords();
    }

    private static Row row(ResultSet row, Catalogue catalogue) throws SQLException {
        return new Row(
                catalogue.measure(row.getString("measure_code")).orElseThrow(),
                row.getObject("before_from", LocalDate.class),
                row.getObject("after_from", LocalDate.class),
                Queries.decimal(row, "value_before"),
                Queries.decimal(row, "value_after"),
                Queries.decimal(row, "change"),
                Queries.decimal(row, "comparison_change"),
                Queries.decimal(row, "effect"),
                row.getLong("comparisons"),
                Queries.decimal(row, "p_value"),
                Queries.decimal(row, "smallest_p_value"),
                row.getString("plan_verdict_code"),
                row.getString("plan_verdict_label"),
                Queries.text(row, "warning_text"));
    }

    private static Effect effect(Row row) {
        String unit = row.measure().unit();
        return new Effect(
                row.measure().link(),
                row.before().map(value -> SwedishFigures.inUnit(value, unit)).orElse("."),
                row.after().map(value -> SwedishFigures.inUnit(value, unit)).orElse("."),
                difference(row.change(), unit),
                difference(row.comparison(), unit),
                difference(row.effect(), unit),
                row.p().map(PlanPage::share).orElse("."),
                row.smallestP()
                        .map(smallest -> "minst " + share(smallest) + " med "
                                + SwedishNumbers.counted(row.comparisons(), "kommun", "kommuner"))
                        .orElse(""),
                Words.brief(row.label()),
                Words.brief(row.warning()));
    }

    /** Without the unit, as of shares it is in percentage points; what is nought when rounded has no sign. */
    private static String difference(Optional<BigDecimal> difference, String unit) {
        return difference
                .map(value -> {
                    String magnitude = SwedishFigures.plain(value.abs(), unit);
                    boolean isNought = magnitude.chars().noneMatch(sign -> sign >= '1' && sign <= '9');
                    return isNought ? magnitude : (value.signum() > 0 ? "+" : "−") + magnitude;
                })
                .orElse(".");
    }

    private static String share(BigDecimal p) {
        return SwedishNumbers.exact(p.setScale(3, RoundingMode.HALF_UP));
    }
}
