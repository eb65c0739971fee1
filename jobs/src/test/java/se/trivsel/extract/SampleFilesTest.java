package se.trivsel.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that other CSV readers are tested with. */
class SampleFilesTest {
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
                            Extracted read;
                            try {
                                read = Extracted.from(bytes, source(separator, List.of()), contract(List.of()));
                            } catch (UnreadableDelivery refused) {
                                assertThat(refused.findings())
                                        .allMatch(finding -> finding.place().line() <= lines.size());
                                return;
                            }
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

    private static Source source(char separator, List<String> columns) {
        Map<String, List<String>> headings = new LinkedHashMap<>();
        columns.forEach(column -> headings.put(column, List.of(column)));
        var format = new FileFormat(
                new Layout.Delimited(separator, Optional.of('"'), Optional.empty(), Charset.forName("windows-1252"), 0),
                FieldNames.HEADED,
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
                5);
    }
}
