package se.trivsel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.trivsel.job.SampleDeliveries;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.Home;
import se.trivsel.warehouse.Repository;

/** Asks of the samples of Mora, which lost a third of its permanent staff in 2015. */
class ExplainCommandTest {
    private static final String MORA = "2062-mora";

    @TempDir
    private static Path folder;

    private static Home home;

    @BeforeAll
    static void publishTheSamplesOfOneMunicipality() {
        home = SampleDeliveries.published(folder, MORA);
    }

    @Test
    void theFigureStandsWithItsIntervalAndBothSidesInWords() {
        var explained = explain("PO_EXT_EB", "2062", "2015");

        assertThat(explained.exitCode()).isZero();
        assertThat(explained.page())
                .startsWith(
                        "PO_EXT_EB: Personalomsättning, externt på egen begäran\nMora, 2015, Alla. Definitionens version ")
                .contains("Värde             32,2 % (95 procents intervall: 16,5 % till 53,1 %)\n")
                .contains("Gruppen           n = 21\n")
                .contains(
                        "Täljare           7. Tillsvidareanställda som lämnat kommunen på egen begäran under perioden.\n")
                .contains("Nämnare           21,77. Medelantalet ");
    }

    @Test
    void otherDefinitionsStandBesideItWithWhatTheyCountToo() {
        assertThat(explain("PO_EXT_EB", "2062", "2015").page())
                .containsPattern("\\| PO_FRANVARO_TV \\| .* \\| 59,7 % \\| +13 \\| +\\+6 \\|\n")
                .containsPattern("\\| PO_KOLADA .* \\| 25,0 % \\| +6 \\| +−1 \\|\n")
                .containsPattern("\nPO_ENHET +Räknar också: Bytt enhet inom yrkesgruppen \\(2 rader\\)\\.\n")
                .containsPattern("\nPO_KOLADA +Täljare: De i nämnaren som inte är tillsvidareanställda");
        assertThat(explain("PO_ENHET", "2062", "2015").page())
                .containsPattern("\nPO_YRKE +Räknar inte: Bytt enhet inom yrkesgruppen \\(2 rader\\)\\.\n");
    }

    @Test
    void theLineToldIsThatOfTheOneWhoLeft() throws IOException {
        var rows = explain("PO_EXT_EB", "2062", "2015", "--format", "csv", "--limit", "0").rows().stream()
                .filter(row -> row.startsWith("numerator,exit_by_request,"))
                .map(row -> List.of(row.split(",", -1)))
                .toList();

        assertThat(rows).hasSize(7);
        for (List<String> row : rows) {
            String lastDay = row.get(3).replace("-", "");
            assertThat(delivered(row.get(8), Integer.parseInt(row.get(9))))
                    .contains(";" + lastDay + ";TV;")
                    .contains(";EB;");
        }
    }

    @Test
    void rowsOfTheDenominatorAreThirteenMonthEnds() {
        assertThat(explain("PO_EXT_EB", "2062", "2015").page())
                .contains("Nämnaren räknas på 283 rader, medel av 13 månadsslut: 21,77.")
                .contains("263 rader till: --limit 0 visar alla");
        assertThat(explain("PO_EXT_EB", "2062", "2015", "--format", "csv", "--limit", "0")
                        .rows())
                .hasSize(7 + 283);
    }

    @Test
    void asManyRowsOfEachKindAreShownAsAreAskedFor() {
        assertThat(explain("PO_ALLA", "2062", "2015", "--format", "csv", "--limit", "1")
                        .rows())
                .extracting(row -> row.substring(0, row.indexOf(',', row.indexOf(',') + 1)))
                .containsExactlyInAnyOrder(
                        "numerator,exit_by_request",
                        "numerator,temporary_exit",
                        "numerator,unit_exit",
                        "denominator,permanent",
                        "denominator,temporary");
    }

    @Test
    void aFigureThatIsNotShownHasNoRows() throws SQLException {
        String group = anyGroup("suppressed");

        var explained = explain("PO_EXT_EB", "2062", "2015", "--group", group);

        assertThat(explained.exitCode()).isZero();
        assertThat(explained.page())
                .contains("Värde             visas inte\n")
                .contains("Status            Visas inte: så få personer")
                .contains("En siffra som inte visas har inga rader att visa: de vore siffran.")
                .doesNotContain("anst_", "…", "rader)");
        assertThat(explain("PO_EXT_EB", "2062", "2015", "--group", group, "--format", "csv"))
                .isEqualTo(new Explained(2, "", "The figure is not shown (suppressed), and neither are its rows.\n"));
    }

    @Test
    void aFigureThatIsHiddenForAnothersSakeHasNoRowsEither() throws SQLException {
        List<String> groups;
        try (Connection analyst = PublishedFile.open(released(Releases.ANALYST_FILE))) {
            groups = new Question("""
                            select group_code
                            from judged.figure
                            inner join value.measure_value
                                using (measure_code, municipality_code, group_code, period_type, period_start)
                            where measure_code = ? and period_type = 'year' and year(period_start) = 2015
                                and own_status = 'ok' and status = 'suppressed'""", List.of("ANST")).rows(analyst, row -> row.getString(1));
        }

        assertThat(groups)
                .isNotEmpty()
                .allSatisfy(group -> assertThat(explain("ANST", "2062", "2015", "--group", group)
                                .page())
                        .contains("En siffra som inte visas har inga rader att visa: de vore siffran.")
                        .doesNotContain("anst_"));
    }

