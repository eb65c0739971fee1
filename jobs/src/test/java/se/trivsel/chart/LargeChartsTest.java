package se.trivsel.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import se.trivsel.warehouse.Repository;

class LargeChartsTest {
    private static final List<String> NAMES = List.of("Mora", "Leksand", "Malung-Sälen");

    @Test
    void aRowIsReadAsNameAndValueAndThoseWithoutValueComeLastWithTheReason() {
        assertThat(ranked(Optional.empty()).texts())
                .containsSubsequence("Median 5 %", "Mora", "4 %", "Leksand", "5 %", "Malung-Sälen", "6 %")
                .endsWith("Älvkarleby", "..\u00a0\u00a0färre än 5 anställda, visas inte");
    }

    @Test
    void aMissingValueHasNoDot() {
        assertThat(ranked(Optional.empty()).all("circle")).hasSize(3);
    }

    @Test
    void anAddressCanPointAtEachRow() {
        assertThat(ranked(Optional.empty()).all("g").map(row -> row.getAttribute("id")))
                .containsExactly("m-0", "m-1", "m-2", "m-0319");
    }

    @Test
    void aChartIsAnImageUnlessItHasLinks() {
        assertThat(ranked(Optional.empty()).svg().getAttribute("role")).isEqualTo("img");
        Drawn linked = ranked(Optional.of("kommun/2062.html?a=1&b=2"));
        assertThat(linked.svg().getAttribute("role")).isEqualTo("group");
        assertThat(linked.all("a").map(link -> link.getAttribute("href"))).containsOnly("kommun/2062.html?a=1&b=2");
    }

