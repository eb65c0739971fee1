package se.trivsel.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
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
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;
import se.trivsel.vocabulary.SourceKind;
import se.trivsel.warehouse.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every file of others that is kept beside the repository, read cell by cell as the file beside it says.
 *
 * <p>Cells are compared without the blanks around them, which are nowhere kept. What was expected and what came is left
 * in {@code jobs/target/docs/real-files.md}; a file that nobody says anything about fails.
 */
class RealFilesReadTest {
    private static final List<String> FOLDERS = List.of("case", "csv", "invoice", "sie", "text");
    private static final Layout COMMA = delimited(',', 0);
    private static final List<List<String>> POSTGRESQL = List.of(
            List.of("1", "abc", "test line 1\ntest line 2", "", ""),
            List.of("2", "xyz", "\\b:\b \\t:\t \\n:\n \\r:", "a", "b"),
            List.of("3", "a", "b,c,d", "\"quoted\"", "e"));

    private static final Map<String, Answer> ANSWERS = new ConcurrentSkipListMap<>();
    private static final Map<String, Reading> READINGS = new TreeMap<>();

    static {
        for (String charset :
                List.of("utf8_bom", "utf8_nobom", "utf16be_bom", "utf16le_bom", "utf32be_bom", "utf32le_bom")) {
            READINGS.put("csv/fastcsv-bom/" + charset + ".csv", RealFilesReadTest::charset);
        }
        for (String name : List.of(
                "comma_in_quotes",
                "empty",
                "empty_crlf",
                "escaped_quotes",
                "json",
                "newlines",
                "newlines_crlf",
                "quotes_and_newlines",
                "simple",
                "simple_crlf",
                "utf8")) {
            READINGS.put("csv/csv-spectrum/csvs/" + name + ".csv", file -> spectrum(file, name));
            neighbour("csv/csv-spectrum/json/" + name + ".json", "what " + name + ".csv holds");
        }
        READINGS.put("csv/csv-spectrum/csvs/location_coordinates.csv", RealFilesReadTest::coordinates);
        neighbour(
                "csv/csv-spectrum/json/location_coordinates.json",
                "what location_coordinates.csv holds, but for a number");

        String commons = "csv/commons-csv/";
        READINGS.put(
                commons + "CSV-141_csv-141.csv",
                file -> refusal(COMMA, file, FindingCode.MALFORMED_FILE, 3, "a quotation mark that closes amid text"));
        READINGS.put(commons + "CSV-196_emoji.csv", file -> unquoted(file, 0, ""));
        READINGS.put(commons + "CSV-196_japanese.csv", file -> unquoted(file, 0, ""));
        READINGS.put(commons + "CSVFileParser_bom.csv", file -> unquoted(file, 0, ""));
        READINGS.put(
                commons + "CSV-254_csv-254.csv",
                file -> cells(
                        numbered(COMMA, 3, file),
                        List.of(List.of("AA", "33", ""), List.of("AA", "", ""), List.of("", "33", "CC")),
                        ""));
        READINGS.put(
                commons + "CSV-259_sample.txt",
                file -> cells(numbered(COMMA, 3, file), List.of(List.of("x", "y", "z")), ""));
        READINGS.put(commons + "CSV-290_psql.csv", file -> cells(numbered(COMMA, 5, file), POSTGRESQL, ""));
        READINGS.put(commons + "CSV-290_psql.tsv", RealFilesReadTest::postgresqlText);
        READINGS.put(commons + "CSVFileParser_test.csv", RealFilesReadTest::commonsOwn);
        neighbour(commons + "CSVFileParser_test_default.txt", "what CSVFileParser_test.csv holds");
        neighbour(commons + "CSVFileParser_test_rfc4180.txt", "the same with its empty lines, which are no rows here");
        for (String name : List.of("CSVFileParser_testCSV246.csv", "CSVFileParser_testCSV85.csv")) {
            READINGS.put(commons + name, RealFilesReadTest::comments);
        }
        READINGS.put(
                commons + "csv-167_sample1.csv",
                file -> unquoted(file, 1, "its lines of comment are rows with too few fields"));
        neighbour(commons + "NOTICE.txt", "the licence");

        READINGS.put("case/SSDA903_2020_episodes.csv", file -> unquoted(file, 0, ""));
        READINGS.put(
                "case/cin-2022.xml",
                file -> refusal(new Layout.Ubl(), file, FindingCode.UNEXPECTED_FORMAT, 1, "an XML, but no invoice"));
        READINGS.put("case/Annex_A.xlsx", RealFilesReadTest::annex);
        READINGS.put("reference/skl_tabell10_2016.xlsx", RealFilesReadTest::ages);
        READINGS.put("invoice/lambeth-2012-01-payments.csv", RealFilesReadTest::payments);
        READINGS.put("sie/SIE_exempelfil.se", RealFilesReadTest::postings);
        READINGS.put("sie/Sie4.se", RealFilesReadTest::postings);
        READINGS.put("text/blns.json", RealFilesReadTest::naughty);
    }

