package se.trivsel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.trivsel.contract.SmallConfiguration.CODES;
import static se.trivsel.contract.SmallConfiguration.CONTRACT;
import static se.trivsel.contract.SmallConfiguration.MEASURE;
import static se.trivsel.contract.SmallConfiguration.MUNICIPALITY;
import static se.trivsel.contract.SmallConfiguration.PARAMETERS;
import static se.trivsel.contract.SmallConfiguration.SOURCE;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.SourceKind;

class ConfigurationReaderTest {
    @TempDir
    Path folder;

    private SmallConfiguration small;

    @BeforeEach
    void aWholeConfiguration() {
        small = new SmallConfiguration(folder);
    }

    @Test
    void everyKindOfFileIsRead() {
        Configuration read = ConfigurationReader.readForRun(folder);

        assertThat(read.codeLists().get("reason"))
                .isEqualTo(new CodeList("reason", "Orsak", Map.of("sjuk", "Sjukdom", "vab", "Vård av barn")));
        assertThat(read.contracts().get("absence").column("extent_share"))
                .map(Column::type)
                .contains(new ColumnType.Decimal(4, 3));
        assertThat(read.municipalities().get(new MunicipalityCode("0380")).systemByKind())
                .isEqualTo(Map.of(SourceKind.HR, "lonelista"));
        assertThat(read.measures().get("SF_TOT").periodTypes()).containsExactly("month", "rolling_12", "year");
        assertThat(read.parameters())
                .containsEntry("turnover_snapshot_month", "11")
                .containsEntry("currency", "SEK");
        assertThat(read.source(SourceKind.HR, "lonelista", "absence"))
                .map(source -> source.headings().get("reason_code"))
                .contains(List.of("Orsak", "Orsakskod"));
    }

    @Test
    void whatASourceLeavesOutHasItsDefault() {
        Source source = source();

        assertThat(source.format())
                .isEqualTo(new FileFormat(
                        new Layout.Delimited(';', Optional.of('"'), Optional.empty(), StandardCharsets.UTF_8, 0),
                        FieldNames.HEADED,
                        NumberForm.plain('.'),
                        new DateForm(List.of("yyyy-MM-dd"), List.of("yyyy-MM"), 20),
                        List.of(),
                        Map.of(),
                        List.of(),
                        List.of("J", "JA", "1", "true", "Y"),
                        List.of("N", "NEJ", "0", "false")));
        assertThat(source.full()).isTrue();
        assertThat(source.rejectAbovePercent()).isEqualTo(5);
        assertThat(source.trailer()).isEqualTo(Trailer.NONE);
    }

    @Test
    void whatASourceSaysIsRead() {
        small.change(SOURCE, "separator: \";\"", """
                separator: "\\t"
                  charset: windows-1252
                  quote: none
                  decimal: ","
                  day: [yyyyMMdd, yyMMdd]
                  month: yyyyMM
                  preamble_lines: 2
                  escape: "\\\\"
                  heading_rows: 2
                  extra_fields: ignore
                  thousands: "."
                  units: [SEK, kr]
                  zero: Nil
                  years_ahead: 5
                  missing: {suppressed: c}
                  open_end: ["TV"]
                  yes: ["1"]
                  no: [no]\
                """).add(SOURCE, """
                mode: delta
                trailer:
                  first_cells: ["Summa"]
                  totals: {extent_share: "Omf"}
                  count: Nr
                  on_difference: warn
                fixed: {person: "{line}"}
                percent: [extent_share]
                local_ids: [person]
                ignored: ["Namn"]
                reject_above_percent: 2.5
                """);

        Source source = source();

        assertThat(source.format())
                .isEqualTo(new FileFormat(
                        new Layout.Delimited(
                                '\t', Optional.empty(), Optional.of('\\'), Charset.forName("windows-1252"), 2),
                        new FieldNames(2, Map.of(), true),
                        new NumberForm(',', Optional.of('.'), List.of("SEK", "kr"), List.of("Nil")),
                        new DateForm(List.of("yyyyMMdd", "yyMMdd"), List.of("yyyyMM"), 5),
                        List.of(),
                        Map.of("c", MissingReason.SUPPRESSED),
                        List.of("TV"),
                        List.of("1"),
                        List.of("no")));
        assertThat(source.full()).isFalse();
        assertThat(source.trailer())
                .isEqualTo(new Trailer(List.of("Summa"), Map.of("extent_share", "Omf"), Optional.of("Nr"), false));
        assertThat(source.fixed()).isEqualTo(Map.of("person", "{line}"));
        assertThat(source.percent()).containsExactly("extent_share");
        assertThat(source.localIds()).containsExactly("person");
        assertThat(source.ignored()).containsExactly("Namn");
        assertThat(source.rejectAbovePercent()).isEqualTo(2.5);
    }