    @Test
    void aMonthOfAMeasureWithoutMonthsIsTheTwelveThatEndWithIt() {
        var twelve = explain("PO_EXT_EB", "2062", "2015-06");

        assertThat(twelve.page()).contains("\nMora, tolv månader till och med juni 2015, Alla.");
        assertThat(twelve).isEqualTo(explain("PO_EXT_EB", "2062", "2014-07--2015-06"));
        assertThat(explain("SF_TOT", "2062", "2015-06").page()).contains("\nMora, juni 2015, Alla.");
    }

    @Test
    void aNovemberIsThatMonthOfTheOfficialStatistics() {
        var explained = explain("ANST", "2062", "2015-11");

        assertThat(explained.page())
                .contains("\nMora, november 2015, Alla.")
                .containsPattern("Täljaren räknas på (\\d+) rader, antal: \\1\\.\n");
        assertThat(explain("ANST", "2062", "2014-07--2015-06").errors())
                .startsWith("ANST has no figure for 2014-07--2015-06: it is given by month, November, year.");
    }

    @Test
    void measuresWithoutRowsInCommonAreToldApartInTheirOwnWords() {
        assertThat(explain("HME_TOT", "2062", "2015").page())
                .containsPattern("Nämnaren räknas på (\\d+) rader, summa: ")
                .contains("\nHME_SVAR          Täljare: De som svarat.")
                .doesNotContain("Räknar också", "Räknar inte");
    }

    @Test
    void aRowOfASurveyLeadsToTheLineOfItsUnitAndQuestion() throws IOException {
        var rows = explain("UPPF_PLAN", "2062", "2015", "--format", "csv", "--limit", "0").rows().stream()
                .filter(row -> row.startsWith("numerator,"))
                .map(row -> List.of(row.split(",", -1)))
                .toList();

        assertThat(rows).hasSize(4);
        for (List<String> row : rows) {
            String unit = row.get(4).substring(0, row.get(4).indexOf(' '));
            String yesAnswers = row.get(5).substring(0, row.get(5).indexOf('.'));
            assertThat(delivered(row.get(8), Integer.parseInt(row.get(9))))
                    .startsWith(unit + ";201510;SAMTAL;;" + yesAnswers + ";");
        }
    }

    @Test
    void aMeasureOfUnitsSaysWhyItHasNoRows() {
        assertThat(explain("CHEF_BYTE", "2062", "2015").page())
                .contains("Raderna kan inte visas. Bytet räknas på enheter:")
                .doesNotContain("leverans ");
        assertThat(explain("CHEF_BYTE", "2062", "2015", "--format", "csv").errors())
                .contains("The rows of CHEF_BYTE cannot be told");
    }

    @Test
    void whoMayNotReadTheRowsReadsTheDefinitions() throws IOException {
        Path other = folder.resolve("elsewhere/published/current");
        Files.createDirectories(other);
        Files.copy(released(Releases.SERVED_FILE), other.resolve(Releases.SERVED_FILE));

        var explained = Explained.of(new Home(folder.resolve("elsewhere")), "PO_EXT_EB", "2062", "2015");

        assertThat(explained.exitCode()).isZero();
        assertThat(explained.page())
                .contains("32,2 %", "| PO_KOLADA ", "Raderna står i analytikernas fil")
                .doesNotContain("anst_");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PO_EXTEB 2062 2015|There is no measure PO_EXTEB.",
                "PO_EXT_EB 9999 2015|There is no municipality 9999 in the release.",
                "PO_EXT_EB 2062 2015 --group hej|PO_EXT_EB has no group hej in 2062.",
                "PO_EXT_EB 2062 2030|The release has no figure of PO_EXT_EB for 2030",
                "PO_EXT_EB 2062 förra|förra is no period:",
                "PO_EXT_EB 2062 2015-01--2015-03|PO_EXT_EB has no figure for 2015-01--2015-03",
                "PO_KOLADA 2062 2015-11|PO_KOLADA has no figure for 2015-11: it is given by year.",
                "KO_OFORD 2062 2015|KO_OFORD has no figure for 2015: it is given by month.",
                "PO_EXT_EB 2062 2015 --limit -1|--limit -1 is no number of rows"
            })
    void aQuestionThatMakesNoSenseIsWrongUsage(String question, String answer) {
        var explained = explain(question.split(" ", -1));

        assertThat(explained.exitCode()).isEqualTo(2);
        assertThat(explained.errors()).startsWith(answer);
        assertThat(explained.page()).isEmpty();
    }

    private static Explained explain(String... arguments) {
        return Explained.of(home, arguments);
    }

    private static Path released(String file) {
        return new Releases(home.published()).currentFolder().orElseThrow().resolve(file);
    }

    private static String delivered(String file, int line) throws IOException {
        return Files.readAllLines(
                        Repository.path("data-samples/inbox").resolve(MORA).resolve(file),
                        Charset.forName("windows-1252"))
                .get(line - 1);
    }

    private static String anyGroup(String status) throws SQLException {
        try (Connection connection = PublishedFile.open(released(Releases.SERVED_FILE))) {
            return new Question(
                            "select group_code from bi.measure_value where measure_code = 'PO_EXT_EB'"
                                    + " and period_type = 'year' and year(period_start) = 2015 and status = ?"
                                    + " order by split_code = 'yrke' desc, group_code",
                            List.of(status))
                    .rows(connection, row -> row.getString(1))
                    .get(0);
        }
    }
}
