package se.trivsel.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

/** What fields are called: by one heading row, by several, or by the description where the file has none. */
class FieldNamesTest {
    @TempDir
    Path folder;

    @Test
    void aHeadingStandsOverAllThatFollowsUntilTheNextOne() throws Exception {
        Extracted file = read("heading_rows: 2", "{one: Nr, two: Anställning Från, three: Frånvaro Från}", """
                ;Anställning;;Frånvaro;;
                Nr;Från;Till;Från;Till;
                1;a;b;c;d;
                """);

        assertThat(file.cells()).containsExactly(List.of("1", "a", "c"));
        assertThat(file.warnings())
                .extracting(Finding::place)
                .containsExactly(Place.cell(2, "nr 3"), Place.cell(2, "nr 5"));
    }

    @Test
    void aHeadingAboveEndsWhereOneFurtherAboveBegins() throws Exception {
        assertThat(read(
                                "heading_rows: 3",
                                "{one: Person Namn Kort, two: Person Namn Långt, three: Tid Dagar}",
                                "Person;;Tid\nNamn;;\nKort;Långt;Dagar\n1;2;3\n")
                        .cells())
                .containsExactly(List.of("1", "2", "3"));
    }

    @Test
    void aFileThatEndsInItsHeadingsIsEmpty() {
        var notes = notes("heading_rows: 2", "{one: A, two: B, three: C}");

        assertThat(notes.refusal("A;B;C\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Finding(FindingCode.EMPTY_FILE, Place.WHOLE_FILE));
    }

    @Test
    void theDescriptionNamesTheFieldsOfAFileWithoutHeadings() throws Exception {
        Extracted file = read(
                "fields: {Nr: 1, Belopp: 4, Text: 2}", "{one: nr, two: Text, three: Belopp}", "1;x;y;5\n2;;;6\n3;x\n");

        assertThat(file.lines()).containsExactly(1, 2, 3);
        assertThat(file.cells().subList(0, 2)).containsExactly(List.of("1", "x", "5"), List.of("2", "", "6"));
        assertThat(file.rows().get(2).fault()).contains(FindingCode.WRONG_FIELD_COUNT);
        assertThat(file.warnings()).isEmpty();
    }

    @Test
    void fieldsAfterTheLastHeadingAreLeftUnreadWhereThatIsAgreed() throws Exception {
        Extracted file = read("extra_fields: ignore", "{one: A, two: B, three: C}", "A;B;C\n1;2;3;mer\n4;5\n7;8;9;;\n");

        assertThat(file.rows())
                .extracting(row -> row.fault().map(FindingCode::code).orElse(""))
                .containsExactly("extra_fields", "wrong_field_count", "");
        assertThat(file.cells().get(0)).containsExactly("1", "2", "3");
    }

    @Test
    void aFieldThatHoldsTwoThingsFillsTwoColumns() throws Exception {
        Extracted file = read(
                "",
                "{one: {heading: Konto, before: \" \"}, two: {heading: [Kto, Konto], after: \" \"}, three: C}",
                "Konto;C\n0380 Uppsala kommun;1\n4000;2\n");

        assertThat(file.cells()).containsExactly(List.of("0380", "Uppsala kommun", "1"), List.of("4000", "", "2"));
    }

    @Test
    void anEscapedSeparatorIsText() throws Exception {
        assertThat(read("quote: none\nescape: \"\\\\\"", "{one: A, two: B, three: C}", "A;B;C\nNord\\;Syd;2;3\n")
                        .cells())
                .containsExactly(List.of("Nord;Syd", "2", "3"));
    }

    @Test
    void aQuotedFieldWithoutEndRefusesTheFileBeforeItFillsTheMemory() {
        String endless = "1;2;3\n".repeat(3000) + "\"" + "4;5;6\n".repeat(2_000_000);

        assertThat(refused(endless)).containsExactly(new Finding(FindingCode.MALFORMED_FILE, Place.line(3002)));
    }

    @Test
    void aLineOfMoreThanAMillionCharactersRefusesTheFile() {
        String longest = "1;2;" + "x".repeat((1 << 20) - 5) + "\n";

        assertThat(refused("4;5;6\n" + longest.replace("\n", "y\n") + "7;8;9\n"))
                .containsExactly(new Finding(FindingCode.MALFORMED_FILE, Place.line(3)));
    }

    @Test
    void aLineOfAMillionCharactersIsRead() throws Exception {
        String longest = "1;2;" + "x".repeat((1 << 20) - 5) + "\n";

        assertThat(read("", "{one: A, two: B, three: C}", "A;B;C\n" + longest.repeat(9))
                        .rows())
                .hasSize(9);
    }

    @Test
    void rowsOfSeparatorsDoNotGatherInMemory() throws Exception {
        Extracted file =
                read("", "{one: A, two: B, three: C}", "A;B;C\n1;2;3\n" + ";;\n".repeat(3_000_000) + "4;5;6\n");

        assertThat(file.lines()).containsExactly(2, 3_000_003);
        assertThat(file.blocks()).isGreaterThan(2);
    }

    private List<Finding> refused(String rows) {
        return notes("", "{one: A, two: B, three: C}").refusal(("A;B;C\n" + rows).getBytes(StandardCharsets.UTF_8));
    }

    private Extracted read(String format, String columns, String text) throws Exception {
        return notes(format, columns).read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Notes notes(String format, String columns) {
        return Notes.of(folder, "separator: \";\"\n" + format, columns);
    }
}
