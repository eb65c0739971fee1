package se.trivsel.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.GivenRules;
import se.trivsel.contract.Purpose;
import se.trivsel.extract.UnreadableDelivery;
import se.trivsel.inbox.GivenKey;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.vocabulary.SourceKind;

class RowNormaliserTest {
    private static final MunicipalityKey KEY = GivenKey.of(1);
    private static final String EMPLOYMENTS = "Anst;Pnr;Kön;Född;Från;Till;Form;Yrke;Examen\n";
    private static final String ABSENCES = "Nr;Anst;Orsak;Från;Till;Omf %\n";
    private static final String PLACEMENTS = "Plac;Klient;Kön;Ålder;Form;Regi;Från;Till\n";
    private static final String LEDGER = "Ver;Datum;Orgnr;Namn;Konto;Belopp;Grund\n";

    @TempDir
    static Path folder;

    private static Configuration rules;

    @BeforeAll
    static void readTheRules() {
        rules = new GivenRules(folder)
                .shippedContract("employment")
                .shippedContract("absence")
                .shippedContract("placement")
                .shippedContract("ledger_line")
                .source(SourceKind.HR, "employment", """
                        delivers: employment
                        files: ["anst_{year}.csv"]
                        format:
                          separator: ";"
                          day: yyyyMMdd
                          no_value: ["-"]
                          open_end: ["TV"]
                        columns:
                          employment: Anst
                          person: Pnr
                          sex_code: Kön
                          birth_year: Född
                          valid_from: Från
                          valid_to: Till
                          employment_form_code: Form
                          occupation_code: Yrke
                          has_degree: Examen
                        codes:
                          employment_form_code: {"TV": tillsvidare}
                        """)
                .source(SourceKind.HR, "absence", """
                        delivers: absence
                        files: ["franvaro_{year}.csv"]
                        format:
                          separator: ";"
                          decimal: ","
                          day: yyyyMMdd
                        columns:
                          absence_no: Nr
                          employment: Anst
                          absence_reason_code: Orsak
                          started_on: Från
                          ended_on: Till
                          extent_share: Omf %
                        percent: [extent_share]
                        """)
                .source(SourceKind.CASE, "placement", """
                        delivers: placement
                        files: ["plac_{year}.csv"]
                        format:
                          separator: ";"
                          day: yyyyMMdd
                        columns:
                          placement: Plac
                          client: Klient
                          sex_code: Kön
                          age_group_code: Ålder
                          placement_form_code: Form
                          provision_code: Regi
                          started_on: Från
                          ended_on: Till
                        """)
                .source(SourceKind.INVOICE, "ledger_line", """
                        delivers: ledger_line
                        files: ["reskontra_{year}.csv"]
                        format:
                          separator: ";"
                          no_value: ["#N/A"]
                          decimal: ","
                          day: yyyyMMdd
                        trailer:
                          first_cells: [Summa]
                          totals: {amount_sek: Belopp}
                        columns:
                          voucher_no: Ver
                          booked_on: Datum
                          supplier_org_no: Orgnr
                          supplier_name: Namn
                          account_code: Konto
                          amount_sek: Belopp
                          purchase_basis: Grund
                        """)
                .read();
    }

    @Test
    void aRowBecomesTheValuesOfItsContract() throws Exception {
        Normalised read = employments("A1;19760101-2391;;;20140301;20150630;TV;socialsekreterare;J\n");

        assertThat(read.rejected()).isEmpty();
        assertThat(read.rows().get(0).line()).isEqualTo(2);
        assertThat(read.value(0, "employment_key")).contains(pseudonym(Purpose.EMPLOYMENT, "A1"));
        assertThat(read.value(0, "person_key")).contains(pseudonym(Purpose.STAFF, "197601012391"));
        assertThat(read.value(0, "sex_code")).contains("man");
        assertThat(read.value(0, "birth_year")).contains(1976);
        assertThat(read.day(0, "valid_from")).contains(LocalDate.of(2014, 3, 1));
        assertThat(read.day(0, "valid_to")).contains(LocalDate.of(2015, 6, 30));
        assertThat(read.value(0, "employment_form_code")).contains("tillsvidare");
        assertThat(read.value(0, "occupation_code")).contains("socialsekreterare");
        assertThat(read.value(0, "has_degree")).contains(true);
        assertThat(read.value(0, "unit_code")).isEmpty();
    }

