package se.trivsel.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanPageTest {
    private static final String PLAN = """
            insert into bi.action_plan values ('mora_2015', '2062', 'Mora', 'Handlingsprogram', '2015-09-01', '2016-12-31',
                'ärendehögar togs bort; <b>administratörer</b> anställdes', 'Mora kommun')""";

    private static final String EFFECT = """
            insert into bi.plan_effect values ('mora_2015', '2062', '%s', 'alla', 'rolling_12', '2014-09-01', '2015-12-01',
                %s, 22, '0.05', '0.045', 'ok', '%s', %s)""";

    private static final String CHANGED = "0.12, 0.09, -0.03, 0.0125, -0.0425";

    @TempDir
    private Path folder;

    @Test
    void aPlanTellsWhenWhatAndWhereItStands() throws IOException, SQLException {
        PlanPage page = page();

        assertThat(page.when()).isEqualTo("september 2015–december 2016");
        assertThat(page.what()).containsExactly("ärendehögar togs bort", "<b>administratörer</b> anställdes");
        assertThat(page.headline()).isEqualTo("Inget mått går att jämföra före och efter.");
        assertThat(SmallRelease.html("plan", page))
                .contains("&lt;b&gt;administratörer")
                .contains("Källa: Mora kommun");
    }

    @Test
    void aPlanWithoutAKnownEndIsNotEndless() throws IOException, SQLException {
        assertThat(page("update bi.action_plan set ended_on = null").when())
                .isEqualTo("Från september 2015. Inget slut är känt.");
    }

    @Test
    void whatStandsOutComesFirstWithDifferencesInPercentagePoints() throws IOException, SQLException {
        PlanPage page = page(
                EFFECT.formatted("SF_TOT", CHANGED, "stands_out", "null"),
                EFFECT.formatted(
                        "ANST",
                        "20, 22.5, 2.5, 0.5, 2",
                        "as_the_others",
                        "'Året före var ytterligt: en del kommer ändå'"));

        assertThat(page.headline())
                .isEqualTo("1 av 2 mått ändrades på ett annat sätt än i kommuner utan plan, mer än slumpen brukar ge.");
        assertThat(page.spans())
                .isEqualTo("Före är september 2014–augusti 2015, efter är december 2015–november 2016.");
        assertThat(page.outstanding())
                .containsExactly(new PlanPage.Effect(
                        new Frame.Link("matt/sf_tot.html", "Sjukfrånvaro"),
                        "12,0\u00a0%",
                        "9,0\u00a0%",
                        "−3,0",
                        "+1,3",
                        "−4,3",
                        "0,05",
                        "minst 0,045 med 22\u00a0kommuner",
                        "Ändringen skiljer sig från de andras mer än slumpen brukar ge",
                        ""));
        assertThat(page.families())
                .extracting(
                        PlanPage.Family::name,
                        family -> family.effects().get(0).change(),
                        family -> family.effects().get(0).warning())
                .containsExactly(tuple("Bemanning", "+2,5", "Året före var ytterligt"));
        assertThat(page.notes()).contains("Året före var ytterligt: en del kommer ändå");
        assertThat(SmallRelease.html("plan", page)).contains("Av hundra mått skiljer sig fem av en slump.");
    }

    @Test
    void withTooFewToCompareWithThereIsNoVerdict() throws IOException, SQLException {
        PlanPage page = page(EFFECT.formatted("SF_TOT", CHANGED, "few_comparisons", "null"));

        assertThat(page.headline())
                .isEqualTo("1 mått går att jämföra före och efter, men kommunerna utan plan är för få för ett omdöme.");
        assertThat(page.outstanding()).isEmpty();
        assertThat(page.families().get(0).effects().get(0).verdict()).isEqualTo("Inget omdöme");
        assertThat(SmallRelease.html("plan", page)).doesNotContain("Av hundra mått");
    }

    @Test
    void whatCannotBeEstimatedIsNoChangeOfNoughtButAReason() throws IOException, SQLException {
        PlanPage page = page(EFFECT.formatted("SF_TOT", "null, 0.09, null, null, null", "time_before", "null"));

        assertThat(page.families()).isEmpty();
        assertThat(page.missing())
                .containsExactly(new MissingMeasures(
                        "Går inte att ange: det finns inte tolv månader före planen",
                        List.of(new Frame.Link("matt/sf_tot.html", "Sjukfrånvaro"))));
    }

    @Test
    void aDifferenceThatIsNoughtWhenRoundedHasNoSign() throws IOException, SQLException {
        PlanPage page =
                page(EFFECT.formatted("SF_TOT", "0.12, 0.1201, 0.0001, -0.0001, 0.0002", "as_the_others", "null"));

        assertThat(page.headline())
                .isEqualTo(
                        "Inget av 1 mått ändrades på ett annat sätt än i kommuner utan plan, mer än slumpen brukar ge.");
        assertThat(page.families().get(0).effects().get(0))
                .extracting(PlanPage.Effect::change, PlanPage.Effect::comparison, PlanPage.Effect::effect)
                .containsExactly("0,0", "0,0", "0,0");
    }

    /** The plan's band begins in a month: under December, a year would be read as the one that begins there. */
    @Test
    void aYearStandsUnderItsFirstMonth() throws IOException, SQLException {
        PlanPage page = page(EFFECT.formatted("SF_TOT", CHANGED, "few_comparisons", "null"), """
                insert into bi.plan_course values
                    ('mora_2015', 'SF_TOT', 'alla', '2014-12-01', -9, 0.1, 0.05, 7),
                    ('mora_2015', 'SF_TOT', 'alla', '2015-01-01', -8, 0.1, 0.05, 7),
                    ('mora_2015', 'SF_TOT', 'alla', '2015-02-01', -7, 0.2, 0.06, 7)""");

        assertThat(page.charts().get(0).svg()).contains(">2015</text>").doesNotContain(">2014</text>");
    }

    @Test
    void aChartHasAGapWhereAMonthHasNoValue() throws IOException, SQLException {
        PlanPage page = page(EFFECT.formatted("SF_TOT", CHANGED, "few_comparisons", "null"), """
                insert into bi.plan_course values
                    ('mora_2015', 'SF_TOT', 'alla', '2015-08-01', -1, 0.1, 0.05, 7),
                    ('mora_2015', 'SF_TOT', 'alla', '2015-09-01', 0, null, null, 1),
                    ('mora_2015', 'SF_TOT', 'alla', '2015-10-01', 1, 0.2, 0.06, 7)""");

        assertThat(page.charts())
                .singleElement()
                .satisfies(chart ->
                        assertThat(chart.headline()).isEqualTo("Sjukfrånvaro: 12,0\u00a0% före, 9,0\u00a0% efter"))
                .satisfies(chart -> assertThat(chart.numbers().rows())
                        .containsExactly(
                                List.of("augusti 2015", "10,0", "5,0"),
                                List.of("september 2015", ".", "."),
                                List.of("oktober 2015", "20,0", "6,0")));
    }

    @Test
    void anotherGroupsComparisonIsNotTold() throws IOException, SQLException {
        PlanPage page = page(
                EFFECT.formatted("SF_TOT", CHANGED, "stands_out", "null"),
                "update bi.plan_effect set peer_group_code = 'rka_ifo_2062'");

        assertThat(page.outstanding()).isEmpty();
    }

    private PlanPage page(String... statements) throws IOException, SQLException {
        String[] all = new String[statements.length + 1];
        all[0] = PLAN;
        System.arraycopy(statements, 0, all, 1, statements.length);
        try (Queries queries = SmallRelease.with(folder, all)) {
            Catalogue catalogue = Catalogue.read(queries);
            return PlanPage.of(catalogue.plans().get(0), catalogue, queries);
        }
    }
}
