package se.trivsel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.contract.CountedRows;
import se.trivsel.contract.Measure;

/** Holds the catalogue of measures and the SQL that counts them to each other. */
class MeasureCatalogueTest {
    private static final Pattern PARAMETER =
            Pattern.compile("\\b(?:parameter_name = |parameter_name when |when )'([a-z0-9_]+)'");

    private static final Pattern STANDARDISED = Pattern.compile("from measure\\.([a-z0-9_]+)");

    private final Configuration shipped = ConfigurationReader.readForRun(Repository.path("config"));
    private final SqlTree tree = SqlTree.read(Repository.path("sql"));

    @Test
    void everyMeasureOfTheCatalogueHasItsSqlAndNoOtherHas() {
        var counted = tree.layers(40, 40).get(0).files().stream()
                .map(file -> file.name().toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(counted).isEqualTo(new TreeSet<>(shipped.measures().keySet()));
        assertThat(tree.layers(40, 40).get(0).files())
                .allMatch(file ->
                        file.text().contains("measure_code = '" + file.name().toUpperCase(Locale.ROOT) + "'"));
    }

    @Test
    void everyMeasureHasACase() {
        assertThat(shipped.measures().keySet())
                .allSatisfy(code -> assertThat(Repository.path("jobs/src/test/measures/" + code))
                        .isNotEmptyDirectory());
    }

    /** Cells of sex and age that nothing is standardised by would be counted for nobody. */
    @Test
    void everyMeasureWithCellsOfSexAndAgeIsStandardisedAndNoOtherIs() {
        var standardised = STANDARDISED
                .matcher(tree.file("sql/50_benchmark/standardised.sql").bare())
                .results()
                .map(read -> read.group(1).toUpperCase(Locale.ROOT))
                .toList();

        assertThat(standardised)
                .containsExactlyInAnyOrderElementsOf(shipped.measures().values().stream()
                        .filter(measure -> measure.splits().contains("kon_alder"))
                        .map(Measure::code)
                        .toList());
    }

    @Test
    void everyDatasetThatAMeasureNeedsIsAContract() {
        assertThat(shipped.measures().values())
                .allSatisfy(measure -> assertThat(shipped.contracts().keySet())
                        .as(measure.code())
                        .containsAll(measure.datasets()));
    }

    /** A parameter that is not there would make its figures vanish, not fail. */
    @Test
    void everyParameterThatSqlReadsIsShippedAndNoOtherIs() {
        var read = new TreeSet<String>();
        Stream.concat(tree.layers().stream().flatMap(layer -> layer.files().stream()), tree.checks().stream())
                .filter(file -> file.bare().contains("meta.parameter"))
                .forEach(file -> PARAMETER
                        .matcher(file.text())
                        .results()
                        .map(found -> found.group(1))
                        .forEach(read::add));

        assertThat(read).isEqualTo(new TreeSet<>(shipped.parameters().keySet()));
    }

    @Test
    void theTablesThatMeasuresAreCountedFromAreThoseThereAre() {
        List<String> named = counted().map(CountedRows::table).distinct().toList();

        assertThat(tree.layers(55, 55).get(0).files())
                .extracting(SqlFile::name)
                .containsExactlyInAnyOrderElementsOf(named);
    }

    /** A kind that no row ever has would be a nought that is right until something is counted. */
    @Test
    void everyKindThatAMeasureCountsIsOneOfItsTable() {
        assertThat(counted()).allSatisfy(side -> {
            String sql = tree.file("sql/55_counted/" + side.table() + ".sql").text();
            Set<String> codes = shipped.codeLists().values().stream()
                    .filter(list -> sql.contains("list_name = '" + list.name() + "'"))
                    .flatMap(list -> list.labelByCode().keySet().stream())
                    .collect(Collectors.toSet());

            assertThat(Stream.concat(side.kinds().stream(), side.orFewer().stream()))
                    .as(side.table())
                    .allMatch(kind -> sql.contains("'" + kind + "'") || codes.contains(kind));
        });
    }

    private Stream<CountedRows> counted() {
        return shipped.measures().values().stream()
                .map(Measure::rows)
                .flatMap(rows -> Stream.of(rows.numerator(), rows.denominator()))
                .flatMap(Optional::stream);
    }

    @Test
    void healthIsShownForNoFewerThanElevenAndNothingAboutPeopleForFewerThanFive() {
        assertThat(shipped.measures().values())
                .filteredOn(measure -> !measure.datasets().equals(List.of("inspection")))
                .allSatisfy(measure -> assertThat(measure.protection().smallestGroup())
                        .as(measure.code())
                        .isGreaterThanOrEqualTo(measure.family().equals("Sjukfrånvaro") ? 11 : 5));
    }
}