    @Test
    void onePersonIsTheSameHoweverTheNumberIsWritten() throws Exception {
        Normalised read = employments("""
                A1;19760101-2391;;;20140301;;TV;socialsekreterare;
                A2;7601012391;;;20140301;;TV;socialsekreterare;
                """);

        assertThat(read.value(0, "person_key")).isEqualTo(read.value(1, "person_key"));
        assertThat(read.value(0, "employment_key")).isNotEqualTo(read.value(1, "employment_key"));
    }

    @Test
    void aPersonalNumberKnowsBetterThanTheCellsBesideIt() throws Exception {
        Normalised read = employments("A1;197601012391;kvinna;1949;20140301;;TV;socialsekreterare;\n");

        assertThat(read.value(0, "sex_code")).contains("man");
        assertThat(read.value(0, "birth_year")).contains(1976);
    }

    @Test
    void withoutAPersonalNumberTheEmploymentStandsIn() throws Exception {
        Normalised read = employments("""
                A1;;kvinna;1949;20140301;20141231;TV;socialsekreterare;
                A1;-;kvinna;1949;20150101;;TV;socialsekreterare;
                A2;;kvinna;1949;20150101;;TV;socialsekreterare;
                """);

        assertThat(read.rejected()).isEmpty();
        assertThat(read.value(0, "person_key")).isPresent().isEqualTo(read.value(1, "person_key"));
        assertThat(read.value(0, "person_key")).isNotEqualTo(read.value(2, "person_key"));
        assertThat(read.value(0, "sex_code")).contains("kvinna");
        assertThat(read.value(0, "birth_year")).contains(1949);
    }

    @Test
    void anErrorThatASpreadsheetShowsIsNoIdentityAndNoText() throws Exception {
        Normalised read = employments("""
                #N/A;197601012391;;;20140301;;TV;socialsekreterare;
                A2;#SAKNAS!;;;20140301;;TV;#VÄRDEFEL!;
                A3;;;;20140301;;TV;socialsekreterare;#hashtag
                A4;;;;#-;;TV;socialsekreterare;
                """);

        assertThat(read.faults())
                .isEqualTo(Map.of(
                        2, List.of("error_in_cell Anst"),
                        3, List.of("error_in_cell Pnr", "error_in_cell Yrke"),
                        4, List.of("not_a_flag Examen"),
                        5, List.of("not_a_date Från")));
    }

    @Test
    void anErrorThatTheSourceSaysMeansNoValueIsNone() throws Exception {
        Normalised read = ledger("1;20150101;#N/A;;4000;5;\n");

        assertThat(read.faults()).isEmpty();
        assertThat(read.value(0, "supplier_org_no")).isEmpty();
    }

    @Test
    void nothingStandsInForABrokenPersonalNumber() throws Exception {
        assertThat(employments("A1;197601012392;;;20140301;;TV;socialsekreterare;\n")
                        .faults())
                .isEqualTo(Map.of(2, List.of("invalid_personal_number Pnr")));
    }

    @Test
    void untilFurtherNoticeIsAnEndAndNoBeginning() throws Exception {
        Normalised read = employments("""
                A1;;;;20140301;TV;TV;socialsekreterare;
                A2;;;;TV;;TV;socialsekreterare;
                """);

        assertThat(read.value(0, "valid_to")).isEmpty();
        assertThat(read.faults()).isEqualTo(Map.of(3, List.of("not_a_date Från")));
    }

    @Test
    void aRequiredCellWithAWordForNothingIsMissing() throws Exception {
        assertThat(employments("A1;;;;-;;TV;;\n").faults())
                .isEqualTo(Map.of(2, List.of("missing_value Från", "missing_value Yrke")));
    }

    @Test
    void anEndBeforeTheStartIsRejectedAndTheSameDayIsNot() throws Exception {
        Normalised read = employments("""
                A1;;;;20140301;20140228;TV;socialsekreterare;
                A2;;;;20140301;20140301;TV;socialsekreterare;
                """);

        assertThat(read.rows()).hasSize(1);
        assertThat(read.faults()).isEqualTo(Map.of(2, List.of("end_before_start Till")));
    }

    @Test
    void aSecondRowOfAKeyIsRejected() throws Exception {
        Normalised read = employments("""
                A1;;;;20140301;;TV;socialsekreterare;
                A1;;;;20140401;;TV;socialsekreterare;
                A2;;;;20140301;;TV;socialsekreterare;
                A1;;;;20140301;20141231;TV;kurator;
                """);

        assertThat(read.rows()).hasSize(3);
        assertThat(read.faults()).isEqualTo(Map.of(5, List.of("duplicate_key")));
    }

