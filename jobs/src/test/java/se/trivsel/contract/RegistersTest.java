package se.trivsel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.vocabulary.MunicipalityCode;

/** What is known of suppliers, inhabitants, official figures and peers besides what municipalities deliver. */
class RegistersTest {
    private static final String SUPPLIERS = "suppliers.yaml";
    private static final String POPULATION = "population.yaml";
    private static final String OFFICIAL = "official_figures.yaml";
    private static final String GROUPS = "peers/skr-2023.yaml";
    private static final String SIMILAR = "peers/rka_ifo-2024.yaml";

    @TempDir
    Path folder;

    private SmallConfiguration small;

    @BeforeEach
    void aWholeConfiguration() {
        small = new SmallConfiguration(folder);
    }

    @Test
    void aSupplierMayBecomeSomethingElse() {
        small.write(SUPPLIERS, """
                suppliers:
                  - {organisation_no: "5599900015", name: Prov AB, provides: inhyrd_socionom, to: "2015-12-31"}
                  - {organisation_no: "5599900015", name: Prov AB, provides: placering_hvb, from: "2016-01-01"}
                """);

        assertThat(small.read().suppliers())
                .containsExactly(
                        new ListedSupplier(
                                "5599900015",
                                "Prov AB",
                                "inhyrd_socionom",
                                Optional.empty(),
                                Optional.of(LocalDate.of(2015, 12, 31))),
                        new ListedSupplier(
                                "5599900015",
                                "Prov AB",
                                "placering_hvb",
                                Optional.of(LocalDate.of(2016, 1, 1)),
                                Optional.empty()));
    }

    @Test
    void aSupplierThatIsTwoThingsOnOneDayOrAPersonIsReported() {
        small.write(SUPPLIERS, """
                suppliers:
                  - {organisation_no: "5599900015", name: Prov AB, provides: inhyrd_socionom, to: "2016-01-01"}
                  - {organisation_no: "5599900015", name: Prov AB, provides: placering_hvb, from: "2016-01-01", to: "2015-01-01"}
                """);
        assertThat(small.problems())
                .containsExactly(
                        SUPPLIERS
                                + ":3:6: suppliers[1].organisation_no: is listed for the same days before; nobody is two"
                                + " things at a time",
                        SUPPLIERS + ":3:97: suppliers[1].to: is before from");

        small.write(SUPPLIERS, """
                suppliers:
                  - {organisation_no: "5510900015", name: Prov, provides: inhyrd_socionom}
                """);
        assertThat(small.problems())
                .containsExactly(
                        SUPPLIERS + ":2:6: suppliers[0].organisation_no: must be ten digits without a hyphen, the"
                                + " third at least 2: a legal person");
    }

    @Test
    void thePopulationOfAYearIsToldOnce() {
        small.write(POPULATION, """
                source: Påhittad
                population:
                  - {municipality: "0380", year: 2015, age_0_20: 1, age_21_64: 2, age_65_plus: 3}
                """);
        assertThat(small.read().populations())
                .containsExactly(new Population(new MunicipalityCode("0380"), 2015, 1, 2, 3));

        small.add(POPULATION, """
                  - {municipality: "0380", year: 2015, age_0_20: 1, age_21_64: 2, age_65_plus: 3}
                """);
        assertThat(small.problems())
                .containsExactly(POPULATION
                        + ":4:28: population[1].year: this municipality has the year already; keep one of them");
    }

    @Test
    void anOfficialFigureKeepsTheDecimalsItWasPublishedWith() {
        small.write(OFFICIAL, """
                indicators:
                  - id: N00090
                    title: Sjukfrånvaro
                    measure: SF_TOT
                    period: year
                    differs: {definition: Annat, population: Fler}
                figures:
                  - {municipality: "0380", indicator: N00090, year: 2015, value: 7.0, n: 9000, source: Kolada, entered_on: "2016-03-15"}
                """);

        assertThat(small.read().officialStatistics())
                .isEqualTo(new OfficialStatistics(
                        List.of(new OfficialIndicator(
                                "N00090", "Sjukfrånvaro", "SF_TOT", "alla", "value", "year", "Annat", "Fler", "")),
                        List.of(new OfficialFigure(
                                new MunicipalityCode("0380"),
                                "N00090",
                                2015,
                                new BigDecimal("7.0"),
                                Optional.of(9000),
                                "Kolada",
                                LocalDate.of(2016, 3, 15)))));
    }