    @TestFactory
    Stream<DynamicTest> everyFileIsReadAsTheOneBesideItSays() throws IOException {
        Path root = SharedData.path("");
        var files = new ArrayList<>(READINGS.keySet());
        for (String folder : FOLDERS) {
            try (Stream<Path> found = Files.walk(root.resolve(folder))) {
                found.filter(Files::isRegularFile)
                        .map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .filter(file -> !files.contains(file))
                        .forEach(files::add);
            }
        }
        return files.stream()
                .sorted()
                .map(file -> dynamicTest(file, () -> {
                    assertThat(READINGS).as("Nobody says what is in " + file).containsKey(file);
                    Answer answer = READINGS.get(file).of(Files.readAllBytes(root.resolve(file)));
                    ANSWERS.put(file, answer);
                    assertThat(answer.got()).isEqualTo(answer.expected());
                }));
    }

    @AfterAll
    static void writeTheTable(TestReporter reporter) throws IOException {
        if (ANSWERS.isEmpty()) {
            return;
        }
        var table = new StringBuilder("""
                # Files of others, and what is read of them

                Cells are compared one by one, without the blanks around them.

                | file | expected | got | remark |
                |---|---|---|---|
                """);
        ANSWERS.forEach((file, answer) -> table.append("| %s | %s | %s | %s |%n"
                .formatted(file, answer.expected().shown(), answer.got().shown(), answer.remark())));
        Path page = Repository.path("jobs/target/docs/real-files.md");
        Files.createDirectories(page.getParent());
        Files.writeString(page, table);
        reporter.publishEntry("real-files.md", table.toString());
    }

    /** Whatever the separator: a row is known by the line it stands on, or the file is refused. */
    @TestFactory
    Stream<DynamicTest> everyRowOfCommonsCsvsFilesStandsOnItsLine() throws IOException {
        try (Stream<Path> files = Files.list(SharedData.path("csv/commons-csv"))) {
            return files.sorted().toList().stream()
                    .flatMap(file -> Stream.of(',', ';', '\t')
                            .map(separator -> dynamicTest(file.getFileName() + " " + (int) separator, () -> {
                                byte[] bytes = Files.readAllBytes(file);
                                List<String> lines = lines(bytes);
                                Extracted read;
                                try {
                                    read = headed(delimited(separator, 0), List.of(), bytes);
                                } catch (UnreadableDelivery refused) {
                                    assertThat(refused.findings())
                                            .allMatch(finding -> finding.place().line() <= lines.size());
                                    return;
                                }
                                for (int i = 0; i < read.rows().size(); i++) {
                                    assertThat(lines.get(read.rows().get(i).line() - 1))
                                            .isEqualTo(lines(read.raw().get(i).getBytes(StandardCharsets.UTF_8))
                                                    .get(0));
                                }
                            })));
        }
    }

    /** In each charset the same headings and the same row. */
    private static Answer charset(byte[] file) throws IOException, UnreadableDelivery {
        return cells(headed(COMMA, List.of("foo", "üÜß"), file), List.of(List.of("123", "456")), "");
    }

    private static Answer spectrum(byte[] file, String name) throws IOException, UnreadableDelivery {
        JsonNode rows = JsonMapper.shared()
                .readTree(Files.readString(SharedData.path("csv/csv-spectrum/json/" + name + ".json")));
        List<String> headings = List.copyOf(rows.get(0).propertyNames());
        List<List<String>> expected = new ArrayList<>();
        for (JsonNode row : rows) {
            expected.add(headings.stream()
                    .map(heading -> row.get(heading).asString())
                    .toList());
        }
        return cells(headed(COMMA, headings, file), expected, "");
    }