    @Test
    void codesKeepTheirOrder() {
        small.change(CODES, "  sjuk: Sjukdom\n", "  zzz: Sist\n  sjuk: Sjukdom\n");

        assertThat(small.read().codeLists().get("reason").labelByCode().keySet())
                .containsExactly("zzz", "sjuk", "vab");
    }

    @Test
    void allProblemsComeAtOnceEachWithItsLine() {
        small.change(SOURCE, "  started_on: Från", "  startd_on: Från")
                .change(MUNICIPALITY, "lonelista", "lonelist")
                .change(CONTRACT, "codes: reason", "codes: reasons")
                .change(MEASURE, "[absence]", "[abscence]");

        assertThat(small.problems())
                .containsExactly(
                        "contracts/absence.yaml:14:51: columns[4].codes: no such code list reasons in codes"
                                + " (did you mean reason?)",
                        "measures/SF_TOT.yaml:14:12: datasets[0]: no such contract abscence in contracts"
                                + " (did you mean absence?)",
                        "municipalities/0380-uppsala.yaml:4:3: sends.hr: no such system lonelist in sources/hr"
                                + " (did you mean lonelista?)",
                        "sources/hr/lonelista/absence.yaml:6:1: columns: the column started_on (Från) is required by"
                                + " the contract absence; add its heading here, or its value under fixed",
                        "sources/hr/lonelista/absence.yaml:10:3: columns.startd_on: no such column startd_on in"
                                + " contract absence (did you mean started_on?)");
    }

    @Test
    void aBrokenContractIsNotAlsoBlamedOnItsSources() {
        small.change(CONTRACT, "kind: hr", "kind: personal");

        assertThat(small.problems())
                .containsExactly("contracts/absence.yaml:2:1: kind: must be one of hr, case, invoice, not personal");
    }

    @Test
    void aRunNeedsMunicipalitiesAndMeasures() {
        small.delete(MUNICIPALITY).delete(MEASURE);

        assertThat(small.problems()).isEmpty();
        assertThatThrownBy(() -> ConfigurationReader.readForRun(folder))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("measures: holds nothing to run with")
                .hasMessageContaining("municipalities: holds nothing to run with");
    }

    @Test
    void aFolderWithoutContractsIsNotAConfigurationFolder() {
        assertThatThrownBy(() -> ConfigurationReader.read(folder.resolve("elsewhere")))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage("contracts: is missing; is this the configuration folder?");
    }

    @Test
    void aFileThatWouldGoUnreadIsAProblem() {
        small.write("codes/sex.yml", "list: sex\n")
                .write("sources/hr/absence.yaml", "delivers: absence\n")
                .write("sources/personal/x/absence.yaml", "delivers: absence\n")
                .write("source/hr/x/absence.yaml", "delivers: absence\n");

        assertThat(small.problems())
                .containsExactly(
                        "codes/sex.yml: is not read; a configuration file is called <name>.yaml and lies here",
                        "source: is not read (did you mean sources?)",
                        "sources/hr/absence.yaml: is not read here; a source is sources/<kind>/<system>/<dataset>.yaml",
                        "sources/personal: is not a kind of system; there are hr, case, invoice");
    }

    @Test
    void aFileThatIsNotUtf8IsAProblem() throws Exception {
        Files.write(folder.resolve(CODES), "label: Kön".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(small.problems()).containsExactly("codes/reason.yaml: is not UTF-8; save it as UTF-8");
    }

    @Test
    void theParametersMayBeAbsent() {
        assertThat(small.delete(PARAMETERS).read().parameters()).isEmpty();
    }

    private Source source() {
        return small.read().source(SourceKind.HR, "lonelista", "absence").orElseThrow();
    }
}
