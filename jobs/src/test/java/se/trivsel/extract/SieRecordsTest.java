package se.trivsel.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.trivsel.SharedData;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.GivenRules;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;
import se.trivsel.vocabulary.SourceKind;

class SieRecordsTest {
    private static final Charset PC8 = Charset.forName("IBM437");
    private static final int VOUCHER = 0;
    private static final int ACCOUNT_NAME = 3;
    private static final String SIE = """
            #FLAGGA 0
            #FORMAT PC8
            #SIETYP 4
            #KONTO 4010 "Familjehem, köpt vård"
            #KONTO 2440 "Leverantörsskulder"
            #DIM 20 "Projekt"
            #VER A 12 20140131 "Åsa \\"B\\"" 20140201
            {
              #TRANS 4010 {1 "310" 20 P7} 1250.50 20140130 "Hyra" 2
              #BTRANS 4010 {} 99.00
              #RTRANS 2440 {} -1250.50
              #TRANS 2440 {} -1250.50
            }
            """;

    @TempDir
    static Path folder;

    private static Configuration rules;
    private static Configuration lying;

    @BeforeAll
    static void readTheRules() {
        rules = rules("given", "");
        lying = rules("lying", ", charset: windows-1252");
    }

    private static Configuration rules(String name, String more) {
        return new GivenRules(folder.resolve(name))
                .contract("posting", """
                        dataset: posting
                        kind: invoice
                        label: Konteringar
                        description: Konteringar.
                        grain: en rad per kontering
                        columns:
                          - {name: voucher, label: Verifikation, type: text, length: 40, privacy: keep, required: true}
                          - {name: on, label: Datum, type: date, privacy: keep, required: true}
                          - {name: account, label: Konto, type: text, length: 40, privacy: keep, required: true}
                          - {name: account_name, label: Kontonamn, type: text, length: 90, privacy: keep}
                          - {name: amount, label: Belopp, type: decimal, precision: 14, scale: 2, privacy: keep}
                          - {name: unit, label: Enhet, type: text, length: 20, privacy: keep}
                        """)
                .source(SourceKind.INVOICE, "posting", """
                        delivers: posting
                        files: ["sie_{year}.se"]
                        format: {layout: sie4%s}
                        columns:
                          voucher: verifikation
                          on: verifikationsdatum
                          account: konto
                          account_name: kontonamn
                          amount: belopp
                          unit: objekt 1
                        ignored: [verifikationstext, transaktionstext, transaktionsdatum, kvantitet, valuta, orgnr, objekt 2,
                          objekt 6, objekt 7, objekt 8, objekt 9, objekt 10]
                        """.formatted(more))
                .read();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void aPostingIsARowWithItsVoucherItsAccountAndItsObjects(String lineEnd) throws Exception {
        Extracted file = read(rules, SIE.replace("\n", lineEnd).getBytes(PC8));

        assertThat(file.cells())
                .containsExactly(
                        List.of("A 12", "20140131", "4010", "Familjehem, köpt vård", "1250.50", "310"),
                        List.of("A 12", "20140131", "2440", "Leverantörsskulder", "-1250.50", ""));
        assertThat(file.lines()).containsExactly(9, 12);
        assertThat(file.raw().get(1)).isEqualTo("  #TRANS 2440 {} -1250.50");
    }

    @Test
    void aDimensionThatNobodyAgreedOnIsTold() throws Exception {
        assertThat(read(rules, SIE.getBytes(PC8)).warnings())
                .containsExactly(new Finding(FindingCode.UNKNOWN_COLUMN, Place.cell(1, "nr 19")));
    }

    @ParameterizedTest
    @CsvSource({"IBM437,PC8", "UTF-8,PC8", "windows-1252,windows-1252", "IBM850,IBM850", "UTF-16LE,PC8"})
    void theTextIsInWhatItIsOrSaysItIs(String charset, String format) throws Exception {
        byte[] bytes = SIE.replace("PC8", format).getBytes(Charset.forName(charset));

        assertThat(column(read(rules, bytes), ACCOUNT_NAME))
                .containsExactlyInAnyOrder("Familjehem, köpt vård", "Leverantörsskulder");
    }

    @Test
    void aDescriptionKnowsASystemThatSaysOneCharsetAndWritesAnother() throws Exception {
        assertThat(column(read(lying, SIE.getBytes(Charset.forName("windows-1252"))), ACCOUNT_NAME))
                .contains("Familjehem, köpt vård");
    }

    @Test
    void aCharsetThatNobodyKnowsIsRefused() {
        byte[] bytes = SIE.replace("PC8", "ABC99").getBytes(PC8);

        assertThat(refused(bytes)).isEqualTo(new Finding(FindingCode.UNREADABLE_TEXT, Place.line(1)));
    }

    @Test
    void aVoucherThatDoesNotSumToZeroRefusesTheFileAtItsLine() {
        assertThat(refused(SIE.replace("1250.50 2014", "1250.51 2014").getBytes(PC8)))
                .isEqualTo(new Finding(FindingCode.CONTROL_TOTAL_DIFFERS, Place.line(7)));
    }

    @Test
    void aVoucherThatIsCutOffRefusesTheFileAtItsLine() {
        String cut = SIE.substring(0, SIE.indexOf("  #BTRANS"));

        assertThat(refused(cut.getBytes(PC8))).isEqualTo(new Finding(FindingCode.MALFORMED_FILE, Place.line(7)));
    }

    @Test
    void aChecksumThatBeginsAndDoesNotEndTellsThatTheFileIsCutOff() throws Exception {
        String begun = SIE.replace("#FORMAT", "#KSUMMA\n#FORMAT");

        assertThat(refused(begun.getBytes(PC8))).isEqualTo(new Finding(FindingCode.MALFORMED_FILE, Place.line(2)));
        assertThat(read(rules, (begun + "#KSUMMA -17\n").getBytes(PC8)).rows()).hasSize(2);
        assertThat(read(rules, (SIE + "#KSUMMA 17\n").getBytes(PC8)).rows()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#TRANS 4010 {1 310 1", "#TRANS 4010 {1} 1", "#TRANS 4010 {\"1} 1", "}\n}"})
    void aLineThatCannotBeTakenApartRefusesTheFile(String line) {
        assertThat(refused((SIE + "#VER A 13 20140201\n{\n" + line + "\n").getBytes(PC8))
                        .code())
                .isEqualTo(FindingCode.MALFORMED_FILE);
    }

    @Test
    void aTextThatASystemCutOffEndsWithItsLine() throws Exception {
        Extracted file = read(rules, SIE.replace("\"Hyra\" 2", "\"Hyr").getBytes(PC8));

        assertThat(file.cells()).hasSize(2);
    }

    @Test
    void aLineWithoutEndRefusesTheFile() {
        assertThat(refused((SIE + "#PROSA " + "x".repeat(1 << 17)).getBytes(PC8)))
                .isEqualTo(new Finding(FindingCode.MALFORMED_FILE, Place.line(14)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<?xml version=\"1.0\"?>\n<Sie/>\n", "Konto;Belopp\n1;2\n"})
    void anotherFormatIsCalledByItsName(String text) {
        assertThat(refused(text.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo(FindingCode.UNEXPECTED_FORMAT);
    }

    @Test
    void aFileWithoutVouchersIsEmpty() {
        assertThat(refused(SIE.substring(0, SIE.indexOf("#VER")).getBytes(PC8)).code())
                .isEqualTo(FindingCode.EMPTY_FILE);
    }

    @ParameterizedTest
    @CsvSource({"SIE_exempelfil.se,148,26,Checkräkningskonto", "Sie4.se,260,70,Förutb kostn o upplup int"})
    void filesOfRealSystemsAreReadWhole(String name, int postings, int vouchers, String account) throws Exception {
        Extracted file = read(rules, Files.readAllBytes(SharedData.path("sie/" + name)));

        assertThat(file.rows()).hasSize(postings);
        assertThat(column(file, VOUCHER)).hasSize(vouchers);
        assertThat(column(file, ACCOUNT_NAME)).contains(account);
    }

    private static Set<String> column(Extracted file, int column) {
        return file.cells().stream().map(row -> row.get(column)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Extracted read(Configuration configuration, byte[] bytes) throws IOException, UnreadableDelivery {
        return Extracted.from(
                bytes,
                configuration.source(SourceKind.INVOICE, "given", "posting").orElseThrow(),
                configuration.contracts().get("posting"));
    }

    private static Finding refused(byte[] bytes) {
        return catchThrowableOfType(UnreadableDelivery.class, () -> read(rules, bytes))
                .findings()
                .get(0);
    }
}