    /** The file beside it speaks of another telephone number. */
    private static Answer coordinates(byte[] file) throws IOException, UnreadableDelivery {
        JsonNode row = JsonMapper.shared()
                .readTree(Files.readString(SharedData.path("csv/csv-spectrum/json/location_coordinates.json")));
        List<String> headings = List.copyOf(row.propertyNames());
        List<String> expected = new ArrayList<>();
        headings.forEach(heading -> expected.add(row.get(heading).asString()));
        expected.set(0, "2095257564");
        return cells(
                headed(COMMA, headings, file),
                List.of(expected),
                "the telephone number is the file's own; that beside it is another");
    }

    /** A file that never quotes says itself what is in it: what stands between its commas. */
    private static Answer unquoted(byte[] file, int preambleLines, String remark)
            throws IOException, UnreadableDelivery {
        List<List<String>> lines = lines(file).stream()
                .skip(preambleLines)
                .filter(line -> !line.isEmpty())
                .map(line -> Stream.of(line.split(",", -1))
                        .map(RealFilesReadTest::stripped)
                        .toList())
                .toList();
        List<String> headings = lines.get(0);
        List<List<String>> expected = lines.stream()
                .skip(1)
                .filter(line -> line.size() == headings.size())
                .toList();
        return cells(headed(delimited(',', preambleLines), headings, file), expected, remark);
    }

