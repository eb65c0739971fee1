package se.trivsel.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.Place;

class DeliveredFileTest {
    private static final Charset OLD = Charset.forName("windows-1252");
    private static final String FORMAT = "separator: \";\"\ncharset: windows-1252";
    private static final String COLUMNS = "{one: A, two: [B, \"B gammal\"], three: C}";

    @TempDir
    static Path folder;

    private static Notes usual;

    @BeforeAll
    static void readTheRules() {
        usual = notes("", COLUMNS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void linesAreCountedByTheirEnds(String lineEnd) throws Exception {
        Extracted file = read(lines("A;B;C", "1;2;3", "\"x", "y\";2;3", "", "", "4;5;6", "7;8;9")
                .replace("\n", lineEnd));

        assertThat(file.lines()).containsExactly(2, 3, 7, 8);
        assertThat(file.raw()).containsExactly("1;2;3", "\"x" + lineEnd + "y\";2;3", "4;5;6", "7;8;9");
    }

    @ParameterizedTest
    @CsvSource({"1,UTF-8", "2,UTF-16LE", "3,UTF-16BE", "4,UTF-8", "5,UTF-8"})
    void everyRowIsKnownByItsLineAndItsText(long seed, String charset) throws Exception {
        var written = new Written(new Random(seed));
        for (int i = 0; i < 5000; i++) {
            written.add();
        }

        Extracted file = usual.read(("\uFEFF" + written.text).getBytes(Charset.forName(charset)));

        assertThat(file.blocks()).isEqualTo(3);
        assertThat(file.raw()).isEqualTo(written.rows);
        assertThat(file.lines()).isEqualTo(written.lines);
        assertThat(file.cells()).isEqualTo(written.cells);
    }

    @Test
    void theLastRowNeedsNoLineEnd() throws Exception {
        assertThat(read("A;B;C\n1;2;3\n4;5;\"å\"").raw()).containsExactly("1;2;3", "4;5;\"å\"");
    }

    @Test
    void aFileOfWholeBlocksEndsWithoutRows() throws Exception {
        String rows = "1;2;3\n".repeat(2 * 2048);

        Extracted file = read("A;B;C\n" + rows);

        assertThat(file.rows()).hasSize(2 * 2048);
        assertThat(file.lines())
                .isEqualTo(IntStream.rangeClosed(2, 2 * 2048 + 1).boxed().toList());
    }

    @Test
    void rowsOfSeparatorsOnlyAreNoRows() throws Exception {
        Extracted file = read("A;B;C\n1;2;3\n;;\n  ; ;\n4;5;6\n;;\n");

        assertThat(file.lines()).containsExactly(2, 5);
        assertThat(file.raw()).containsExactly("1;2;3", "4;5;6");
    }

    /** Where another municipality's rows stood, one's own part of a file has empty lines. */
    @Test
    void millionsOfEmptyLinesAreNoEndlessRow() throws Exception {
        String none = "\n".repeat(3_000_000);

        assertThat(read(none + "A;B;C\n" + none + "1;2;3\n").lines()).containsExactly(6_000_002);
    }

    @Test
    void separatorsAtTheEndOfARowAreNoFault() throws Exception {
        assertThat(read("A;B;C\n1;2;3;;\n").rows().get(0).fault()).isEmpty();
    }

    @Test
    void separatorsAtTheEndOfTheHeadingsCallForNoFields() throws Exception {
        assertThat(read("A;B;C;;\n1;2;3\n").rows().get(0).fault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1;2", "1;2;3;4", "1;2;3;;5"})
    void aRowWithOtherFieldsThanTheHeadingsIsAtFault(String row) throws Exception {
        Extracted file = read("A;B;C\n" + row + "\n1;2;3\n");

        assertThat(file.rows().get(0).fault()).contains(FindingCode.WRONG_FIELD_COUNT);
        assertThat(file.rows().get(1).fault()).isEmpty();
        assertThat(file.raw()).containsExactly(row, "1;2;3");
    }

    @Test
    void headingsAreFoundInAnyOrderByAnyOfTheirNames() throws Exception {
        assertThat(read(" c ;b GAMMAL;a\n3;2;1\n").cells()).containsExactly(List.of("1", "2", "3"));
    }

    @Test
    void aMissingHeadingRefusesTheFile() {
        assertThat(refused("A;C\n1;3\n")).containsExactly(new Finding(FindingCode.MISSING_COLUMN, Place.cell(1, "B")));
    }

    @Test
    void aRepeatedHeadingRefusesTheFile() {
        assertThat(refused("A;B;a;C\n1;2;3;4\n"))
                .containsExactly(new Finding(FindingCode.REPEATED_COLUMN, Place.cell(1, "A")));
    }

    @Test
    void anUnknownHeadingIsToldAndItsCellsAreNotRead() throws Exception {
        Extracted file = read("A;Namn;B;C\n1;Åsa;2;3\n");

        assertThat(file.warnings()).containsExactly(new Finding(FindingCode.UNKNOWN_COLUMN, Place.cell(1, "nr 2")));
        assertThat(file.cells()).containsExactly(List.of("1", "2", "3"));
    }

    @Test
    void anIgnoredHeadingIsNotTold() throws Exception {
        assertThat(notes("", COLUMNS + "\nignored: [Namn]")
                        .read("A;namn;B;C\n1;Åsa;2;3\n".getBytes(OLD))
                        .warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\r\n", "A;B;C", "A;B;C\n", "A;B;C\n\n;;\n"})
    void aFileWithoutRowsIsRefused(String text) {
        assertThat(refused(text)).containsExactly(new Finding(FindingCode.EMPTY_FILE, Place.WHOLE_FILE));
    }

    @Test
    void aQuotationMarkThatNeverClosesRefusesTheFileAtItsLine() {
        assertThat(refused("A;B;C\n1;\"2\n2\";3\n1;\"2;3\n1;2;3\n"))
                .containsExactly(new Finding(FindingCode.MALFORMED_FILE, Place.line(4)));
    }

    @Test
    void textAfterAClosingQuotationMarkRefusesTheFileAtItsLine() {
        assertThat(refused("A;B;C\n1;2;3\n\"Åsa\" Ek;2;3\n"))
                .containsExactly(new Finding(FindingCode.MALFORMED_FILE, Place.line(3)));
    }

    @Test
    void quotationMarksInsideTextAreText() throws Exception {
        assertThat(read("A;B;C\nKv. \"Eken\";2 \";3\n").cells()).containsExactly(List.of("Kv. \"Eken\"", "2 \"", "3"));
    }

    @Test
    void whereNobodyQuotesAQuotationMarkIsText() throws Exception {
        Notes unquoted = notes("quote: none", COLUMNS);

        assertThat(unquoted.read("A;B;C\n\"1;2\";3\n".getBytes(OLD)).cells())
                .containsExactly(List.of("\"1", "2\"", "3"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3000, 60_000})
    void aByteThatIsNoLetterRefusesTheFileAtItsLine(int line) {
        List<String> lines = new ArrayList<>(List.of("A;B;Å"));
        IntStream.rangeClosed(2, 60_000).forEach(number -> lines.add("1;2;" + number));
        lines.set(line - 1, lines.get(line - 1) + ";\u0081");
        byte[] bytes = String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(notes("", COLUMNS.replace("three: C", "three: Å")).refusal(bytes))
                .containsExactly(new Finding(FindingCode.UNREADABLE_TEXT, Place.line(line)));
    }

    @Test
    void aDiskThatFailsIsNotTheSendersFault() {
        byte[] bytes = ("A;B;C\n" + "1;2;3\n".repeat(100_000)).getBytes(OLD);
        var openings = new ArrayList<InputStream>();
        ByteSource failing = () -> {
            InputStream in = new FailingStream(new ByteArrayInputStream(bytes), openings.isEmpty() ? 1000 : 10);
            openings.add(in);
            return in;
        };

        assertThatThrownBy(() -> {
                    try (var file = DeliveredFile.open(failing, usual.source(), usual.contract(), Period.year(2014))) {
                        file.next();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("The disk is gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void linesBeforeTheHeadingsAreCountedAsTheyStand(String lineEnd) throws Exception {
        Notes preamble = notes("preamble_lines: 3", COLUMNS);
        String text = lines("Rapport \"Anteckningar", "", "Uttag 2014-12-31;;", "A;B;C", "1;2;3", "4;5;6");

        Extracted file = preamble.read(text.replace("\n", lineEnd).getBytes(OLD));

        assertThat(file.lines()).containsExactly(5, 6);
        assertThat(file.raw()).containsExactly("1;2;3", "4;5;6");
    }

    @Test
    void aByteThatIsNoLetterBeforeTheHeadingsRefusesTheFile() {
        Notes preamble = notes("preamble_lines: 2", COLUMNS);

        assertThat(preamble.refusal("å\n\u0081\nA;B;C\n1;2;3\n".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly(new Finding(FindingCode.UNREADABLE_TEXT, Place.line(2)));
    }

    @Test
    void aFileThatEndsBeforeItsHeadingsIsEmpty() {
        Notes preamble = notes("preamble_lines: 3", COLUMNS);

        assertThat(preamble.refusal("Rapport\n".getBytes(OLD)))
                .containsExactly(new Finding(FindingCode.EMPTY_FILE, Place.WHOLE_FILE));
    }

    @Test
    void theTrailerIsNoRowAndItsSumIsKnown() throws Exception {
        Extracted file = withTrailer().read("A;B;C\n1;2;3\nSumma:;;1 234,50\nAntal rader 1\n".getBytes(OLD));

        assertThat(file.raw()).containsExactly("1;2;3");
        assertThat(file.totals()).isEqualTo(Map.of("three", "1 234,50"));
    }

    @Test
    void whatOnlyLooksLikeATrailerIsARow() throws Exception {
        String rows = "1;2;3\n".repeat(2047) + "Summarum AB;5;6\n" + "Summa;;3\n" + "7;8;9\n" + "Summa;;9\n";

        Extracted file = withTrailer().read(("A;B;C\n" + rows).getBytes(OLD));

        assertThat(file.raw()).hasSize(2050).endsWith("Summarum AB;5;6", "Summa;;3", "7;8;9");
        assertThat(file.totals()).isEqualTo(Map.of("three", "9"));
    }

    @Test
    void whatTheFileDoesNotSayIsFixed() throws Exception {
        Notes fixed = notes("", "{one: A, two: B}\nfixed: {three: \"{line}/{period_from}/{period_to}\"}");

        assertThat(fixed.read("A;B\n\n1;2\n".getBytes(OLD)).cells())
                .containsExactly(List.of("1", "2", "3/2014-01-01/2014-12-31"));
    }

    private static Notes withTrailer() {
        return notes("", COLUMNS + "\ntrailer: {first_cells: [Summa, Antal rader], totals: {three: C}}");
    }

    private static Notes notes(String format, String columns) {
        return Notes.of(folder, FORMAT + "\n" + format, columns);
    }

    private static Extracted read(String text) throws IOException, UnreadableDelivery {
        return usual.read(text.getBytes(OLD));
    }

    private static List<Finding> refused(String text) {
        return usual.refusal(text.getBytes(OLD));
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    /** A file being written, and what has to come out of it. */
    private static final class Written {
        private static final List<String> ENDS = List.of("\n", "\r\n", "\r");
        private static final List<String> TEXTS =
                List.of("", "1", "Åsa", "två ord", "😀𝔄", "€ 5", "a'b", "#", "\u00a0");
        private static final List<String> QUOTED = List.of("\"a;b\"", "\"\"\"😀\"\"\"", "\"\"", "\"ö\"");

        private final Random random;
        private final String lineEnd;
        private final StringBuilder text = new StringBuilder();
        private final List<String> rows = new ArrayList<>();
        private final List<Integer> lines = new ArrayList<>();
        private final List<List<String>> cells = new ArrayList<>();
        private int line = 2;

        Written(Random random) {
            this.random = random;
            this.lineEnd = ENDS.get(random.nextInt(ENDS.size()));
            text.append("A;B;C").append(lineEnd);
        }

        void add() {
            if (random.nextInt(20) == 0) {
                text.append(random.nextBoolean() ? ";;" : "").append(lineEnd);
                line++;
            }
            List<String> fields = List.of("x" + plain(), field(), random.nextInt(9) == 0 ? twoLines() : field());
            String row = String.join(";", fields);
            text.append(row).append(lineEnd);
            rows.add(row);
            lines.add(line);
            cells.add(fields.stream().map(Written::meant).toList());
            line += fields.get(2).contains(lineEnd) ? 2 : 1;
        }

        private String plain() {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        }

        private String field() {
            List<String> choice = random.nextInt(4) == 0 ? QUOTED : TEXTS;
            return choice.get(random.nextInt(choice.size()));
        }

        private String twoLines() {
            return "\"först" + lineEnd + "sedan\"";
        }

        private static String meant(String field) {
            String plain = field.startsWith("\"") ? field.substring(1, field.length() - 1) : field;
            return plain.replace("\"\"", "\"").strip();
        }
    }

    /** A stream that breaks after some bytes. */
    private static final class FailingStream extends FilterInputStream {
        private int left;

        FailingStream(InputStream in, int kilobytes) {
            super(in);
            this.left = kilobytes * 1024;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            left -= read;
            if (left < 0) {
                throw new IOException("The disk is gone");
            }
            return read;
        }
    }
}