    @Test
    void aRejectedRowDoesNotTakeAKey() throws Exception {
        Normalised read = employments("""
                A1;;;;20140301;;TV;sekreterare;
                A1;;;;20140301;;TV;socialsekreterare;
                """);

        assertThat(read.faults()).isEqualTo(Map.of(2, List.of("unknown_code Yrke")));
        assertThat(read.rows()).hasSize(1);
    }

    @Test
    void aRowWithManyFaultsIsOneRejectedRow() throws Exception {
        String row = "A1;197601012392;X;19X6;20150231;20140228;VIK;\"chef;IFO\";kanske";

        Normalised read = employments(row + "\n");

        assertThat(read.rejected()).hasSize(1);
        assertThat(read.rejected().get(0).raw()).isEqualTo(row);
        assertThat(read.faults().get(2))
                .containsExactlyInAnyOrder(
                        "invalid_personal_number Pnr",
                        "unknown_code Kön",
                        "not_a_number Född",
                        "not_a_date Från",
                        "unknown_code Form",
                        "unknown_code Yrke",
                        "not_a_flag Examen");
    }

    @Test
    void aRowThatCannotBeTakenApartHasThatOneFault() throws Exception {
        assertThat(employments("A1;;;;20150231;TV;socialsekreterare\n").faults())
                .isEqualTo(Map.of(2, List.of("wrong_field_count")));
    }

    @Test
    void percentBecomeAShare() throws Exception {
        Normalised read = absences("F1;A1;sjuk;20150101;;37,5\nF2;A1;sjuk;20150201;;100 %\n");

        assertThat(read.values("extent_share")).containsExactly(Optional.of(375L), Optional.of(1000L));
    }

    @Test
    void anAgeIsThatOfTheDayThePlacementBegan() throws Exception {
        Normalised read = placements("""
                P1;201301012389;;;familjehem_eget;egen;20150101;
                P2;19980403-2390;;;familjehem_eget;egen;20140402;
                P3;19980403-2390;;;familjehem_eget;egen;20140403;
                P4;197601012391;;;familjehem_eget;egen;20150101;
                """);

        assertThat(read.values("age_group_code").stream().map(Optional::orElseThrow))
                .containsExactly("0_6", "13_15", "16_17", "21_plus");
        assertThat(read.value(0, "sex_code")).contains("kvinna");
    }

    @Test
    void aSocialWorkerWhoIsAlsoAClientIsNotLinked() throws Exception {
        Normalised staff = employments("A1;197601012391;;;20140301;;TV;socialsekreterare;\n");
        Normalised client = placements("A1;197601012391;;;familjehem_eget;egen;20150101;\n");

        assertThat(staff.value(0, "person_key")).isNotEqualTo(client.value(0, "client_key"));
        assertThat(staff.value(0, "employment_key")).isNotEqualTo(client.value(0, "placement_key"));
    }

    @Test
    void noNumberOfAPersonIsLeftInAnyValue() throws Exception {
        Normalised read = employments("A1;19760101-2391;;;20140301;;TV;socialsekreterare;\n");

        assertThat(read.columns().stream()
                        .map(column ->
                                read.value(0, column).map(String::valueOf).orElse("")))
                .noneMatch(value -> value.contains("2391") && value.length() < 32)
                .noneMatch(value -> value.contains("760101"));
    }

    @Test
    void aSupplierIsNamedOnlyWhereItIsALegalPerson() throws Exception {
        Normalised read = ledger("""
                V1;20150131;802005-1952;Fonden;4000;100,00;
                V2;20150131;760101-2391;Eks familjehem;4000;100,00;
                V3;20150131;;Någon;4000;100,00;
                """);

        assertThat(read.rejected()).isEmpty();
        assertThat(read.values("supplier_kind_code").stream().map(Optional::orElseThrow))
                .containsExactly("juridisk_person", "enskild_firma", "okand");
        assertThat(read.values("supplier_org_no"))
                .containsExactly(Optional.of("8020051952"), Optional.empty(), Optional.empty());
        assertThat(read.values("supplier_name"))
                .containsExactly(Optional.of("Fonden"), Optional.empty(), Optional.empty());
    }