    private static String stripped(String field) {
        String text = field.strip();
        return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    private static Answer postgresqlText(byte[] file) throws IOException, UnreadableDelivery {
        var text = new Layout.Delimited('\t', Optional.empty(), Optional.of('\\'), StandardCharsets.UTF_8, 0);
        List<List<String>> expected = new ArrayList<>(POSTGRESQL);
        expected.set(0, List.of("1", "abc", "test line 1\ntest line 2", "\\N", ""));
        return cells(numbered(text, 5, file), expected, "\\N is a word, of which no_value says the meaning");
    }

    private static Answer commonsOwn(byte[] file) throws IOException, UnreadableDelivery {
        List<List<String>> expected =
                Files.readAllLines(SharedData.path("csv/commons-csv/CSVFileParser_test_default.txt")).stream()
                        .filter(line -> line.startsWith("4:["))
                        .map(line ->
                                List.of(line.substring(3, line.length() - 1).split(", ", -1)))
                        .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                        .toList();
        return cells(
                numbered(COMMA, 4, file),
                expected,
                "rows of separators only are no rows; comments have too few fields");
    }

    private static Answer comments(byte[] file) throws IOException, UnreadableDelivery {
        return cells(
                numbered(COMMA, 5, file),
                List.of(
                        List.of("a", "b", "c", "e", "f"),
                        List.of("g", "h", "i", "j", "k"),
                        List.of("l", "m", "n", "o", "p")),
                "comments are rows with too few fields");
    }

    /** A name may hold commas: the amount follows the last one. */
    private static Answer payments(byte[] file) throws IOException, UnreadableDelivery {
        List<List<String>> expected = new ArrayList<>();
        for (String line : lines(file).subList(2, lines(file).size())) {
            int comma = line.lastIndexOf(',');
            if (comma > 0 && !line.startsWith("Grand Total")) {
                expected.add(
                        List.of(stripped(line.substring(0, comma)).replace("\"\"", "\""), line.substring(comma + 1)));
            }
        }
        List<String> headings = List.of("Supplier Name", "Total");
        var trailer = new Trailer(List.of("Grand Total"), Map.of("Total", "Total"), Optional.empty(), true);
        Source source = source(delimited(',', 1), FieldNames.HEADED, headings, trailer);
        Extracted read = Extracted.from(file, source, contract(headings));

        assertThat(read.totals()).isEqualTo(Map.of("Total", "40507893.99"));
        assertThat(read.cells().stream()
                        .map(row -> new BigDecimal(row.get(1)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("40507893.99");
        return cells(read, expected, "its last row is its sum, and the rows sum to it");
    }

    /** A posting's account and amount, and the date of its voucher, as they stand on the lines. */
    private static Answer postings(byte[] file) throws IOException, UnreadableDelivery {
        Pattern voucher = Pattern.compile("\\s*#VER\\s+(?:\"[^\"]*\"|\\S+)\\s+(?:\"[^\"]*\"|\\S+)\\s+\"?(\\d{8}).*");
        Pattern posting = Pattern.compile("\\s*#TRANS\\s+(\\S+)\\s*\\{[^}]*}\\s*(-?[\\d.]+).*");
        List<List<String>> expected = new ArrayList<>();
        String day = "";
        for (String line : new String(file, Charset.forName("IBM437")).split("\r?\n")) {
            var begun = voucher.matcher(line);
            var written = posting.matcher(line);
            day = begun.matches() ? begun.group(1) : day;
            if (written.matches()) {
                expected.add(List.of(day, written.group(1), written.group(2)));
            }
        }
        assertThat(expected).hasSizeGreaterThan(100);
        return cells(
                headed(new Layout.Sie(Optional.empty()), List.of("verifikationsdatum", "konto", "belopp"), file),
                expected,
                "");
    }

    private static Answer naughty(byte[] file) throws IOException, UnreadableDelivery {
        var written = new StringBuilder("nr;text\n");
        List<List<String>> expected = new ArrayList<>();
        for (JsonNode string : JsonMapper.shared().readTree(file)) {
            String text = string.asString();
            written.append(expected.size() + ";\"" + text.replace("\"", "\"\"") + "\"\n");
            expected.add(List.of(String.valueOf(expected.size()), text));
        }
        byte[] delivered = written.toString().getBytes(StandardCharsets.UTF_8);
        return cells(
                headed(delimited(';', 0), List.of("nr", "text"), delivered),
                expected,
                "each string is a quoted cell of a file made for it");
    }

    /** Another reader's opinion of every sheet: it leaves days as numbers, and numbers as long as they are stored. */
    private static Answer annex(byte[] file) throws IOException, UnreadableDelivery {
        List<List<String>> expected = new ArrayList<>();
        List<List<String>> got = new ArrayList<>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                for (Row row : sheet.read()) {
                    expected.add(row.stream().map(RealFilesReadTest::asStored).toList());
                }
                var format = source(
                                new Layout.Xlsx(Optional.of(sheet.getName()), 1, 0),
                                FieldNames.HEADED,
                                List.of(),
                                Trailer.NONE)
                        .format();
                try (Records records = Formats.open(() -> new ByteArrayInputStream(file), format)) {
                    for (var row = records.next(); row.isPresent(); row = records.next()) {
                        got.add(Stream.of(row.get().fields())
                                .map(RealFilesReadTest::daysAsNumbers)
                                .toList());
                    }
                }
            }
        }
        return Answer.of(expected, got, "eleven sheets, as fastexcel reads them");
    }

    private static String asStored(Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getValue() instanceof BigDecimal number && number.scale() > 0) {
            return number.round(new MathContext(15)).stripTrailingZeros().toPlainString();
        }
        return cell.getText();
    }

    private static String daysAsNumbers(String cell) {
        return cell.matches("\\d{4}-\\d\\d-\\d\\d")
                ? String.valueOf(LocalDate.parse(cell).toEpochDay()
                        - LocalDate.of(1899, 12, 30).toEpochDay())
                : cell;
    }

    /** Official figures in a table for people to look at, against the same figures in text. */
    private static Answer ages(byte[] file) throws IOException, UnreadableDelivery {
        List<String> headings = List.of("Kommun", "Antal", "-29", "30-39", "40-49", "50-54", "55-59", "60-", "Totalt");
        Extracted table = headed(new Layout.Xlsx(Optional.empty(), 1, 5), headings, file);
        List<String> columns = List.of(
                "name",
                "employees",
                "share_u30_pct",
                "share_30_39_pct",
                "share_40_49_pct",
                "share_50_54_pct",
                "share_55_59_pct",
                "share_60p_pct",
                "mean_age");
        byte[] same = Files.readAllBytes(SharedData.path("kpi/oracle_skl_tabell10_2016.csv"));
        List<List<String>> expected = headed(COMMA, columns, same).cells();
        var shown = table.cells().stream().map(RealFilesReadTest::oneDecimal).toList();
        List<List<String>> got = expected.stream()
                .filter(row -> shown.stream().anyMatch(other -> saysTheSame(oneDecimal(row), other)))
                .toList();
        return Answer.of(expected, got, "the rows of kpi/oracle_skl_tabell10_2016.csv, found by name among others");
    }

    /** What the text leaves out, it does not say. */
    private static boolean saysTheSame(List<String> row, List<String> other) {
        return IntStream.range(0, row.size())
                .allMatch(i -> row.get(i).isEmpty() || row.get(i).equals(other.get(i)));
    }

    private static List<String> oneDecimal(List<String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> i < 2 || row.get(i).isEmpty()
                        ? row.get(i)
                        : new BigDecimal(row.get(i))
                                .setScale(1, RoundingMode.HALF_UP)
                                .toString())
                .toList();
    }

