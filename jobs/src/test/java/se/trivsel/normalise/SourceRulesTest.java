package se.trivsel.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void aRowThatIsNotMeantIsSetAsideUnread() throws Exception {
        Normalised read = read("only: {Form: [TV, VIK]}\nskip: {Anst: A3}\n", """
                A1;;;20140201;;TV;kurator
                A2;;;2014;;TIM;kurator
                A3;;;20140201;;TV;kurator
                A4;;;20140201;;VIK;kurator
                """);

        assertThat(read.rows()).hasSize(1);
        assertThat(read.setAside()).isEqualTo(2);
        assertThat(read.faults()).isEqualTo(Map.of(5, List.of("unknown_code Form")));
    }

    @Test
    void aWithheldValueIsAbsentAndItsReasonIsKept() throws Exception {
        Normalised read = read("missing", "A1;x;c;20140201;;TV;kurator\nA2;man;1970;20140201;;TV;kurator\n");

        assertThat(read.value(0, "sex_code")).isEmpty();
        assertThat(read.value(0, "birth_year")).isEmpty();
        assertThat(read.rows())
                .extracting(NormalisedRow::missingReasons)
                .containsExactly("sex_code=not_available;birth_year=suppressed", "");
    }

    @Test
    void aRequiredValueThatIsWithheldIsNotZero() throws Exception {
        assertThat(read("missing", "A1;;;c;;TV;kurator\n").faults())
                .isEqualTo(Map.of(2, List.of("value_withheld Från")));
    }

    @Test
    void aCreditNoteIsPaidBack() throws Exception {
        var rules = new GivenRules(folder)
                .shippedContract("ledger_line")
                .source(SourceKind.INVOICE, "ledger_line", """
                        delivers: ledger_line
                        files: ["reskontra_{year}.csv"]
                        format: {separator: ";"}
                        trailer: {first_cells: Summa, totals: {amount_sek: Belopp}}
                        columns: {voucher_no: Ver, booked_on: Datum, account_code: Konto, amount_sek: Belopp}
                        fixed: {currency_code: SEK}
                        skip: {Status: Makulerad}
                        signs: {amount_sek: {heading: Typ, negative: [Kredit, "381"]}}
                        """)
                .read();

        Normalised read = Normalised.from(
                """
                Ver;Datum;Konto;Belopp;Typ;Status
                V1;2015-01-31;4000;100.00;Debet;
                V2;2015-01-31;4000;25.50;Kredit;
                V3;2015-01-31;4000;-10.00;381;
                V4;2015-01-31;4000;7.00;380;Makulerad
                Summa;;;91.50;;
                """,
                rules,
                rules.source(SourceKind.INVOICE, "given", "ledger_line").orElseThrow(),
                GivenKey.of(1));

        assertThat(read.values("amount_sek")).containsExactly(of(10000L), of(-2550L), of(1000L));
        assertThat(read.normaliser().sumRead("amount_sek")).isEqualTo("91.50");
        assertThat(read.normaliser().sumKept("amount_sek")).isEqualTo("84.50");
    }

    private static Optional<Object> of(Object value) {
        return Optional.of(value);
    }

    private Normalised read(String more, String rows) throws IOException, UnreadableDelivery {
        String signs = "missing: {suppressed: [c], not_available: [x]}";
        String source =
                more.equals("missing") ? SOURCE.replace("yyyyMMdd}", "yyyyMMdd, " + signs + "}") : SOURCE + more;
        var rules = new GivenRules(folder)
                .shippedContract("employment")
                .source(SourceKind.HR, "employment", source)
                .read();
        return Normalised.from(
                HEADINGS + rows,
                rules,
                rules.source(SourceKind.HR, "given", "employment").orElseThrow(),
                GivenKey.of(1));
    }
}
