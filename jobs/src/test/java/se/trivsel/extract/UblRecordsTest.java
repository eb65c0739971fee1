package se.trivsel.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.trivsel.SharedData;
import se.trivsel.contract.Column;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;
import se.trivsel.vocabulary.SourceKind;
import se.trivsel.warehouse.Repository;

class UblRecordsTest {
    private static final String INVOICE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
                xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
              <cbc:ID>F 17</cbc:ID>
              <cbc:IssueDate>2014-03-31</cbc:IssueDate>
              <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
              <cbc:DocumentCurrencyCode>SEK</cbc:DocumentCurrencyCode>
              <cbc:AccountingCost>4010</cbc:AccountingCost>
              <cac:InvoicePeriod><cbc:StartDate>2014-03-01</cbc:StartDate></cac:InvoicePeriod>
              <cac:AccountingSupplierParty><cac:Party>
                <cac:PartyLegalEntity>
                  <cbc:RegistrationName>Påhittade Hem &amp; Vård AB</cbc:RegistrationName>
                  <cbc:CompanyID schemeID="0007">5599900001</cbc:CompanyID>
                </cac:PartyLegalEntity>
              </cac:Party></cac:AccountingSupplierParty>
              <cac:AllowanceCharge>
                <cbc:ChargeIndicator>false</cbc:ChargeIndicator>
                <cbc:Amount currencyID="SEK">25.50</cbc:Amount>
              </cac:AllowanceCharge>
              <cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="SEK">1500.00</cbc:LineExtensionAmount></cac:LegalMonetaryTotal>
              <cac:InvoiceLine>
                <cbc:ID>1</cbc:ID>
                <cbc:Note>Om Åsa</cbc:Note>
                <cbc:InvoicedQuantity unitCode="HUR">10</cbc:InvoicedQuantity>
                <cbc:LineExtensionAmount currencyID="SEK">1000.00</cbc:LineExtensionAmount>
                <cac:Item><cbc:Name>Socionom</cbc:Name></cac:Item>
              </cac:InvoiceLine>
              <cac:InvoiceLine>
                <cbc:ID>2</cbc:ID>
                <cbc:InvoicedQuantity unitCode="DAY">1.5</cbc:InvoicedQuantity>
                <cbc:LineExtensionAmount currencyID="SEK">500.00</cbc:LineExtensionAmount>
                <cbc:AccountingCost>4020</cbc:AccountingCost>
              </cac:InvoiceLine>
            </Invoice>
            """;
    private static final String CREDIT = INVOICE.replace("Invoice-2", "CreditNote-2")
            .replace("<Invoice ", "<CreditNote ")
            .replace("</Invoice>", "</CreditNote>")
            .replace("InvoiceLine", "CreditNoteLine")
            .replace("InvoiceTypeCode>380", "CreditNoteTypeCode>381")
            .replace("InvoiceTypeCode", "CreditNoteTypeCode")
            .replace("CreditNoteCreditNote", "CreditNote")
            .replace("InvoicedQuantity", "CreditedQuantity");

    private static Configuration rules;

    @BeforeAll
    static void readTheRules() {
        rules = ConfigurationReader.read(Repository.path("config"));
    }

    @Test
    void eachLineIsARowAndSoIsWhatIsTakenOffTheWhole() throws Exception {
        Extracted file = read(INVOICE);

        assertThat(values(file, "invoice_line_no")).containsExactly("avdrag 1", "1", "2");
        assertThat(values(file, "amount_sek")).containsExactly("-25.50", "1000.00", "500.00");
        assertThat(values(file, "quantity_unit_code")).containsExactly("", "HUR", "DAY");
        assertThat(values(file, "account_code")).containsExactly("4010", "4010", "4020");
        assertThat(values(file, "worked_from_on")).containsOnly("2014-03-01");
        assertThat(values(file, "supplier_name")).containsOnly("Påhittade Hem & Vård AB");
        assertThat(values(file, "supplier")).containsOnly("5599900001");
        assertThat(file.lines()).containsExactly(17, 22, 29);
        assertThat(file.warnings()).isEmpty();
    }

    @Test
    void aCreditNoteTurnsEverySign() throws Exception {
        Extracted file = read(CREDIT);

        assertThat(values(file, "invoice_type_code")).containsOnly("381");
        assertThat(values(file, "amount_sek")).containsExactly("25.50", "-1000.00", "-500.00");
        assertThat(values(file, "quantity")).containsExactly("", "-10", "-1.5");
    }

    @Test
    void anAmountIsInItsOwnCurrencyWhateverTheInvoiceAndItsTaxAreIn() throws Exception {
        String euros = INVOICE.replace("<cbc:DocumentCurrencyCode>SEK", "<cbc:DocumentCurrencyCode>EUR")
                .replace(
                        "</cbc:DocumentCurrencyCode>",
                        "</cbc:DocumentCurrencyCode><cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode>")
                .replace("currencyID=\"SEK\">1000", "currencyID=\"EUR\">1000");

        assertThat(values(read(euros), "currency_code")).containsExactly("SEK", "EUR", "SEK");
        assertThat(values(read(euros.replace("currencyID=\"SEK\"", "")), "currency_code"))
                .containsExactly("EUR", "EUR", "EUR");
    }

    @Test
    void aNegativeInvoiceStaysNegative() throws Exception {
        Extracted file = read(INVOICE.replace(">500.00", ">-500.00").replace(">1500.00", ">500.00"));

        assertThat(values(file, "amount_sek")).containsExactly("-25.50", "1000.00", "-500.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<cbc:CompanyID>559990-0001</cbc:CompanyID>|5599900001|5599900001",
                "<cbc:CompanyID schemeID=\"0192\">987654321</cbc:CompanyID>|987654321|''",
            })
    void onlyASwedishNumberIsAnOrganisationNumber(String company, String supplier, String organisation)
            throws Exception {
        Extracted file = read(INVOICE.replace("<cbc:CompanyID schemeID=\"0007\">5599900001</cbc:CompanyID>", company));

        assertThat(values(file, "supplier")).containsOnly(supplier);
        assertThat(values(file, "supplier_org_no")).containsOnly(organisation);
    }

    @Test
    void aZipHoldsAsManyInvoicesAsItLikes() throws Exception {
        var invoices = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 100; i++) {
            invoices.put(i + ".xml", INVOICE.replace("F 17", "F " + i).getBytes(StandardCharsets.UTF_8));
        }

        Extracted file = read(Packed.zip(invoices));

        assertThat(file.rows()).hasSize(300);
        assertThat(values(file, "invoice_no")).contains("F 0", "F 99");
        assertThat(file.lines()).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE Invoice SYSTEM \"http://localhost:1/x.dtd\">",
                "<!DOCTYPE Invoice [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>"
            })
    void aDocumentTypeIsRefusedUnread(String type) {
        String invoice = INVOICE.replace("<Invoice", type + "\n<Invoice").replace("F 17", "&x;");

        assertThat(refused(invoice.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo(FindingCode.MALFORMED_FILE);
    }

    @Test
    void whatIsNestedWithoutEndIsRefused() {
        String deep = INVOICE.replace("<cac:Item>", "<cac:Item>".repeat(5000));

        assertThat(refused(deep.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Finding(FindingCode.MALFORMED_FILE, Place.line(27)));
    }

    @Test
    void anInvoiceMayCarryALargeAttachment() throws Exception {
        String attachment = "<cac:AdditionalDocumentReference><cac:Attachment><cbc:EmbeddedDocumentBinaryObject>"
                + "QUJD".repeat(2_000_000)
                + "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>";

        assertThat(read(INVOICE.replace("<cac:InvoicePeriod>", attachment + "<cac:InvoicePeriod>"))
                        .rows())
                .hasSize(3);
    }

    @Test
    void whatDoesNotEndIsRefused() {
        String endless = INVOICE.replace("<cac:Item>", "<!--" + "x".repeat(5_000_000) + "--><cac:Item>");

        assertThat(refused(endless.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo(FindingCode.MALFORMED_FILE);
    }

    @Test
    void anInvoiceThatIsCutOffIsRefused() {
        byte[] cut = INVOICE.substring(0, INVOICE.indexOf("<cbc:ID>2")).getBytes(StandardCharsets.UTF_8);

        assertThat(refused(cut).code()).isEqualTo(FindingCode.MALFORMED_FILE);
    }

    @Test
    void linesThatDoNotSumToTheInvoicesOwnTotalRefuseIt() {
        assertThat(refused(INVOICE.replace(">500.00", ">500.01").getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo(FindingCode.CONTROL_TOTAL_DIFFERS);
    }

    @Test
    void lettersThatAreNotInTheDeclaredCharsetRefuseTheFile() {
        byte[] other = INVOICE.getBytes(Charset.forName("windows-1252"));

        assertThat(refused(other).code()).isEqualTo(FindingCode.UNREADABLE_TEXT);
    }

    @Test
    void anotherXmlIsCalledByItsName() throws Exception {
        assertThat(refused("<Message/>".getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo(FindingCode.UNEXPECTED_FORMAT);
        assertThat(refused(Files.readAllBytes(SharedData.path("case/cin-2022.xml")))
                        .code())
                .isEqualTo(FindingCode.UNEXPECTED_FORMAT);
    }

    @Test
    void aZipWithSomethingElseInItIsRefused() throws Exception {
        byte[] zip = Packed.zip(Map.of("a.txt", "Hej".getBytes(StandardCharsets.UTF_8)));

        assertThat(refused(zip).code()).isEqualTo(FindingCode.MALFORMED_FILE);
    }

    private static List<String> values(Extracted file, String column) {
        List<String> names = rules.contracts().get("invoice_line").columns().stream()
                .map(Column::name)
                .toList();
        return file.cells().stream().map(row -> row.get(names.indexOf(column))).toList();
    }

    private static Extracted read(String xml) throws IOException, UnreadableDelivery {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static Extracted read(byte[] bytes) throws IOException, UnreadableDelivery {
        return Extracted.from(
                bytes,
                rules.source(SourceKind.INVOICE, "peppol", "invoice_line").orElseThrow(),
                rules.contracts().get("invoice_line"));
    }

    private static Finding refused(byte[] bytes) {
        return catchThrowableOfType(UnreadableDelivery.class, () -> read(bytes))
                .findings()
                .get(0);
    }
}