    private static Answer refusal(Layout layout, byte[] file, FindingCode code, int line, String remark)
            throws IOException {
        var expected = new Finding(code, Place.line(line));
        try {
            Extracted read = numbered(layout, 1, file);
            return new Answer(Told.of(expected), Told.of(read.cells()), remark);
        } catch (UnreadableDelivery refused) {
            return new Answer(Told.of(expected), Told.of(refused.findings().get(0)), remark);
        }
    }

    private static void neighbour(String file, String what) {
        READINGS.put(file, bytes -> new Answer(new Told("no delivery", ""), new Told("no delivery", ""), what));
    }

    /** Rows at fault are not data. */
    private static Answer cells(Extracted read, List<List<String>> expected, String remark) {
        List<List<String>> got = new ArrayList<>();
        for (int i = 0; i < read.rows().size(); i++) {
            if (read.rows().get(i).fault().isEmpty()) {
                got.add(read.cells().get(i));
            }
        }
        return Answer.of(expected, got, remark);
    }

    private static List<String> lines(byte[] bytes) throws IOException {
        TextDecoding decoding = TextDecoding.detect(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
        String text =
                new String(bytes, decoding.markLength(), bytes.length - decoding.markLength(), decoding.charset());
        return List.of(text.split("\r\n|\r|\n", -1));
    }

    private static Extracted headed(Layout layout, List<String> headings, byte[] file)
            throws IOException, UnreadableDelivery {
        return Extracted.from(file, source(layout, FieldNames.HEADED, headings, Trailer.NONE), contract(headings));
    }

    private static Extracted numbered(Layout layout, int count, byte[] file) throws IOException, UnreadableDelivery {
        Map<String, Integer> placeByName = new LinkedHashMap<>();
        for (int place = 0; place < count; place++) {
            placeByName.put(String.valueOf(place + 1), place);
        }
        List<String> names = List.copyOf(placeByName.keySet());
        return Extracted.from(
                file, source(layout, new FieldNames(0, placeByName, false), names, Trailer.NONE), contract(names));
    }

    private static Layout delimited(char separator, int preambleLines) {
        return new Layout.Delimited(
                separator, Optional.of('"'), Optional.empty(), Charset.forName("windows-1252"), preambleLines);
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

    private static Source source(Layout layout, FieldNames names, List<String> columns, Trailer trailer) {
        Map<String, List<String>> headings = new LinkedHashMap<>();
        columns.forEach(column -> headings.put(column, List.of(column)));
        var format = new FileFormat(
                layout,
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
                trailer,
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

    @FunctionalInterface
    private interface Reading {
        Answer of(byte[] file) throws IOException, UnreadableDelivery;
    }

    /** What was expected of a file, what came, and in which way our rules are others than those of its makers. */
    private record Answer(Told expected, Told got, String remark) {
        static Answer of(List<List<String>> expected, List<List<String>> got, String remark) {
            return new Answer(Told.of(plain(expected)), Told.of(plain(got)), remark);
        }

        private static List<List<String>> plain(List<List<String>> rows) {
            return rows.stream()
                    .map(row -> row.stream().map(String::strip).toList())
                    .toList();
        }
    }

    /** In short for the table, and whole for the comparison. */
    private record Told(String shown, Object whole) {
        static Told of(List<List<String>> rows) {
            return new Told(
                    rows.size() + " rows, "
                            + rows.stream().mapToInt(Collection::size).sum() + " cells",
                    rows);
        }

        static Told of(Finding finding) {
            return new Told(
                    "refused: " + finding.code().code() + ", line "
                            + finding.place().line(),
                    finding);
        }
    }
}
