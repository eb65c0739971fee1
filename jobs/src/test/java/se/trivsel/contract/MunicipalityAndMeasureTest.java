package se.trivsel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trivsel.contract.SmallConfiguration.MEASURE;
import static se.trivsel.contract.SmallConfiguration.MUNICIPALITY;
import static se.trivsel.contract.SmallConfiguration.PARAMETERS;
import static se.trivsel.contract.SmallConfiguration.SOURCE;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.vocabulary.MunicipalityCode;

/** One mistake in a municipality, a measure or the parameters, one problem, at its line. */
class MunicipalityAndMeasureTest {
    @TempDir
    Path folder;

    private SmallConfiguration small;

    @BeforeEach
    void aWholeConfiguration() {
        small = new SmallConfiguration(folder);
    }

    @Test
    void aCodeWithoutQuotationMarks() {
        small.change(MUNICIPALITY, "\"0380\"", "380");

        assertThat(small.problems())
                .containsExactly(MUNICIPALITY + ":1:1: code: must be text; put it in quotation marks: \"380\"");
    }

    @Test
    void aCodeOfThreeDigits() {
        small.change(MUNICIPALITY, "\"0380\"", "\"380\"");

        assertThat(small.problems())
                .containsExactly(MUNICIPALITY + ":1:1: code: must be four digits in quotation marks, such as \"0380\"");
    }

    @Test
    void aFileNameThatDoesNotBeginWithTheCode() {
        small.change(MUNICIPALITY, "\"0380\"", "\"2062\"");

        assertThat(small.problems())
                .containsExactly(MUNICIPALITY + ":1:1: code: the file's name must begin with it; call it"
                        + " 2062-<name>.yaml, with a-z, 0-9 and -");
    }

    @Test
    void aMunicipalityWithTwoFiles() {
        small.write("municipalities/0380-upsala.yaml", """
                code: "0380"
                name: Upsala
                sends: {hr: lonelista}
                """);

        assertThat(small.problems())
                .containsExactly(
                        "municipalities/0380-upsala.yaml:1:1: code: municipalities/0380-uppsala.yaml has the same code;"
                                + " keep one of the files");
    }

    @Test
    void twoSystemsOfAMunicipalityWhoseFilesHaveTheSameNames() {
        small.write("contracts/placement.yaml", """
                        dataset: placement
                        kind: case
                        label: Placeringar
                        description: Placeringar.
                        grain: en rad per placering
                        columns:
                          - {name: started_on, label: Började, type: date, privacy: keep, required: true}
                        """)
                .write("sources/case/treserva/placement.yaml", """
                        delivers: placement
                        files: ["Franvaro_{year}.csv"]
                        format: {separator: ";"}
                        columns: {started_on: Började}
                        """)
                .add(MUNICIPALITY, "  case: treserva\n");

        assertThat(small.problems())
                .containsExactly(MUNICIPALITY + ":5:3: sends.case: its files Franvaro_{year}.csv take the same names as"
                        + " franvaro_{year}.csv of hr/lonelista; rename the files of one of the systems");
    }

    @Test
    void whatASourceSaysIsDueUnlessTheMunicipalityAgreedOtherwise() {
        small.add(SOURCE, "due: {every: month, by_day: 15}\n");
        assertThat(calendar())
                .isEqualTo(new DeliveryCalendar(
                        Optional.empty(), Optional.empty(), Map.of("absence", new Due(Due.Every.MONTH, 1, 15))));

        small.add(MUNICIPALITY, """
                expects:
                  from: "2015-01"
                  to: "2017-12"
                  due:
                    absence: {every: quarter, months_after: 2, by_day: 31}
                """);
        assertThat(calendar())
                .isEqualTo(new DeliveryCalendar(
                        Optional.of(YearMonth.of(2015, 1)),
                        Optional.of(YearMonth.of(2017, 12)),
                        Map.of("absence", new Due(Due.Every.QUARTER, 2, 31))));
    }

    private DeliveryCalendar calendar() {
        return Objects.requireNonNull(small.read().municipalities().get(new MunicipalityCode("0380")))
                .calendar();
    }

    @Test
    void aCalendarOfWhatIsNotDelivered() {
        small.add(MUNICIPALITY, """
                expects:
                  from: "2015-02"
                  to: "2015-01"
                  due:
                    absense: {every: week, by_day: 15}
                """);
        assertThat(small.problems())
                .containsExactly(MUNICIPALITY
                        + ":9:15: expects.due.absense.every: must be one of month, quarter, year, not week");

        small.change(MUNICIPALITY, "week", "month");
        assertThat(small.problems())
                .containsExactly(
                        MUNICIPALITY + ":7:3: expects.to: lies before from; nothing would ever be expected",
                        MUNICIPALITY + ":9:5: expects.due.absense: none of its systems delivers absense"
                                + " (did you mean absence?)");
    }

    @Test
    void aMeasureWithValuesThatAreNotKnown() {
        small.change(MEASURE, "version: 1.0.0", "version: 1.0")
                .change(MEASURE, "rolling_12", "rolling_24")
                .change(MEASURE, "smallest_group: 11", "smallest_group: -1")
                .change(MEASURE, "unit: share", "unit: part");

        assertThat(small.problems())
                .containsExactly(
                        MEASURE + ":2:1: version: must be text; put it in quotation marks: \"1.0\"",
                        MEASURE + ":9:1: unit: must be one of share, ratio, count, days, hours, sek, index, not part",
                        MEASURE + ":11:1: smallest_group: must be at least 0, not -1",
                        MEASURE
                                + ":13:23: period_types[1]: must be one of month, november, rolling_12, year, not rolling_24");
    }

    @Test
    void rowsThatAreNeitherNamedNorMissingForAReason() {
        small.change(MEASURE, "  numerator: {table: sick_hours, as: sum}\n", "");

        assertThat(small.problems()).containsExactly(MEASURE + ":15:1: rows: the key numerator is missing; add it");
    }

    @Test
    void rowsThatAreNamedAndMissingForAReason() {
        small.change(MEASURE, "rows:\n", "rows:\n  not_told: De är för många.\n");

        assertThat(small.problems())
                .containsExactly(MEASURE + ":16:3: rows.not_told: says why there are no rows, and numerator names them;"
                        + " leave one out");
    }

    @Test
    void rowsThatAreCountedByDefault() {
        small.change(MEASURE, "{table: sick_hours, as: sum}", "{table: sick_spell, kinds: [long], or_fewer: [short]}");

        assertThat(small.read().measures().get("SF_TOT").rows().numerator())
                .contains(new CountedRows("sick_spell", List.of("long"), List.of("short"), "count"));
    }

    @Test
    void aShareOfNothing() {
        small.change(MEASURE, "denominator: Ordinarie timmar\n", "");

        assertThat(small.problems()).containsExactly(MEASURE + ":1:1: the key denominator is missing; add it");
    }

    @Test
    void aMeasureWhoseCodeIsNotTheFilesName() {
        small.change(MEASURE, "code: SF_TOT", "code: SF_60");

        assertThat(small.problems())
                .containsExactly(MEASURE + ":1:1: code: is not the file's name; call the file SF_60.yaml");
    }

    @Test
    void aParameterThatIsAList() {
        small.change(PARAMETERS, "currency: SEK", "currency: [SEK]");

        assertThat(small.problems())
                .containsExactly("parameters.yaml:3:3: parameters.currency: must be a text or a number");
    }
}
