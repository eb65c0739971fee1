package se.trivsel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.GivenRules;
import se.trivsel.contract.Source;
import se.trivsel.extract.DeliveredFile;
import se.trivsel.extract.RowBlock;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.SourceKind;

class SplitTest {
    private static final List<String> WHOSE = List.of("2062", "0380", "0480");
    private static final List<String> FIELDS =
            List.of("a", "\"två\nrader\"", "\"tre\r\n\r\nrader\"", "\"sä;\"\"ger\"\"\"", "\"\r\"", " ", "😀");
    private static final List<String> ENDS = List.of("\n", "\r\n", "\r", "\n\n\n", "\r\n;;\r\n");

    @TempDir
    Path folder;

    /** Whoever reads a part reads the rows that are the municipality's, on the lines they had. */
    @ParameterizedTest
    @CsvSource({"1,UTF-8", "2,UTF-16LE", "3,windows-1252"})
    void aPartHasTheRowsOfOneOnTheirLines(long seed, String charset) throws Exception {
        Configuration rules = rules("");
        Source source = source(rules);
        Path file = folder.resolve("notes_2015.csv");
        Files.writeString(file, text(new Random(seed), charset.startsWith("windows")), Charset.forName(charset));
        Map<String, List<String>> sent = rows(file, source, rules).stream()
                .collect(Collectors.groupingBy(row -> row.split("\\|")[1], TreeMap::new, Collectors.toList()));

        Split.Result split = Split.of(file, source, Period.year(2015), List.of(), rules, folder.resolve("parts"));

        assertThat(split.findings()).isEmpty();
        var parts = new TreeMap<String, List<String>>();
        for (Map.Entry<MunicipalityCode, Path> part : split.parts().entrySet()) {
            parts.put(part.getKey().value(), rows(part.getValue(), source, rules));
        }
        assertThat(parts).isEqualTo(sent).containsOnlyKeys(WHOSE);
    }

    @Test
    void aRowThatOnlyLooksLikeTheEndOfTheFileStaysInItsPart() throws Exception {
        Configuration rules = rules("trailer: {first_cells: [Summa]}");
        Path file = folder.resolve("notes_2015.csv");
        Files.writeString(file, "Not;Kommun\na;2062\nSumma;2062\nb;0380\nSumma;\n");

        Split.Result split =
                Split.of(file, source(rules), Period.year(2015), List.of(), rules, folder.resolve("parts"));

        assertThat(split.findings()).isEmpty();
        assertThat(rows(split.parts().get(new MunicipalityCode("2062")), source(rules), rules))
                .containsExactly("2|2062|a", "3|2062|Summa");
    }

    @Test
    void theSameRowsAreTheSameBytes() throws Exception {
        Configuration rules = rules("");
        Path file = folder.resolve("notes_2015.csv");
        Files.writeString(file, "Not;Kommun\na;2062\nb;0380\n");
        byte[] first = mora(file, rules, "first");
        Files.writeString(file, "Not;Kommun\r\na;2062\r\nc;0380\r\nd;0480", Charset.forName("UTF-16LE"));

        assertThat(mora(file, rules, "second")).isEqualTo(first);
    }

    private byte[] mora(Path file, Configuration rules, String name) throws IOException {
        return Files.readAllBytes(
                Split.of(file, source(rules), Period.year(2015), List.of(), rules, folder.resolve(name))
                        .parts()
                        .get(new MunicipalityCode("2062")));
    }

    private static List<String> rows(Path file, Source source, Configuration rules) throws Exception {
        var rows = new ArrayList<String>();
        try (var delivered = DeliveredFile.open(
                () -> Files.newInputStream(file), source, rules.contracts().get("notes"), Period.year(2015))) {
            boolean isLast = false;
            while (!isLast) {
                RowBlock block = delivered.next();
                block.rows()
                        .forEach(row -> rows.add(row.line() + "|" + row.cells().get(1) + "|"
                                + row.cells().get(0)));
                isLast = block.last();
            }
        }
        return rows;
    }

    private static String text(Random random, boolean isOldCharset) {
        var text = new StringBuilder("\n\"N\not\";Kommun\r\n");
        for (int row = 0; row < 6000; row++) {
            String field = FIELDS.get(random.nextInt(isOldCharset ? FIELDS.size() - 1 : FIELDS.size()));
            text.append(field)
                    .append(';')
                    .append(WHOSE.get(random.nextInt(WHOSE.size())))
                    .append(ENDS.get(random.nextInt(ENDS.size())));
        }
        return text.toString();
    }

    private Configuration rules(String more) {
        return new GivenRules(folder)
                .contract("notes", """
                        dataset: notes
                        kind: hr
                        label: Anteckningar
                        description: En text.
                        grain: en rad per anteckning
                        columns:
                          - {name: note, label: Anteckning, type: text, length: 200, privacy: keep}
                        """)
                .source(SourceKind.HR, "notes", """
                        delivers: notes
                        files: ["notes_{year}.csv"]
                        format: {separator: ";", charset: windows-1252}
                        municipality: {heading: Kommun}
                        columns: {note: [Not, "N\\not"]}
                        """ + more + "\n")
                .municipality("0380", "uppsala")
                .municipality("0480", "nykoping")
                .read();
    }

    private static Source source(Configuration rules) {
        return rules.source(SourceKind.HR, "given", "notes").orElseThrow();
    }
}