    @Test
    void anOfficialFigureWithNothingOfOursBesideItIsReported() {
        small.write(OFFICIAL, """
                indicators:
                  - {id: A, title: A, measure: SF_TOTT, period: year, differs: {}}
                  - {id: B, title: B, measure: PO_KORT, period: november, part: denominator, differs: {}}
                  - {id: B, title: B, measure: SF_TOT, group: kon_kvinna, period: year, differs: {}}
                figures:
                  - {municipality: "0380", indicator: B, year: 2015, value: 7.0, source: Kolada, entered_on: "2016-03-15"}
                  - {municipality: "0380", indicator: B, year: 2015, value: 7.1, source: Kolada, entered_on: "2016-03-15"}
                  - {municipality: "0380", indicator: C, year: 2015, value: 0.1234567, source: Kolada, entered_on: "2016-02-30"}
                """);
        small.write("measures/PO_KORT.yaml", """
                code: PO_KORT
                version: 1.0.0
                family: Annat
                name: Annat
                definition: Annat
                numerator: Annat
                population: Alla
                unit: count
                direction: none
                smallest_group: 5
                period_types: [year]
                datasets: [absence]
                rows: {not_told: Annat}
                valid_from: "2026-11-22"
                """);

        assertThat(small.problems())
                .containsExactlyInAnyOrder(
                        OFFICIAL + ":2:23: indicators[0].measure: no such measure SF_TOTT in measures (did you mean"
                                + " SF_TOT?)",
                        OFFICIAL + ":3:41: indicators[1].period: PO_KORT has no month; it has year",
                        OFFICIAL + ":3:59: indicators[1].part: PO_KORT is not divided by anything",
                        OFFICIAL + ":3:6: indicators[1].id: is not the official counterpart that PO_KORT names; say"
                                + " under differs what is counted otherwise (definition)",
                        OFFICIAL + ":4:6: indicators[2].id: another indicator has this id; each needs its own",
                        OFFICIAL + ":7:82: figures[1].entered_on: the figure was entered on this day already; keep one"
                                + " of them",
                        OFFICIAL + ":8:28: figures[2].indicator: is not one of the indicators (did you mean A?)",
                        OFFICIAL + ":8:54: figures[2].value: must be digits, with at most six decimals, such as 7.0",
                        OFFICIAL + ":8:88: figures[2].entered_on: there is no such day");
    }

    @Test
    void anEditionHasGroupsOrSimilarMunicipalities() {
        small.write(GROUPS, """
                division: skr
                year: 2023
                name: Grupper
                source: SKR
                groups:
                  C9: {label: Landsbygd, members: ["2062", "1291"]}
                """).write(SIMILAR, """
                division: rka_ifo
                year: 2024
                name: Liknande
                source: RKA
                similar:
                  "2062": ["1291"]
                """);
        var mora = new MunicipalityCode("2062");
        var simrishamn = new MunicipalityCode("1291");

        assertThat(small.read().peerDivisions())
                .containsExactly(
                        new PeerDivision(
                                "rka_ifo",
                                2024,
                                "Liknande",
                                "RKA",
                                List.of(),
                                new TreeMap<>(Map.of(mora, List.of(simrishamn)))),
                        new PeerDivision(
                                "skr",
                                2023,
                                "Grupper",
                                "SKR",
                                List.of(new PeerGroup("C9", "Landsbygd", List.of(mora, simrishamn))),
                                new TreeMap<>()));
    }

    @Test
    void aMunicipalityIsInOneGroupAndNotSimilarToItself() {
        small.write(GROUPS, """
                division: skr
                year: 2023
                name: Grupper
                source: SKR
                groups:
                  C8: {label: Landsbygd, members: ["2062"]}
                  C9: {label: Landsbygd, members: ["1291", "2062"]}
                """).write(SIMILAR, """
                division: rka_ifo
                year: 2024
                name: Liknande
                source: RKA
                similar:
                  "2062": ["2062"]
                """);

        assertThat(small.problems())
                .containsExactly(
                        SIMILAR + ":6:12: similar.2062[0]: is the municipality itself; leave it out",
                        GROUPS + ":7:44: groups.C9.members[1]: is in another group already; keep it in one");
    }

    @Test
    void anEditionSaysWhatItIsAndOnlyOnce() {
        small.write(GROUPS, """
                division: skr
                year: 2017
                name: Grupper
                source: SKR
                groups:
                  C9: {label: Landsbygd, members: ["2062"]}
                """).write("peers/other-2023.yaml", """
                division: other
                year: 2023
                name: Andra
                source: SKR
                groups:
                  C9: {label: Landsbygd, members: ["2062"]}
                similar:
                  "2062": ["1291"]
                """);

        assertThat(small.problems())
                .containsExactly(
                        "peers/other-2023.yaml:1:1: division: needs either groups or similar, and not both",
                        GROUPS + ":1:1: division: and the year are not the file's name; call the file skr-2017.yaml",
                        GROUPS
                                + ":6:3: groups.C9: is a group of the division other too; one of them needs another code");
    }
}
