package se.trivsel.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

class FixedWidthTest {
    private static final String FIELDS =
            "{Belopp: {start: 12, width: 8}, Nr: {start: 1, width: 3}, Namn: {start: 4, width: 8}}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void aFieldIsWhatStandsInItsPlace(String lineEnd) throws Exception {
        String text = "Utdrag 2014\n001Åsa Ek     12,50\n\n002Bo      1234,50 x\n003Cecilia        1";

        Extracted file =
                read("preamble_lines: 1", text.replace("\n", lineEnd).getBytes(Charset.forName("windows-1252")));

        assertThat(file.cells())
                .containsExactly(
                        List.of("001", "Åsa Ek", "12,50"),
                        List.of("002", "Bo", "1234,50"),
                        List.of("003", "Cecilia", "1"));
        assertThat(file.lines()).containsExactly(2, 4, 5);
        assertThat(file.raw().get(0)).isEqualTo("001Åsa Ek     12,50");
        assertThat(file.rows()).allMatch(row -> row.fault().isEmpty());
    }

    @Test
    void aLineThatEndsBeforeItsLastFieldHasTooFew() throws Exception {
        assertThat(read("", utf8("001Åsa\n")).rows().get(0).fault()).contains(FindingCode.WRONG_FIELD_COUNT);
    }

    @Test
    void whereBlanksAreCutOffTheLastFieldsAreEmpty() throws Exception {
        Extracted file = read("short_rows: blank", utf8("001Åsa\n002\n"));

        assertThat(file.cells()).containsExactly(List.of("001", "Åsa", ""), List.of("002", "", ""));
        assertThat(file.rows()).allMatch(row -> row.fault().isEmpty());
    }

    @Test
    void rowsOfManyBlocksKeepTheirLinesAndText() throws Exception {
        var text = new StringBuilder();
        for (int i = 0; i < 9000; i++) {
            text.append("%03dÖrjan   %8d\n".formatted(i % 1000, i));
        }

        Extracted file = read("", utf8(text.toString()));

        assertThat(file.raw()).isEqualTo(text.toString().lines().toList());
        assertThat(file.lines()).first().isEqualTo(1);
        assertThat(file.lines()).last().isEqualTo(9000);
    }

    @Test
    void aLineWithoutEndRefusesTheFile() {
        assertThat(refused(utf8("001Åsa Ek     12,50\n" + "x".repeat(5_000_000))))
                .containsExactly(new Finding(FindingCode.MALFORMED_FILE, Place.line(2)));
    }

    @Test
    void aByteThatIsNoLetterRefusesTheFileAtItsLine() {
        assertThat(refused("001Åsa Ek     12,50\n002\u0081\n".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly(new Finding(FindingCode.UNREADABLE_TEXT, Place.line(2)));
    }

    @Test
    void aFileWithoutLinesIsEmpty() {
        assertThat(refused(utf8("\n \n"))).containsExactly(new Finding(FindingCode.EMPTY_FILE, Place.WHOLE_FILE));
    }

    private List<Finding> refused(byte[] bytes) {
        return notes("").refusal(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Extracted read(String format, byte[] bytes) throws Exception {
        return notes(format).read(bytes);
    }

    private Notes notes(String format) {
        return Notes.of(
                folder,
                "layout: fixed_width\ncharset: windows-1252\nfields: " + FIELDS + "\n" + format,
                "{one: Nr, two: Namn, three: Belopp}");
    }
}