    @Test
    void aSoleTraderIsOneSupplierHoweverTheNumberIsWritten() throws Exception {
        Normalised read = ledger("""
                V1;20150131;8001012387;Anna;4000;100,00;
                V2;20150131;19800101-2387;Annas konsult;4000;200,00;
                V3;20150131;8020051952;Fonden;4000;300,00;
                V4;20150131;;[innehåller personuppgifter];4000;400,00;
                V5;20150131;;[innehåller personuppgifter];4000;500,00;
                """);

        List<Optional<Object>> keys = read.values("supplier_key");
        assertThat(keys.get(0)).isPresent().isEqualTo(keys.get(1));
        assertThat(keys.subList(2, 5)).as("Legal persons and unknown ones").containsOnly(Optional.empty());
        assertThat(read.values("supplier_name"))
                .as("Nobody is called what hides a person")
                .containsExactly(
                        Optional.empty(), Optional.empty(), Optional.of("Fonden"), Optional.empty(), Optional.empty());
    }

    @Test
    void aPersonalNumberInATextBecomesTheSamePseudonymEachTime() throws Exception {
        Normalised read = ledger("""
                V1;20150131;;;19800101-2387;100,00;
                V2;20150131;;;19800101-2387;100,00;
                V3;20150131;;;4000;198001012387,00;
                V4;20150131;;;4000;100,00;
                """);

        assertThat(read.values("account_code").get(0))
                .hasValueSatisfying(text -> assertThat(text).asString().matches("dold-[a-p]{12}"))
                .isEqualTo(read.values("account_code").get(1));
        assertThat(read.faults()).isEqualTo(Map.of(4, List.of("not_a_number Belopp")));
        assertThat(read.values("account_code")).hasSize(3).endsWith(Optional.of("4000"));
    }

    @Test
    void aColumnToBeDroppedIsReadAndNotKept() throws Exception {
        Normalised read = ledger("V1;20150131;;;4000;100,00;Vård\nV2;20150131;;;4000;100,00;" + "x".repeat(201) + "\n");

        assertThat(read.columns()).doesNotContain("purchase_basis");
        assertThat(read.faults()).isEqualTo(Map.of(3, List.of("text_too_long Grund")));
    }

    @Test
    void rowsThatLookAlikeAreKeptWhereThereIsNoKey() throws Exception {
        assertThat(ledger("V1;20150131;;;4000;100,00;\nV1;20150131;;;4000;100,00;\n")
                        .rows())
                .hasSize(2);
    }

    @Test
    void controlTotalsAreOverRejectedRowsToo() throws Exception {
        Normalised read = ledger("""
                V1;20150131;;;4000;1 000,50;
                V2;20150231;;;4000;-200,25;
                V3;20150131;;;4000;0,75;
                Summa;;;;;801,00;
                """);

        assertThat(read.faults().keySet()).containsExactly(3);
        assertThat(read.normaliser().sumRead("amount_sek")).isEqualTo(new BigDecimal("801.00"));
        assertThat(read.normaliser().sumKept("amount_sek")).isEqualTo(new BigDecimal("1001.25"));
    }

    @Test
    void aRejectedRowIsNotPrinted() throws Exception {
        assertThat(employments("A1;197601012392;;;20140301;;TV;socialsekreterare;\n")
                        .rejected()
                        .toString())
                .doesNotContain("2392");
    }

    private static Normalised employments(String rows) throws IOException, UnreadableDelivery {
        return normalised(SourceKind.HR, "employment", EMPLOYMENTS + rows);
    }

    private static Normalised absences(String rows) throws IOException, UnreadableDelivery {
        return normalised(SourceKind.HR, "absence", ABSENCES + rows);
    }

    private static Normalised placements(String rows) throws IOException, UnreadableDelivery {
        return normalised(SourceKind.CASE, "placement", PLACEMENTS + rows);
    }

    private static Normalised ledger(String rows) throws IOException, UnreadableDelivery {
        return normalised(SourceKind.INVOICE, "ledger_line", LEDGER + rows);
    }

    private static Normalised normalised(SourceKind kind, String dataset, String text)
            throws IOException, UnreadableDelivery {
        return Normalised.from(text, rules, rules.source(kind, "given", dataset).orElseThrow(), KEY);
    }

    private static String pseudonym(Purpose purpose, String number) {
        return new Pseudonyms(KEY).of(purpose, number);
    }
}
