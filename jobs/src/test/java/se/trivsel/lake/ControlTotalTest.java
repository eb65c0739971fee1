package se.trivsel.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.contract.GivenRules;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.SourceKind;

/** What a file says of itself in its last rows, held against its rows. */
class ControlTotalTest {
    private static final String SOURCE = """
            delivers: ledger_line
            files: ["reskontra_{year}.csv"]
            format: {separator: ";", charset: windows-1252, decimal: ",", thousands: "."}
            trailer:
              first_cells: [Total, "Antal rader"]
              totals: {amount_sek: Belopp}
              count: Ver
              on_difference: %s
            columns:
              voucher_no: Ver
              booked_on: Datum
              supplier_org_no: Orgnr
              account_code: Konto
              account_text: Text
              amount_sek: Belopp
            fixed: {currency_code: SEK}
            reject_above_percent: 25
            """;
    private static final String HEADINGS = "Ver;Datum;Orgnr;Konto;Text;Belopp\r\n";

    @TempDir
    Path folder;

    /** 50 rows of 1 000,10 kr, every fifth without the delimiter between account and text; two of them are the same. */
    @Test
    void withAFifthOfTheRowsBrokenTheSoundOnesAreKeptAndTheTotalIsShortByTheirSum() throws Exception {
        String rows = IntStream.rangeClosed(1, 50)
                .mapToObj(i -> "V%d;2015-03-%02d;802005-1952;4000%sKöp;1.000,10\r\n"
                        .formatted(Math.min(i, 49), Math.min(i, 31), i % 5 == 0 ? "" : ";"))
                .collect(Collectors.joining());

        DeliveryManifest manifest = deliver("warn", HEADINGS + rows + "Total;;;;;50.005,00\r\nAntal rader: 50\r\n");

        assertThat(manifest.isAccepted()).isTrue();
        assertThat(manifest.rowsRead()).isEqualTo(50);
        assertThat(manifest.rowsKept()).isEqualTo(40);
        assertThat(manifest.rowsRejected()).isEqualTo(10);
        assertThat(manifest.findings())
                .extracting(finding -> finding.code().code() + " " + finding.count())
                .containsExactly("wrong_field_count 10", "control_total_deviates 1");
        assertThat(manifest.controlTotals())
                .containsExactly(
                        total("amount_sek", "50005.00", "40004.00", "40004.00"), total("rows", "50.00", "50", "40"));
        assertThat(manifest.controlTotals().get(0).shortBy()).isEqualTo("10001.00");
    }

    @Test
    void anOreTooLittleRefusesTheDelivery() throws Exception {
        DeliveryManifest manifest =
                deliver("refuse", HEADINGS + row("100,00") + row("0,99") + "Total;;;;;101,00\nAntal rader 2\n");

        assertThat(codes(manifest)).isEqualTo("control_total_differs");
        assertThat(manifest.isAccepted()).isFalse();
        assertThat(manifest.controlTotals().get(0).shortBy()).isEqualTo("0.01");
    }

    @Test
    void aRowTooFewRefusesTheDelivery() throws Exception {
        assertThat(codes(deliver("refuse", HEADINGS + row("1,00") + "Total;;;;;1,00\nAntal rader: 2\n")))
                .isEqualTo("control_total_differs");
    }

    @Test
    void aFileWithoutItsLastRowsIsRefusedWhateverWasAgreed() throws Exception {
        DeliveryManifest manifest = deliver("warn", HEADINGS + row("1,00"));

        assertThat(manifest.isAccepted()).isFalse();
        assertThat(manifest.findings())
                .containsExactly(new FindingCount(
                        FindingCode.CONTROL_TOTAL_DIFFERS,
                        2,
                        manifest.findings().get(0).examples()));
    }

    @Test
    void totalsThatAgreeAreNoFinding() throws Exception {
        DeliveryManifest manifest =
                deliver("refuse", HEADINGS + row("1.234,50") + row("-34,50") + "Total;;;;;1 200,00\nAntal rader: 2\n");

        assertThat(manifest.findings()).isEmpty();
        assertThat(manifest.controlTotals()).allMatch(ControlTotal::agrees).hasSize(2);
    }

    private static String row(String amount) {
        return "V1;2015-03-31;802005-1952;4000;Köp;" + amount + "\n";
    }

    private static ControlTotal total(String column, String stated, String read, String kept) {
        return new ControlTotal(column, new BigDecimal(stated), new BigDecimal(read), new BigDecimal(kept));
    }

    private static String codes(DeliveryManifest manifest) {
        return manifest.findings().stream()
                .map(finding -> finding.code().code())
                .collect(Collectors.joining(" "));
    }

    private DeliveryManifest deliver(String onDifference, String text) throws IOException {
        var rules = new GivenRules(folder)
                .shippedContract("ledger_line")
                .source(SourceKind.INVOICE, "ledger_line", SOURCE.formatted(onDifference))
                .read();
        var intake = new Intake(folder, rules);
        return intake.read(
                intake.receive("2062-mora", "reskontra_2015.csv", text.getBytes(Charset.forName("windows-1252"))));
    }
}