    @Test
    void theCodeOfEveryMeasureIsReadWhole() throws IOException {
        List<String> codes;
        try (Stream<Path> measures = Files.list(Repository.path("config/measures"))) {
            codes = measures.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
        List<RankedDots.Row> rows = codes.stream()
                .map(code -> new RankedDots.Row(
                        new RankedDots.Subject("d", code, Optional.empty(), Relation.PEER),
                        Estimate.exact(4),
                        "41,4 %",
                        ""))
                .toList();
        var chart = new RankedDots(new Caption("a", "", ""), rows, List.of(), Optional.empty(), SampleCharts.PERCENT);

        assertThat(Drawn.read(chart.svg()).texts()).containsAll(codes);
        assertNothingOverlapsOrIsCut(Drawn.read(chart.svg()));
    }

    @Test
    void aRankedChartOfNobodyWithAValueHasNoAxis() {
        var missing = new RankedDots.Missing(
                new RankedDots.Subject("m-1", "Orsa", Optional.empty(), Relation.OWN), "-", "har inte levererat");
        var chart = new RankedDots(
                new Caption("a", "", ""), List.of(), List.of(missing), Optional.empty(), SampleCharts.PERCENT);

        assertThat(Drawn.read(chart.svg()).texts()).containsExactly("Orsa", "-\u00a0\u00a0har inte levererat");
    }

    @Test
    void theOwnMunicipalityAndThoseOutsideTheLimitsAreNamedInTheFunnel() {
        List<Funnel.Dot> dots = List.of(
                new Funnel.Dot("Mora", Relation.OWN, 26, 12, "Mora"),
                new Funnel.Dot("Uppsala", Relation.OTHER, 312, 40, "Uppsala"),
                new Funnel.Dot("Falun", Relation.PEER, 150, 14, "Falun"));

        assertThat(Drawn.read(SampleCharts.funnel(dots, "Alla").svg()).texts())
                .contains("Mora", "Uppsala")
                .doesNotContain("Falun");
    }

    @Test
    void sizesThatAreMuchAlikeHaveAnAxisToo() {
        List<Funnel.Dot> dots = List.of(
                new Funnel.Dot("Mora", Relation.OWN, 26, 12, "Mora"),
                new Funnel.Dot("Orsa", Relation.PEER, 29, 14, "Orsa"));

        assertThat(Drawn.read(SampleCharts.funnel(dots, "Alla").svg()).texts()).contains("22", "30");
    }

    @Test
    void namesInAFunnelCoverNeitherOneAnotherNorADot() {
        int named = 0;
        for (long seed = 0; seed < 40; seed++) {
            Drawn drawn = Drawn.read(
                    SampleCharts.funnel(SampleCharts.country(290, seed), "Alla").svg());
            List<Labels.Box> taken = new ArrayList<>(drawn.all("circle")
                    .map(circle -> Drawn.box(circle, Drawn.number(circle, "r")))
                    .toList());
            for (Element name : drawn.all("text", "name").toList()) {
                Labels.Box box = shrunk(Drawn.box(name));
                assertThat(taken).noneMatch(box::overlaps);
                taken.add(box);
                named++;
            }
        }
        assertThat(named).isGreaterThan(40);
    }

    @Test
    void aPeriodWithoutValueIsAGapInEveryLineAndArea() {
        Drawn drawn = trend(
                List.of(SampleCharts.line("Mora", 5, 0, 1, 2, 5, 9, 10, 47)), List.of(20, 21), List.of(), "Gruppen");

        assertThat(Drawn.starts(drawn.one("path", "line own"))).isEqualTo(2);
        assertThat(drawn.one("path", "dots own").getAttribute("d").split("h0")).hasSize(2);
        assertThat(Drawn.starts(drawn.one("path", "line peer"))).isEqualTo(2);
        assertThat(Drawn.starts(drawn.one("path", "band"))).isEqualTo(2);
    }

    @Test
    void sixDefinitionsOfOneThingEachHaveALabelInsideTheChart() {
        List<Trend.Line> lines = IntStream.range(0, 6)
                .mapToObj(i -> SampleCharts.line("Externt, egen begäran, nummer " + i, 12 + i / 10.0, 46, 47))
                .toList();
        Drawn drawn = trend(lines, List.of(), List.of(), "Kommungruppen");

        assertThat(drawn.texts()).contains("begäran, nummer 0", "begäran, nummer 5", "5,1 %", "Kommungruppen");
        assertNothingOverlapsOrIsCut(drawn);
    }

    @Test
    void labelsOfPlansThatFollowEachOtherStandOnRowsOfTheirOwn() {
        List<PlanBand> plans = List.of(
                new PlanBand(20, 29, "Handlingsprogram sep 2015–jun 2016"),
                new PlanBand(30, 70, "Karriärtjänster från nov 2016"),
                new PlanBand(-5, 3, "Chefsprogram t.o.m. våren 2014"),
                new PlanBand(60, 70, "Inte än"));
        Drawn drawn = trend(List.of(SampleCharts.line("Mora", 5, 46, 47)), List.of(), plans, "Gruppen");

        assertThat(drawn.texts()).contains("Karriärtjänster från nov 2016").doesNotContain("Inte än");
        assertNothingOverlapsOrIsCut(drawn);
    }

    @Test
    void nothingOverlapsOrIsCutInTheOtherCharts() {
        assertNothingOverlapsOrIsCut(ranked(Optional.empty()));
        assertNothingOverlapsOrIsCut(Drawn.read(SampleCharts.funnel(
                        List.of(new Funnel.Dot("Mora", Relation.OWN, 900, 12, "Mora")), "Alla kommuner i landet")
                .svg()));
    }

    @Test
    void manyPointsHaveOnlyTheirLastOneMarked() {
        Drawn drawn = trend(
                List.of(SampleCharts.line("Mora", 5, IntStream.range(0, 48).toArray())),
                List.of(),
                List.of(),
                "Gruppen");

        assertThat(drawn.all("circle", "point")).hasSize(1);
        assertThat(drawn.all("circle", "hover")).hasSize(47);
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThatThrownBy(() -> new Interval(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SampleCharts.line("Mora", 5, 3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SampleCharts.funnel(List.of(), "Alla")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> trend(List.of(SampleCharts.line("a", Double.NaN, 1)), List.of(), List.of(), "b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Drawn ranked(Optional<String> link) {
        return Drawn.read(SampleCharts.ranked(NAMES, link).svg());
    }

    private static Drawn trend(List<Trend.Line> lines, List<Integer> missing, List<PlanBand> plans, String group) {
        return Drawn.read(SampleCharts.trend(lines, missing, plans, group).svg());
    }

    private static void assertNothingOverlapsOrIsCut(Drawn drawn) {
        String[] size = drawn.svg().getAttribute("viewBox").split(" ");
        var chart = new Labels.Box(0, 0, Double.parseDouble(size[2]), Double.parseDouble(size[3]));
        List<Labels.Box> taken = new ArrayList<>();
        for (Element text : drawn.all("text").toList()) {
            Labels.Box box = shrunk(Drawn.box(text));
            assertThat(box.isInside(chart))
                    .as("%s in %s", text.getTextContent(), box)
                    .isTrue();
            assertThat(taken).as(text.getTextContent()).noneMatch(box::overlaps);
            taken.add(box);
        }
    }

    /** Coordinates are rounded when they are written, and the size of a text has room above and below. */
    private static Labels.Box shrunk(Labels.Box box) {
        return new Labels.Box(box.left() + 0.2, box.top() + 0.2, box.right() - 0.2, box.bottom() - 0.2);
    }
}
