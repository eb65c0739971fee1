package se.trivsel.extract;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

/**
 * One UBL 2.1 invoice or credit note, a row for each line and for each allowance or charge on the whole.
 *
 * <p>Amounts and quantities have one sign: those of a credit note are turned, those of a negative invoice are negative
 * already. Only the elements listed here are kept.
 */
final class UblInvoice {
    static final List<String> HEADINGS = List.of(
            "fakturanummer",
            "fakturatyp",
            "fakturadatum",
            "valuta",
            "leverantor_id",
            "leverantor_orgnr",
            "leverantor",
            "kopare_orgnr",
            "krediterad_faktura",
            "avtal",
            "rad",
            "belopp",
            "antal",
            "enhet",
            "kontering",
            "period_fran",
            "period_till",
            "artikel",
            "radtext");

    private static final Set<String> ROOTS = Set.of(
            "{urn:oasis:names:specification:ubl:schema:xsd:Invoice-2}Invoice",
            "{urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2}CreditNote");
    private static final String SUPPLIER = "AccountingSupplierParty/Party/";
    private static final Set<String> OF_THE_WHOLE = Set.of(
            "ID",
            "IssueDate",
            "InvoiceTypeCode",
            "CreditNoteTypeCode",
            "DocumentCurrencyCode",
            "AccountingCost",
            "InvoicePeriod/StartDate",
            "InvoicePeriod/EndDate",
            "BillingReference/InvoiceDocumentReference/ID",
            "ContractDocumentReference/ID",
            SUPPLIER + "EndpointID",
            SUPPLIER + "PartyName/Name",
            SUPPLIER + "PostalAddress/Country/IdentificationCode",
            SUPPLIER + "PartyTaxScheme/CompanyID",
            SUPPLIER + "PartyLegalEntity/RegistrationName",
            SUPPLIER + "PartyLegalEntity/CompanyID",
            "AccountingCustomerParty/Party/PartyLegalEntity/CompanyID",
            "LegalMonetaryTotal/LineExtensionAmount");
    private static final Set<String> OF_A_PART = Set.of(
            "ID",
            "Note",
            "InvoicedQuantity",
            "CreditedQuantity",
            "LineExtensionAmount",
            "AccountingCost",
            "InvoicePeriod/StartDate",
            "InvoicePeriod/EndDate",
            "Item/Name",
            "ChargeIndicator",
            "Amount",
            "AllowanceChargeReason");
    private static final Set<String> PARTS = Set.of("InvoiceLine", "CreditNoteLine", "AllowanceCharge");
    private static final Pattern SWEDISH_VAT = Pattern.compile("SE(\\d{10})01");
    private static final String SWEDISH_REGISTER = "0007";
    private static final String CREDIT_NOTE = "381";
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 4096;

    private final XMLStreamReader xml;
    private final int linesBefore;
    private final Map<String, String> whole = new HashMap<>();
    private final Map<String, String> part = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private boolean isCreditNote;
    private boolean isInPart;
    private int partLine;
    private int lastLine;
    private int onTheWhole;
    private Optional<BigDecimal> sum = Optional.of(BigDecimal.ZERO);

    private UblInvoice(XMLStreamReader xml, int linesBefore) {
        this.xml = xml;
        this.linesBefore = linesBefore;
    }

    static UblInvoice open(InputStream in, int linesBefore) throws IOException, UnreadableDelivery {
        return new UblInvoice(SentXml.open(in, linesBefore + 1), linesBefore);
    }

    /** The line of text that the last row begins on; after the last row, the last line of the file. */
    int line() {
        return linesBefore + partLine;
    }

