package se.trivsel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.GivenRules;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.SourceKind;

class PeriodInFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "2015-01 - 2015-12, 2015-01--2015-12",
        "201501-201512, 2015-01--2015-12",
        "2015-01-2015-12, 2015-01--2015-12",
        "2015-01-01 – 2015-03-31, 2015-01--2015-03",
        "20150101–20150331, 2015-01--2015-03",
        "2015, 2015-01--2015-12",
        "2014-2015, 2014-01--2015-12",
        "mars (2015-03), 2015-03"
    })
    void aPeriodIsOneTimeOrTwo(String stated, String period) throws Exception {
        assertThat(onLine("Löner\nUttag 2016-01-08. Period: " + stated + "\nNr;Månad\n1;x\n"))
                .map(Period::toString)
                .hasValue(period);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Period:",
                "Period: 2015-13",
                "Period: 2015-12 - 2015-01",
                "Period: 2015-01 2015-02 2015-03",
                "2015-01",
                "Period: 150101",
                "Period: 123456789"
            })
    void anythingElseIsNoPeriod(String line) throws Exception {
        assertThat(onLine("Löner\n" + line + "\nNr;Månad\n1;x\n")).isEmpty();
    }

    @Test
    void aFileWithoutTheLineHasNoPeriod() throws Exception {
        assertThat(onLine("Löner")).isEmpty();
    }

    @Test
    void underAHeadingItIsFromTheFirstMonthToTheLast() throws Exception {
        assertThat(underHeading("1;2015-05\n2;2015-03-31\n3;\n4;2015-13\n5;2015-08\n6;2015-04\nSumma;2015-09\n"))
                .hasValue(Period.read("2015-03--2015-08").orElseThrow());
    }

    /** A slip of one digit must not say that nothing happened for years. */
    @Test
    void aMonthFarFromTheOthersIsNotBelieved() throws Exception {
        assertThat(underHeading("1;2015-01\n2;2015-02\n3;2051-03\n")).isEmpty();
        assertThat(underHeading("1;2015-01\n2;2015-05\n")).isEmpty();
    }

    @Test
    void aColumnWithoutAMonthHasNoPeriod() throws Exception {
        assertThat(underHeading("1;\n2;mars\n")).isEmpty();
    }

    private Optional<Period> onLine(String text) throws Exception {
        return read("period: {line: 2, after: \"Period:\"}", "preamble_lines: 2", text);
    }

    private Optional<Period> underHeading(String rows) throws Exception {
        return read("period: {heading: Månad}", "preamble_lines: 0", "Nr;Månad\n" + rows);
    }

    private Optional<Period> read(String period, String preamble, String text) throws Exception {
        Configuration rules = new GivenRules(folder)
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
                        files: ["lista.csv"]
                        format: {separator: ";", charset: windows-1252, %s}
                        trailer: {first_cells: [Summa]}
                        %s
                        columns: {note: Nr}
                        """.formatted(preamble, period))
                .read();
        byte[] bytes = text.getBytes(Charset.forName("windows-1252"));
        return PeriodInFile.read(
                () -> new ByteArrayInputStream(bytes),
                rules.source(SourceKind.HR, "given", "notes").orElseThrow(),
                rules.contracts().get("notes"));
    }
}
