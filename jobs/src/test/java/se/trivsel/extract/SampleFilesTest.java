package se.trivsel.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.trivsel.SharedData;
import se.trivsel.contract.Column;
import se.trivsel.contract.ColumnType;
import se.trivsel.contract.Contract;
import se.trivsel.contract.DateForm;
import se.trivsel.contract.FieldNames;
import se.trivsel.contract.FileFormat;
import se.trivsel.contract.Layout;
import se.trivsel.contract.NumberForm;
import se.trivsel.contract.PrivacyClass;
import se.trivsel.contract.Source;
import se.trivsel.contract.Trailer;
import se.trivsel.vocabulary.SourceKind;
import se.trivsel.warehouse.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files that other CSV readers are tested with.
 *
 * <p>What each was expected to give and gave is left in {@code jobs/target/sample-files.md}.
 */
class SampleFilesTest {
    private static final Map<String, String> ANSWERS = new ConcurrentSkipListMap<>();

    @AfterAll
    static void writeTheTable() throws IOException {
        var table = new StringBuilder("| file | expected | got |\n|---|---|---|\n");
        ANSWERS.forEach((file, answer) -> table.append("| " + file + " | " + answer + " |\n"));
        Files.writeString(Repository.path("jobs/target/sample-files.md"), table);
    }

    private static void tell(String file, String expected, String got) {
        ANSWERS.put(file, expected + " | " + got);
    }

    private static String rows(int count) {
        return count + " rows";
    }

    @TestFactory
    Stream<DynamicTest> readsEveryCharset() throws IOException {
        return files(SharedData.path("csv/fastcsv-bom"))
                .map(file -> dynamicTest(name(file), () -> {
                    List<String> headings = List.of("foo", "üÜß");

                    Extracted read =
                            Extracted.from(Files.readAllBytes(file), source(',', headings), contract(headings));

                    tell(
                            "fastcsv-bom/" + name(file),
                            "123, 456",
                            String.join(", ", read.cells().get(0)));
                    assertThat(read.cells()).containsExactly(List.of("123", "456"));
                    assertThat(read.warnings()).isEmpty();
                }));
    }

    @Test
    void readsWhatPostgresqlWrites() throws Exception {
        Path file = SharedData.path("csv/commons-csv/CSV-290_psql.csv");
        List<String> names = List.of("1", "2", "3", "4", "5");

        Extracted read = Extracted.from(Files.readAllBytes(file), source(',', fields(5), names), contract(names));

        tell("commons-csv/CSV-290_psql.csv", rows(3), rows(read.rows().size()));
        assertThat(read.cells())
                .containsExactly(
                        List.of("1", "abc", "test line 1\ntest line 2", "", ""),
                        List.of("2", "xyz", "\\b:\b \\t:\t \\n:\n \\r:", "a", "b"),
                        List.of("3", "a", "b,c,d", "\"quoted\"", "e"));
    }

    /** Blanks around a cell are not ours to keep, and rows of separators are no rows. */
    @Test
    void readsWhatCommonsCsvSaysOfItsOwnFile() throws Exception {
        Path folder = SharedData.path("csv/commons-csv");
        List<String> expected = Files.readAllLines(folder.resolve("CSVFileParser_test_default.txt")).stream()
                .skip(2)
                .filter(line -> line.startsWith("4:"))
                .map(line -> line.substring(2).replace(" ", ""))
                .filter(line -> !line.equals("[,,,]"))
                .toList();
        List<String> names = List.of("1", "2", "3", "4");

        Extracted read = Extracted.from(
                Files.readAllBytes(folder.resolve("CSVFileParser_test.csv")),
                source(',', fields(4), names),
                contract(names));

        List<String> got = new ArrayList<>();
        for (int i = 0; i < read.rows().size(); i++) {
            if (read.rows().get(i).fault().isEmpty()) {
                got.add(read.cells().get(i).toString().replace(" ", ""));
            }
        }
        tell("commons-csv/CSVFileParser_test.csv", rows(expected.size()), rows(got.size()));
        assertThat(got).isEqualTo(expected);
    }