    Optional<String[]> next() throws IOException, UnreadableDelivery {
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> begin();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (text.length() < LONGEST_TEXT) {
                            text.append(xml.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (end()) {
                            return Optional.of(row());
                        }
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException broken) {
            throw SentXml.refusal(
                    broken, linesBefore + Math.max(1, xml.getLocation().getLineNumber()));
        }
        partLine = lastLine;
        refuseOtherTotal();
        return Optional.empty();
    }

    private void begin() throws UnreadableDelivery {
        String name = xml.getLocalName();
        text.setLength(0);
        if (path.isEmpty()) {
            if (!ROOTS.contains(xml.getName().toString())) {
                throw refused(FindingCode.UNEXPECTED_FORMAT);
            }
            isCreditNote = name.equals("CreditNote");
            path.push("");
            return;
        }
        if (path.size() == 1 && PARTS.contains(name)) {
            isInPart = true;
            partLine = xml.getLocation().getLineNumber();
            part.clear();
            path.push("");
            return;
        }
        String above = path.element();
        String below = above.isEmpty() ? name : above + "/" + name;
        path.push(below);
        if (path.size() > DEEPEST) {
            throw refused(FindingCode.MALFORMED_FILE);
        }
        for (int i = 0; isWanted(below) && i < xml.getAttributeCount(); i++) {
            values().putIfAbsent(below + "@" + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
    }

    /** Whether a part has ended, so that there is a row. */
    private boolean end() {
        String ended = path.pop();
        lastLine = xml.getLocation().getLineNumber();
        if (isWanted(ended)) {
            values().putIfAbsent(ended, text.toString().strip());
        }
        text.setLength(0);
        boolean isRow = isInPart && path.size() == 1;
        isInPart &= !isRow;
        return isRow;
    }

    private boolean isWanted(String below) {
        return (isInPart ? OF_A_PART : OF_THE_WHOLE).contains(below);
    }

    private Map<String, String> values() {
        return isInPart ? part : whole;
    }

    private String[] row() {
        String type = first(whole, "InvoiceTypeCode", "CreditNoteTypeCode");
        boolean isTurned = isCreditNote || type.equals(CREDIT_NOTE);
        boolean isLine = part.containsKey("LineExtensionAmount") || !part.containsKey("ChargeIndicator");
        boolean isAllowance = first(part, "ChargeIndicator").equals("false");
        String amount = first(part, isLine ? "LineExtensionAmount" : "Amount");
        if (isLine) {
            sum = sum.flatMap(before -> number(amount).map(before::add));
        } else {
            onTheWhole++;
        }
        String organisation = organisation();
        return new String[] {
            first(whole, "ID"),
            type,
            first(whole, "IssueDate"),
            currency(isLine ? "LineExtensionAmount" : "Amount"),
            organisation.isEmpty() ? anyIdentity() : organisation,
            organisation,
            first(whole, SUPPLIER + "PartyLegalEntity/RegistrationName", SUPPLIER + "PartyName/Name"),
            first(whole, "AccountingCustomerParty/Party/PartyLegalEntity/CompanyID"),
            first(whole, "BillingReference/InvoiceDocumentReference/ID"),
            first(whole, "ContractDocumentReference/ID"),
            isLine ? first(part, "ID") : (isAllowance ? "avdrag " : "avgift ") + onTheWhole,
            signed(amount, isTurned ^ isAllowance),
            signed(first(part, "InvoicedQuantity", "CreditedQuantity"), isTurned),
            first(part, "InvoicedQuantity@unitCode", "CreditedQuantity@unitCode"),
            partOrWhole("AccountingCost"),
            partOrWhole("InvoicePeriod/StartDate"),
            partOrWhole("InvoicePeriod/EndDate"),
            first(part, "Item/Name", "AllowanceChargeReason"),
            first(part, "Note")
        };
    }

    /** The supplier's Swedish organisation number, or a sole trader's personal number; empty where it has neither. */
    private String organisation() {
        String legal = SUPPLIER + "PartyLegalEntity/CompanyID";
        String register = whole.getOrDefault(legal + "@schemeID", SWEDISH_REGISTER);
        String country = whole.getOrDefault(SUPPLIER + "PostalAddress/Country/IdentificationCode", "SE");
        String number = first(whole, legal).replace("-", "");
        if (!number.isEmpty() && register.equals(SWEDISH_REGISTER) && country.equals("SE")) {
            return number;
        }
        var vat = SWEDISH_VAT.matcher(first(whole, SUPPLIER + "PartyTaxScheme/CompanyID"));
        return vat.matches() ? String.valueOf(vat.group(1)) : "";
    }

    private String anyIdentity() {
        return first(
                whole,
                SUPPLIER + "PartyLegalEntity/CompanyID",
                SUPPLIER + "PartyTaxScheme/CompanyID",
                SUPPLIER + "EndpointID");
    }

    /** An amount says its own currency; that of the invoice is only to be the same. */
    private String currency(String amount) {
        String own = first(part, amount + "@currencyID");
        return own.isEmpty() ? first(whole, "DocumentCurrencyCode") : own;
    }

    private String partOrWhole(String name) {
        return part.containsKey(name) ? first(part, name) : first(whole, name);
    }

    private static String first(Map<String, String> values, String... names) {
        for (String name : names) {
            String value = values.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** What is no number stays as it is, for the row to be told of it. */
    private static String signed(String text, boolean isTurned) {
        return number(text)
                .map(number -> (isTurned ? number.negate() : number).toPlainString())
                .orElse(text);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > 30 ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private void refuseOtherTotal() throws UnreadableDelivery {
        Optional<BigDecimal> stated = number(first(whole, "LegalMonetaryTotal/LineExtensionAmount"));
        if (stated.isPresent() && sum.isPresent() && stated.get().compareTo(sum.get()) != 0) {
            throw refused(FindingCode.CONTROL_TOTAL_DIFFERS);
        }
    }

    private UnreadableDelivery refused(FindingCode code) {
        int line = Math.max(lastLine, xml.getLocation().getLineNumber());
        return new UnreadableDelivery(new Finding(code, Place.line(linesBefore + line)));
    }
}
