package se.trivsel.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

class XlsxRecordsTest {
    private static final String HEADINGS =
            "<row r=\"1\">" + text("A1", "A") + text("B1", "B") + text("C1", "C") + "</row>";
    private static final String COLUMNS = "{one: A, two: B, three: C}";

    @TempDir
    Path folder;

    @Test
    void aSheetIsReadAsTextWouldBe() throws Exception {
        byte[] workbook = written(sheet -> {
            sheet.value(0, 0, "Lista över anteckningar");
            sheet.value(2, 1, "Period");
            sheet.range(2, 1, 2, 2).merge();
            sheet.value(3, 0, "Nr");
            sheet.value(3, 1, "Från");
            sheet.value(3, 2, "Till");
            sheet.value(4, 0, "  Åsa & \"Bo\" <1>  ");
            sheet.value(4, 1, LocalDate.of(2014, 1, 31));
            sheet.style(4, 1).format("yyyy-mm-dd").set();
            sheet.value(4, 2, 1234.5);
            sheet.value(6, 0, true);
            sheet.value(6, 1, LocalDateTime.of(2014, 1, 31, 7, 5));
            sheet.style(6, 1).format("d/m/yy h:mm").set();
            sheet.value(7, 0, 8);
            sheet.value(8, 0, "Summa");
            sheet.value(8, 2, 1234.5);
        });

        Extracted file = Notes.of(folder, "layout: xlsx\npreamble_lines: 1\nheading_rows: 2\ndecimal: \",\"", """
                        {one: Nr, two: Period Från, three: Period Till}
                        trailer: {first_cells: Summa, totals: {three: Period Till}}""")
                .read(workbook);

        assertThat(file.cells())
                .containsExactly(
                        List.of("Åsa & \"Bo\" <1>", "2014-01-31", "1234,5"),
                        List.of("true", "2014-01-31 07:05:00", ""),
                        List.of("8", "", ""));
        assertThat(file.lines()).containsExactly(5, 7, 8);
        assertThat(file.raw().get(0)).isEqualTo("  Åsa & \"Bo\" <1>  \t2014-01-31\t1234,5");
        assertThat(file.rows()).allMatch(row -> row.fault().isEmpty());
        assertThat(file.totals()).isEqualTo(Map.of("three", "1234,5"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "0|0.30000000000000004|0,3",
                "0|1234567.89|1234567,89",
                "0|-0|0",
                "0|1E5|100000",
                "0|1.5E-3|0,0015",
                "0|198001012387|198001012387",
                "0|12345678901234567|12345678901234567",
                "3|0.75|75%",
                "3|0.07000000000000001|7%",
                "6|1250.5|1250,5",
                "1|41670|2014-01-31",
                "1|1|1900-01-01",
                "1|59|1900-02-28",
                "1|60|1900-02-29",
                "1|61|1900-03-01",
                "1|0|1900-01-00",
                "1|-1|########",
                "1|2958465|9999-12-31",
                "1|2958466|########",
                "2|41670.295138888891|2014-01-31 07:05:00",
                "2|41670.999999999|2014-02-01",
                "5|41640|2014-01-01",
                "4|1.5625|37:30:00",
                "4|-0.5|########",
                "9|17|17",
            })
    void aNumberIsWrittenByItsFormat(int style, String stored, String expected) throws Exception {
        assertThat(cell("<c r=\"A2\" s=\"" + style + "\"><v>" + stored + "</v></c>"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0,1904-01-01", "59,1904-02-29", "40208,2014-01-31"})
    void aWorkbookMayCountItsDaysFrom1904(String stored, String expected) throws Exception {
        String cell = "<c r=\"A2\" s=\"1\"><v>" + stored + "</v></c>";

        assertThat(cells(new GivenWorkbook(HEADINGS + row(2, cell)).from1904())).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "<c t='s'><v>0</v></c>|delad",
                "<c t='s'><v>1</v></c>|av tre delar",
                "<c t='inlineStr'><is><t>egen</t></is></c>|egen",
                "<c t='str'><f>A1</f><v>uträknad</v></c>|uträknad",
                "<c><f>1+1</f><v>2</v></c>|2",
                "<c t='str'><f>\"\"</f><v></v></c>|``",
                "<c><f>1+1</f></c>|#CALC!",
                "<c t='e'><f>1/0</f><v>#DIV/0!</v></c>|#DIV/0!",
                "<c t='e'><v>#N/A</v></c>|#N/A",
                "<c t='b'><v>1</v></c>|true",
                "<c t='b'><v>0</v></c>|false",
                "<c t='d'><v>2014-01-31T00:00:00</v></c>|2014-01-31",
                "<c t='d'><v>2014-01-31T07:05:00</v></c>|2014-01-31 07:05:00",
                "<c t='inlineStr'><is><t>a_x0009_b _x005F_x0009_ &amp;amp;</t></is></c>|`a\tb _x0009_ &amp;`",
                "<c t='inlineStr'><is><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></is></c>|東京",
                "<c s='1'/>|``",
                "<c t='n'><v/></c>|``",
            })
    void aCellHoldsWhatExcelShows(String cell, String expected) throws Exception {
        var workbook = new GivenWorkbook(
                HEADINGS + row(2, cell + text("C2", "-")),
                "<si><t>delad</t></si>",
                "<si>\n <r><t xml:space='preserve'>av </t></r>\n <r><rPr/><t>tre</t></r><r><t> delar</t></r></si>");

        assertThat(cells(workbook)).containsExactly(expected);
    }

    @Test
    void theCellsOfASheetHaveTheirPlacesThoughEmptyOnesAreNotThere() throws Exception {
        String rows = HEADINGS
                + "<row r=\"3\">" + text("C3", "3") + "</row>"
                + "<row><c><v>4</v></c></row>"
                + "<row r=\"1048576\">" + text("A1048576", "x") + text("C1048576", "z") + text("E1048576", "mer")
                + "</row>";

        Extracted file = usual().read(new GivenWorkbook(rows).bytes());

        assertThat(file.lines()).containsExactly(3, 4, 1048576);
        assertThat(file.cells()).containsExactly(List.of("", "", "3"), List.of("4", "", ""), List.of("x", "", "z"));
        assertThat(file.rows())
                .extracting(row -> row.fault().map(FindingCode::code).orElse(""))
                .containsExactly("", "", "wrong_field_count");
    }

    @Test
    void linesBeforeTheHeadingsAreRowsOfTheSheetEmptyOnesToo() throws Exception {
        String rows = "<row r=\"2\">" + text("A2", "Lista") + "</row>"
                + row(4, text("A4", "A") + text("B4", "B") + text("C4", "C"))
                + row(5, text("A5", "x"));

        assertThat(Notes.of(folder, "layout: xlsx\npreamble_lines: 3", COLUMNS)
                        .read(new GivenWorkbook(rows).bytes())
                        .lines())
                .containsExactly(5);
    }

    @ParameterizedTest
    @CsvSource({"'',synlig", "'sheet: 2',andra", "'sheet: \" data \"',dold", "'sheet: Andra',andra"})
    void aSheetIsTheFirstOneShownOrTheOneAgreedOn(String sheet, String expected) throws Exception {
        var workbook = new GivenWorkbook(HEADINGS + row(2, text("A2", "dold")))
                .sheets("<sheet name='Data' state='hidden' r:id='r1'/><sheet name='Diagram' r:id='r3'/>"
                        + "<sheet name='Blad1' r:id='r2'/><sheet name='ANDRA' r:id='r6'/>")
                .sheet(2, HEADINGS + row(2, text("A2", "synlig")))
                .sheet(3, HEADINGS + row(2, text("A2", "andra")))
                .part("xl/_rels/workbook.xml.rels", """
                        <Relationships>
                          <Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
                          <Relationship Id="r2" Type="x/worksheet" Target="worksheets/SHEET2.xml"/>
                          <Relationship Id="r3" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/>
                          <Relationship Id="r6" Type="x/worksheet" Target="/xl/worksheets/sheet3.xml"/>
                        </Relationships>""");

        Extracted file = Notes.of(folder, "layout: xlsx\n" + sheet, COLUMNS).read(workbook.bytes());

        assertThat(file.cells().get(0).get(0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sheet: Annat", "sheet: 2"})
    void aSheetThatIsNotThereRefusesTheFile(String sheet) throws Exception {
        assertThat(Notes.of(folder, "layout: xlsx\n" + sheet, COLUMNS).refusal(new GivenWorkbook(HEADINGS).bytes()))
                .containsExactly(new Finding(FindingCode.MISSING_SHEET, Place.WHOLE_FILE));
    }

    @Test
    void thePartsOfAWorkbookMayLieInAnyOrderAndSomeMayBeMissing() throws Exception {
        var workbook = new GivenWorkbook(HEADINGS + row(2, "<c r='A2' t='s'><v>0</v></c>"), "<si><t>delad</t></si>")
                .last("xl/workbook.xml")
                .last("[Content_Types].xml")
                .part("xl/_rels/workbook.xml.rels", """
                        <Relationships>
                          <Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
                          <Relationship Id="r5" Type="x/sharedStrings" Target="sharedStrings.xml"/>
                        </Relationships>""")
                .without("xl/styles.xml");

        assertThat(cells(workbook)).containsExactly("delad");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r='A2' t='s'><v>2000000000</v></c>",
                "<c r='ZZZZZZ2'><v>1</v></c>",
                "<c r='XFE2'><v>1</v></c>",
                "<c r='ÅÄÖ2'><v>1</v></c>",
                "<c r='B2'><v>1</v></c><c r='A2'><v>1</v></c>",
                "<c r='A2'><v>1E999999999</v></c>",
                "<c r='A2'><v>ett</v></c>",
                "<c r='A2' t='okänd'><v>1</v></c>",
                "<c r='A2' t='b'><v>2</v></c>",
                "</row><row r='2'>",
                "</row><row r='1048577'>",
                "</row><row r='-1'>",
                "<c r='A2'>",
                "&nbsp;",
            })
    void aSheetThatBreaksItsOwnRulesIsRefusedAtItsRow(String cells) throws Exception {
        assertThat(usual().refusal(new GivenWorkbook(HEADINGS + row(2, cells)).bytes()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(FindingCode.MALFORMED_FILE);
                    assertThat(finding.place().line()).isGreaterThanOrEqualTo(2);
                });
    }

    @Test
    void aDocumentTypeIsRefused() throws Exception {
        String bomb = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\">]><worksheet><sheetData>" + row(1, text("A1", "&b;"))
                + "</sheetData></worksheet>";

        assertThat(usual().refusal(new GivenWorkbook("")
                        .part("xl/worksheets/sheet1.xml", bomb)
                        .bytes()))
                .containsExactly(new Finding(FindingCode.MALFORMED_FILE, Place.WHOLE_FILE));
    }

    @Test
    void aRowThatFillsTheMemoryIsRefused() throws Exception {
        var cells = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            cells.append("<c t='s'><v>0</v></c>");
        }
        String shared = "<si><t>" + "x".repeat(30_000) + "</t></si>";

        assertThat(usual().refusal(new GivenWorkbook(HEADINGS + row(2, cells.toString()), shared).bytes()))
                .containsExactly(new Finding(FindingCode.MALFORMED_FILE, Place.line(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!--%s-->", "<c r='A2' %s='1'/>", "<c r='A2' t='%s'/>", "<c r='A2' t='str'><v>%s</v></c>"})
    void whatDoesNotEndIsRefused(String cell) throws Exception {
        var random = new Random(1);
        var endless = new StringBuilder();
        random.ints(1 << 22, 'a', 'z' + 1).forEach(letter -> endless.append((char) letter));

        assertThat(usual().refusal(new GivenWorkbook(HEADINGS + row(2, cell.formatted(endless))).bytes()))
                .containsExactly(new Finding(FindingCode.MALFORMED_FILE, Place.line(2)));
    }

    @Test
    void sharedTextsThatFillTheMemoryAreRefused() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            byte[] rest =
                    new GivenWorkbook(HEADINGS).without("xl/sharedStrings.xml").bytes();
            try (var parts = new ZipInputStream(new ByteArrayInputStream(rest))) {
                for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                    zip.putNextEntry(new ZipEntry(part.getName()));
                    parts.transferTo(zip);
                }
            }
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            writeShared(zip, 3_000_000);
        }

        assertThat(usual().refusal(packed.toByteArray()))
                .containsExactly(new Finding(FindingCode.ARCHIVE_TOO_LARGE, Place.WHOLE_FILE));
    }

    @Test
    void aDescriptionThatFillsTheMemoryIsRefused() throws Exception {
        var random = new Random(2);
        var styles = new StringBuilder("<styleSheet><cellXfs>");
        for (int i = 0; i < 1_000_000; i++) {
            styles.append("<xf a='").append(random.nextLong()).append("'/>");
        }

        assertThat(usual().refusal(new GivenWorkbook(HEADINGS)
                        .part(
                                "xl/styles.xml",
                                styles.append("</cellXfs></styleSheet>").toString())
                        .bytes()))
                .containsExactly(new Finding(FindingCode.ARCHIVE_TOO_LARGE, Place.WHOLE_FILE));
    }

    private static void writeShared(OutputStream out, int count) throws IOException {
        out.write("<sst>".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < count; i++) {
            out.write(("<si><t>" + i * 7919 + "</t></si>").getBytes(StandardCharsets.UTF_8));
        }
        out.write("</sst>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSheetThatUnpacksWithoutEndIsRefused() throws Exception {
        String rows = HEADINGS + row(2, text("A2", "x")) + " ".repeat(1 << 25);

        assertThat(usual().refusal(new GivenWorkbook(rows).bytes()))
                .containsExactly(new Finding(FindingCode.ARCHIVE_TOO_LARGE, Place.WHOLE_FILE));
    }

    @Test
    void aWorkbookThatIsCutOffAnywhereIsRefused() throws Exception {
        byte[] whole = sheetLast();
        Notes notes = usual();

        for (int length = 4; length < endOfEntries(whole); length += 7) {
            assertThat(notes.refusal(Arrays.copyOf(whole, length)))
                    .extracting(Finding::code)
                    .containsExactly(FindingCode.MALFORMED_ARCHIVE);
        }
    }

    @Test
    void aSheetThatIsNotWhatWasPackedIsRefused() throws Exception {
        byte[] changed = sheetLast();
        int checksum = endOfEntries(changed) - 12;
        changed[checksum] ^= 1;

        assertThat(usual().refusal(changed))
                .containsExactly(new Finding(FindingCode.MALFORMED_ARCHIVE, Place.WHOLE_FILE));
    }

    private static byte[] sheetLast() throws IOException {
        return new GivenWorkbook(HEADINGS + row(2, text("A2", "x")))
                .last("xl/worksheets/sheet1.xml")
                .bytes();
    }

    private static int endOfEntries(byte[] zip) {
        return new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A;B;C\n1;2;3\n", "", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1\n", "%PDF-1.7\n"})
    void whatIsNoWorkbookIsRefusedByItsKind(String start) throws Exception {
        byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);

        Notes notes = usual();

        assertThat(List.of(bytes, Packed.gzip(bytes), Packed.zip(Map.of("notes.csv", bytes))))
                .allSatisfy(file -> assertThat(notes.refusal(file))
                        .containsExactly(new Finding(FindingCode.UNEXPECTED_FORMAT, Place.WHOLE_FILE)));
    }

    @Test
    void aWorkbookWhereTextIsAgreedIsRefusedByItsKind() throws Exception {
        byte[] workbook = written(sheet -> sheet.value(0, 0, "A"));

        for (String format : List.of(
                "separator: \";\"",
                "layout: sie4",
                "layout: fixed_width\nfields: {A: {start: 1, width: 1}, "
                        + "B: {start: 2, width: 1}, C: {start: 3, width: 1}}")) {
            assertThat(Notes.of(folder, format, COLUMNS).refusal(workbook))
                    .containsExactly(new Finding(FindingCode.UNEXPECTED_FORMAT, Place.WHOLE_FILE));
        }
    }

    @Test
    void rowsOfManyBlocksKeepTheirNumbersAndText() throws Exception {
        byte[] workbook = written(sheet -> {
            List.of("A", "B", "C").forEach(heading -> sheet.value(0, heading.charAt(0) - 'A', heading));
            for (int row = 1; row <= 9000; row++) {
                sheet.value(row, 0, "Örjan " + row % 100);
                sheet.value(row, 2, row);
            }
        });

        Extracted file = usual().read(workbook);

        assertThat(file.blocks()).isGreaterThan(3);
        assertThat(file.lines()).hasSize(9000).endsWith(9000, 9001);
        assertThat(file.raw()).hasSize(9000).contains("Örjan 77\t\t4077");
    }

    private String cell(String cell) throws Exception {
        return cells(new GivenWorkbook(HEADINGS + row(2, cell + text("C2", "-"))))
                .get(0);
    }

    private List<String> cells(GivenWorkbook workbook) throws Exception {
        return usual().read(workbook.bytes()).cells().stream()
                .map(row -> row.get(0))
                .toList();
    }

    private Notes usual() {
        return Notes.of(folder, "layout: xlsx\ndecimal: \",\"", COLUMNS);
    }

    private static String row(int number, String cells) {
        return "<row r=\"" + number + "\">" + cells + "</row>";
    }

    private static String text(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static byte[] written(Consumer<Worksheet> fill) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Prov", "1.0")) {
            fill.accept(workbook.newWorksheet("Blad1"));
        }
        return bytes.toByteArray();
    }
}