    @Test
    void everyNaughtyStringComesThroughAsItIs() throws Exception {
        JsonNode strings = JsonMapper.shared().readTree(Files.readString(SharedData.path("text/blns.json")));
        var written = new StringBuilder("nr;text\n");
        List<List<String>> expected = new ArrayList<>();
        for (JsonNode string : strings) {
            String text = string.asString();
            written.append(expected.size() + ";\"" + text.replace("\"", "\"\"") + "\"\n");
            expected.add(List.of(String.valueOf(expected.size()), text.strip()));
        }
        List<String> headings = List.of("nr", "text");

        Extracted read = Extracted.from(
                written.toString().getBytes(StandardCharsets.UTF_8), source(';', headings), contract(headings));

        tell("text/blns.json", rows(expected.size()), rows(read.rows().size()));
        assertThat(read.cells()).isEqualTo(expected);
        assertThat(read.rows()).allMatch(row -> row.fault().isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> readsWhatCsvSpectrumExpects() throws IOException {
        Path folder = SharedData.path("csv/csv-spectrum");
        return files(folder.resolve("csvs"))
                .filter(SampleFilesTest::hasItsOwnAnswer)
                .map(file -> dynamicTest(name(file), () -> {
                    JsonNode expected = JsonMapper.shared()
                            .readTree(Files.readString(
                                    folder.resolve("json").resolve(name(file).replace(".csv", ".json"))));
                    List<String> headings = List.copyOf(expected.get(0).propertyNames());
                    List<List<String>> cells = new ArrayList<>();
                    for (JsonNode row : expected) {
                        cells.add(headings.stream()
                                .map(heading -> row.get(heading).asString().strip())
                                .toList());
                    }

                    Extracted read =
                            Extracted.from(Files.readAllBytes(file), source(',', headings), contract(headings));

                    tell(
                            "csv-spectrum/" + name(file),
                            rows(cells.size()),
                            rows(read.rows().size()));
                    assertThat(read.rows()).allMatch(row -> row.fault().isEmpty());
                    assertThat(withLineFeeds(read.cells())).isEqualTo(withLineFeeds(cells));
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyRowOfCommonsCsvsFilesStandsOnItsLine() throws IOException {
        return files(SharedData.path("csv/commons-csv"))
                .flatMap(file -> Stream.of(',', ';', '\t')
                        .map(separator -> dynamicTest(name(file) + " " + (int) separator, () -> {
                            byte[] bytes = Files.readAllBytes(file);
                            List<String> lines = lines(bytes);
                            String place = "commons-csv/" + name(file) + " by " + (int) separator;
                            Extracted read;
                            try {
                                read = Extracted.from(bytes, source(separator, List.of()), contract(List.of()));
                            } catch (UnreadableDelivery refused) {
                                tell(
                                        place,
                                        "its lines or a refusal",
                                        refused.findings().toString());
                                assertThat(refused.findings())
                                        .allMatch(finding -> finding.place().line() <= lines.size());
                                return;
                            }
                            tell(
                                    place,
                                    "its lines or a refusal",
                                    rows(read.rows().size()));
                            for (int i = 0; i < read.rows().size(); i++) {
                                String firstLine = lines(read.raw().get(i).getBytes("UTF-8"))
                                        .get(0);
                                assertThat(lines.get(read.rows().get(i).line() - 1))
                                        .isEqualTo(firstLine);
                            }
                        })));
    }

    /** What is expected of this one speaks of another telephone number. */
    private static boolean hasItsOwnAnswer(Path file) {
        return !name(file).equals("location_coordinates.csv");
    }

    private static List<String> lines(byte[] bytes) throws IOException {
        TextDecoding decoding = TextDecoding.detect(new java.io.ByteArrayInputStream(bytes), Charset.forName("UTF-8"));
        String text =
                new String(bytes, decoding.markLength(), bytes.length - decoding.markLength(), decoding.charset());
        return List.of(text.split("\r\n|\r|\n", -1));
    }

    private static List<List<String>> withLineFeeds(List<List<String>> cells) {
        return cells.stream()
                .map(row -> row.stream().map(cell -> cell.replace("\r\n", "\n")).toList())
                .toList();
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !name(file).startsWith("NOTICE")).sorted().toList().stream();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Contract contract(List<String> headings) {
        List<Column> columns = headings.stream()
                .map(heading -> new Column(
                        heading,
                        heading,
                        new ColumnType.Text(1000),
                        PrivacyClass.KEEP,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        return new Contract("sample", SourceKind.HR, "", "", "", List.of(), List.of(), columns);
    }

    private static FieldNames fields(int count) {
        Map<String, Integer> placeByName = new LinkedHashMap<>();
        for (int place = 0; place < count; place++) {
            placeByName.put(String.valueOf(place + 1), place);
        }
        return new FieldNames(0, placeByName, false);
    }

    private static Source source(char separator, List<String> columns) {
        return source(separator, FieldNames.HEADED, columns);
    }

    private static Source source(char separator, FieldNames names, List<String> columns) {
        Map<String, List<String>> headings = new LinkedHashMap<>();
        columns.forEach(column -> headings.put(column, List.of(column)));
        var format = new FileFormat(
                new Layout.Delimited(separator, Optional.of('"'), Optional.empty(), Charset.forName("windows-1252"), 0),
                names,
                NumberForm.plain('.'),
                new DateForm(List.of("yyyy-MM-dd"), List.of("yyyy-MM"), 20),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of());
        return new Source(
                "samples",
                "sample",
                List.of(),
                true,
                format,
                Trailer.NONE,
                headings,
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Set.of(),
                5,
                Optional.empty(),
                Optional.empty());
    }
}
