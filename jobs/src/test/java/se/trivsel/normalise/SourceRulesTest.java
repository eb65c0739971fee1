package se.trivsel.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.contract.GivenRules;
import se.trivsel.extract.UnreadableDelivery;
import se.trivsel.inbox.GivenKey;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;
import se.trivsel.vocabulary.SourceKind;

/** What a source may say of its cells beyond their forms: each is agreed on, none is guessed. */
class SourceRulesTest {
    private static final String SOURCE = """
            delivers: employment
            files: ["anst_{year}.csv"]
            format: {separator: ";", day: yyyyMMdd}
            columns:
              employment: Anst
              sex_code: Kön
              birth_year: Född
              valid_from: Från
              valid_to: Till
              employment_form_code: Form
              occupation_code: Yrke
            codes:
              employment_form_code: {"TV": tillsvidare}
            """;
    private static final String HEADINGS = "Anst;Kön;Född;Från;Till;Form;Yrke\n";

    @TempDir
    Path folder;

    @Test
    void aMonthIsTheDayThatTheSourceMeans() throws Exception {
        Normalised read = read("month_days: {valid_from: first, valid_to: last}\n", """
                A1;;;2014-02;2016-02;TV;kurator
                A2;;;20140203;;TV;kurator
                """);

        assertThat(read.rejected()).isEmpty();
        assertThat(read.day(0, "valid_from")).contains(LocalDate.of(2014, 2, 1));
        assertThat(read.day(0, "valid_to")).contains(LocalDate.of(2016, 2, 29));
        assertThat(read.day(1, "valid_from")).contains(LocalDate.of(2014, 2, 3));
    }

    @Test
    void aMonthIsNoDayWhereNobodySaidWhichOne() throws Exception {
        assertThat(read("", "A1;;;2014-02;;TV;kurator\n").faults()).isEqualTo(Map.of(2, List.of("not_a_date Från")));
    }

    @Test
    void anotherWordHasTheCodeForOtherWordsAndIsTold() throws Exception {
        Normalised read = read("other_codes: {employment_form_code: visstid}\n", "A1;;;20140201;;Hoppjobb;kurator\n");

        assertThat(read.value(0, "employment_form_code")).contains("visstid");
        assertThat(read.warnings()).containsExactly(new Finding(FindingCode.CODE_BY_DEFAULT, Place.cell(2, "Form")));
    }

    private Normalised read(String more, String rows) throws IOException, UnreadableDelivery {
        var rules = new GivenRules(folder)
                .shippedContract("employment")
                .source(SourceKind.HR, "employment", SOURCE + more)
                .read();
        return Normalised.from(
                HEADINGS + rows,
                rules,
                rules.source(SourceKind.HR, "given", "employment").orElseThrow(),
                GivenKey.of(1));
    }
}
