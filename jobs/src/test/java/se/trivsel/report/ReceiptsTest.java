package se.trivsel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.trivsel.contract.Column;
import se.trivsel.contract.ColumnType;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Measure;
import se.trivsel.contract.MeasureRows;
import se.trivsel.contract.Municipality;
import se.trivsel.contract.PrivacyClass;
import se.trivsel.contract.Protection;
import se.trivsel.inbox.StrayFile;
import se.trivsel.lake.ExpectedDelivery;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Home;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.Place;
import se.trivsel.vocabulary.SourceKind;
import se.trivsel.warehouse.RuleFinding;
import tools.jackson.databind.json.JsonMapper;

class ReceiptsTest {
    private static final Path NAUGHTY_STRINGS = Path.of("../../shared/data/text/blns.json");

    private static final List<Measure> MEASURES = List.of(
            measure("SF_TOT", "Sjukfrånvaro", "Sjukfrånvaro", "absence"),
            measure("SF_KORT", "Sjukfrånvaro", "Kort sjukfrånvaro, dag 1–14", "absence"),
            measure("PO_EXT", "Personalomsättning", "Personalomsättning, extern", "employment"));

    private static final Column HOURS = new Column(
            "scheduled_hours",
            "Schemalagda timmar",
            new ColumnType.Decimal(8, 2),
            PrivacyClass.KEEP,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @TempDir
    private Path home;

    private Path folder;

    private Receipts receipts;

    @BeforeEach
    void openReceipts() {
        folder = new Home(home).receipts();
        receipts = receipts("1", "Frånvaro");
    }

    private Receipts receipts(String rules, String label) {
        var absence =
                new Contract("absence", SourceKind.HR, label, "", "", List.of("absence_no"), List.of(), List.of(HOURS));
        var uppsala = new Municipality(new MunicipalityCode("0380"), "Uppsala", Map.of());
        var orebro = new Municipality(new MunicipalityCode("1880"), "Örebro län (södra)", Map.of());
        return new Receipts(
                new Home(home),
                rules,
                Map.of("absence", absence),
                Map.of(uppsala.code(), uppsala, orebro.code(), orebro),
                MEASURES);
    }

    @Test
    void anAcceptedDeliveryIsToldInOneSentence() throws IOException {
        write(Delivered.accepted("d1", "2016-02-01T02:30:00Z").rejectedRows(3));

        assertThat(text("d1"))
                .startsWith("GODKÄND: Frånvaro, 2015 Uppsala ")
                .contains("Leveransen är godkänd: 4 809 av 4 812 rader används.")
                .contains("Rader med fel: 3 (0,1 %)")
                .contains("1 februari 2016 kl. 03.30");
    }

    @Test
    void aRejectedFirstDeliveryMeansMissingFiguresNotZero() throws IOException {
        write(Delivered.rejected("d1", "2016-02-01T02:30:00Z"));

        assertThat(text("d1"))
                .contains("Leveransen är avvisad och används inte.")
                .contains("Kommunens värden redovisas som saknade, inte som noll");
    }

    @Test
    void afterARejectedCorrectionTheLastAcceptedDeliveryIsUsed() throws IOException {
        write(
                Delivered.accepted("d1", "2016-02-01T02:30:00Z").fileName("forsta.csv"),
                Delivered.rejected("d2", "2016-03-01T02:30:00Z"));

        assertThat(text("d2"))
                .contains("”forsta.csv” som kom 1 februari 2016 kl. 03.30, används så länge")
                .contains("märks som inaktuella")
                .doesNotContain("saknade");
    }

    @Test
    void monthsThatNoAcceptedDeliveryCoversAreToldApart() throws IOException {
        var january = Period.month(YearMonth.of(2015, 1));
        write(
                Delivered.accepted("d1", "2015-02-01T02:30:00Z").period(january),
                Delivered.rejected("d2", "2016-03-01T02:30:00Z"));

        assertThat(text("d2")).contains("används så länge").contains("Månader som ingen godkänd leverans täcker");
    }

    @Test
    void aRejectedDeliveryThatWasSentAgainNeedsNothingMore() throws IOException {
        write(
                Delivered.rejected("d1", "2016-02-01T02:30:00Z"),
                Delivered.accepted("d2", "2016-03-01T02:30:00Z").fileName("igen.csv"));

        assertThat(text("d1")).contains("”igen.csv”").contains("Inget mer behöver göras.");
    }

    @Test
    void anotherMunicipalitysDeliveryReplacesNothing() throws IOException {
        write(
                Delivered.accepted("d1", "2016-02-01T02:30:00Z").municipality("1880"),
                Delivered.rejected("d2", "2016-03-01T02:30:00Z"));

        assertThat(text("d2")).contains("Det finns ingen tidigare godkänd leverans");
    }

    @Test
    void rowsThatCameOutOfQuarantineAreTold() throws IOException {
        write(Delivered.accepted("d1", "2016-02-01T02:30:00Z").replayed(12));

        assertThat(text("d1").replaceAll("\\s+", " "))
                .contains("Ur karantänen: 12 rader som avvisades tidigare har kommit in med nya regler");
    }

    @Test
    void findingsTellWhereAndHowOften() throws IOException {
        write(Delivered.accepted("d1", "2016-02-01T02:30:00Z")
                .rejectedRows(120)
                .finding(FindingCode.UNKNOWN_COLUMN, 1, Place.cell(1, "Anteckning"))
                .finding(
                        FindingCode.NOT_A_DATE,
                        120,
                        Place.cell(12, "Fr.o.m"),
                        Place.cell(15, "Fr.o.m"),
                        Place.cell(1018, "Fr.o.m"),
                        Place.cell(12, "T.o.m")));

        assertThat(text("d1"))
                .contains("1. Fältet är inte ett datum i den avtalade formen.")
                .contains("Raden används inte, 120 gånger [not_a_date]")
                .contains("- rad 12, 15 och 1018, kolumn ”Fr.o.m”")
                .contains("- rad 12, kolumn ”T.o.m”")
                .contains("- och 116 ställen till")
                .contains("Gör så här: Rätta datumet")
                .contains("2. Filen har en kolumn som inte är avtalad.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"197604052387", "19760405-2387", "760405-2387", "760405 2387"})
    void aHeadingThatMayBeAPersonalNumberIsNotShown(String heading) throws IOException {
        write(Delivered.accepted("d1", "2016-02-01T02:30:00Z")
                .finding(FindingCode.UNKNOWN_COLUMN, 1, Place.cell(1, heading)));

        assertThat(everything()).doesNotContain("2387").contains("rubrik inte visas");
    }

    @Test
    void aControlTotalThatAgreesIsToldWithoutItsAmount() throws IOException {
        write(Delivered.accepted("d1", "2016-02-01T02:30:00Z").total("amount_sek", "73519.50", "73519.5"));

        assertThat(text("d1"))
                .contains("Kontrollsumma: amount_sek: stämmer med raderna")
                .doesNotContain("73");
    }

    @Test
    void aControlTotalThatDiffersSaysByHowMuch() throws IOException {
        write(Delivered.accepted("d1", "2016-02-01T02:30:00Z").total("amount_sek", "16585.69", "16579.98"));

        assertThat(text("d1").replaceAll("\\s+", " "))
                .contains("amount_sek: stämmer inte med raderna. Filen anger 16 585,69, raderna som går att läsa ger 16"
                        + " 579,98; skillnaden är 5,71");
    }

    @Test
    void theTextFitsAnEMail() throws IOException {
        write(
                Delivered.accepted("d1", "2016-02-01T02:30:00Z"),
                Delivered.rejected("d2", "2016-03-01T02:30:00Z")
                        .finding(FindingCode.TOO_MANY_REJECTED, 1, Place.WHOLE_FILE));

        assertThat(read("d2.txt").lines()).allMatch(line -> line.length() <= 72);
    }

    @Test
    void theReadingThatIsNewestIsTheOneTold() throws IOException {
        var first = Delivered.rejected("d1", "2016-02-01T02:30:00Z");
        var again = Delivered.accepted("d1", "2016-02-01T02:30:00Z").reading("d1-r2");

        write(again, first);

        assertThat(text("d1")).contains("Leveransen är godkänd");
    }

    @Test
    void aMunicipalitysFolderIsNamedForPeopleAndForFileSystems() {
        var files = write(Delivered.accepted("d1", "2016-02-01T02:30:00Z").municipality("1880"));

        assertThat(files)
                .extracting(file -> folder.relativize(file).toString())
                .containsExactly(
                        "1880-orebro-lan-sodra/d1.txt",
                        "1880-orebro-lan-sodra/d1.html",
                        "1880-orebro-lan-sodra/d1.csv",
                        "1880-orebro-lan-sodra/index.html");
    }

    @Test
    void aMunicipalityThatIsNoLongerConfiguredStillGetsItsAnswer() {
        assertThat(write(Delivered.accepted("d1", "2016-02-01T02:30:00Z").municipality("2062")))
                .contains(folder.resolve("2062/d1.html"));
    }

    @Test
    void theListHasTheNewestFirst() throws IOException {
        write(
                Delivered.accepted("d1", "2016-02-01T02:30:00Z"),
                Delivered.rejected("d3", "2016-04-01T02:30:00Z"),
                Delivered.accepted("d2", "2016-03-01T02:30:00Z"));

        assertThat(read("index.html")).containsSubsequence("d3.html", "d2.html", "d1.html");
    }

    @Test
    void anUnchangedReceiptIsNotWrittenAgain() throws IOException {
        var delivery = Delivered.accepted("d1", "2016-02-01T02:30:00Z");
        write(delivery);
        var old = FileTime.from(Instant.parse("2016-02-01T00:00:00Z"));
        Files.setLastModifiedTime(folder.resolve("0380-uppsala/d1.txt"), old);

        assertThat(write(delivery)).isEmpty();
        assertThat(Files.getLastModifiedTime(folder.resolve("0380-uppsala/d1.txt")))
                .isEqualTo(old);
    }

    @Test
    void whatWasAnsweredByOtherRulesIsAnsweredAnew() throws IOException {
        var delivery = Delivered.accepted("d1", "2016-02-01T02:30:00Z");
        write(delivery);

        receipts = receipts("1", "Ledighet");
        assertThat(write(delivery)).as("The label is told by the rules' name").isEmpty();
        receipts = receipts("2", "Ledighet");
        assertThat(write(delivery)).hasSize(3);
        assertThat(text("d1")).contains("Ledighet, 2015");
    }

    @Test
    void aReceiptThatIsLostOrSpoiltIsWrittenAgain() throws IOException {
        var delivery = Delivered.accepted("d1", "2016-02-01T02:30:00Z");
        write(delivery);
        String said = everything();
        Files.delete(folder.resolve("0380-uppsala/d1.html"));
        Files.writeString(folder.resolve("0380-uppsala/d1.txt"), "");

        assertThat(write(delivery)).hasSize(2);
        assertThat(everything()).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{\"unknown\": 1}"})
    void aMemoryThatCannotBeReadIsForgotten(String spoilt) throws IOException {
        var delivery = Delivered.accepted("d1", "2016-02-01T02:30:00Z");
        write(delivery);
        Path memory = new Home(home).answered();
        String remembered = Files.readString(memory);
        Files.writeString(memory, spoilt);

        assertThat(write(delivery)).isEmpty();
        assertThat(memory).hasContent(remembered);
    }

    @Test
    void noUnfinishedFileIsLeft() throws IOException {
        write(Delivered.accepted("d1", "2016-02-01T02:30:00Z"));

        try (Stream<Path> files = Files.list(folder.resolve("0380-uppsala"))) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("."));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</style></title><svg onload=alert(1)>",
                "${1+1} @template.x() !{x} `",
                "&lt;script&gt;",
                "javascript:alert(1)"
            })
    void whatASenderWritesIsShownAndNeverRun(String hostile) throws IOException {
        write(Delivered.accepted("d1", "2016-02-01T02:30:00Z")
                .fileName(hostile)
                .finding(FindingCode.UNKNOWN_COLUMN, 1, Place.cell(1, hostile)));

        var page = read("d1.html");
        assertThat(page).contains(escaped(hostile)).doesNotContain("<script", "<img", "<svg");
        assertThat(page.split("</style>", -1)).hasSize(2);
        assertThat(text("d1")).contains(hostile);
    }

    @Test
    void signsThatTurnTheLineAroundAreTakenOut() throws IOException {
        write(Delivered.accepted("d1", "2016-02-01T02:30:00Z").fileName("a\u202Evsc.exe\r\nAVVISAD:\u2028x"));

        assertThat(text("d1")).contains("a\ufffdvsc.exe\ufffdAVVISAD:\ufffdx");
    }

    @Test
    void theWorldsNaughtyStringsAreEscaped() throws IOException {
        Assumptions.assumeTrue(Files.exists(NAUGHTY_STRINGS), "the shared test data is not here: " + NAUGHTY_STRINGS);
        var naughty = JsonMapper.shared().readValue(Files.readString(NAUGHTY_STRINGS), String[].class);
        var deliveries = new ArrayList<Delivered>();
        for (String name : naughty) {
            deliveries.add(Delivered.accepted("d" + deliveries.size(), "2016-02-01T02:30:00Z")
                    .fileName(name)
                    .finding(FindingCode.UNKNOWN_COLUMN, 1, Place.cell(1, name)));
        }
        write(deliveries.toArray(Delivered[]::new));

        assertThat(deliveries).hasSizeGreaterThan(400);
        var tags = tags(read(
                "plain.html",
                Delivered.accepted("plain", "2016-02-01T02:30:00Z")
                        .fileName("a")
                        .finding(FindingCode.UNKNOWN_COLUMN, 1, Place.cell(1, "a"))));
        for (Delivered delivery : deliveries) {
            assertThat(tags(read(delivery.id() + ".html")))
                    .as(delivery.fileName())
                    .isEqualTo(tags);
        }
    }

    @Test
    void thePageNeedsNothingFromElsewhere() throws IOException {
        write(Delivered.rejected("d1", "2016-02-01T02:30:00Z"));

        assertThat(read("d1.html"))
                .startsWith("<!doctype html>")
                .contains("<html lang=\"sv\">", "<th scope=\"row\">")
                .doesNotContain("http:", "https:", "<script", "src=", "@import");
    }

    @Test
    void whatMovesMostComesFirstAndTellsWhatItMayMove() throws IOException {
        write(Delivered.accepted("d1", "2016-02-01T02:30:00Z")
                .rejectedRows(132)
                .finding(FindingCode.NOT_A_DATE, 12, Place.cell(12, "Fr.o.m"))
                .finding(FindingCode.MISSING_VALUE, 120, Place.cell(13, "Orsak"))
                .finding(FindingCode.UNKNOWN_COLUMN, 1, Place.cell(1, "Anteckning")));

        assertThat(text("d1"))
                .containsSubsequence(
                        "[missing_value]",
                        "Kan påverka ”Sjukfrånvaro” och ”Kort sjukfrånvaro, dag 1–14”: 120 av 4 812 rader (2,5 %).",
                        "[not_a_date]",
                        "12 av 4 812 rader (0,2 %).",
                        "[unknown_column]",
                        "Inget nyckeltal påverkas.");
    }

    @Test
    void whereARowMayHaveSeveralFaultsTheRowsAreAtMostSoMany() throws IOException {
        write(Delivered.accepted("d1", "2016-02-01T02:30:00Z")
                .rejectedRows(100)
                .finding(FindingCode.NOT_A_DATE, 120, Place.cell(12, "Fr.o.m")));

        assertThat(text("d1")).contains("högst 100 av 4 812 rader");
    }

    @Test
    void aWarningIsToldAsABoundAndOneOnTheWholeFileAsTheWholeDelivery() throws IOException {
        write(
                Delivered.accepted("d1", "2016-02-01T02:30:00Z")
                        .finding(FindingCode.OVERLAPPING_EMPLOYMENT, 48, Place.line(7)),
                Delivered.accepted("d2", "2016-03-01T02:30:00Z")
                        .period(Period.year(2016))
                        .finding(FindingCode.IMPLAUSIBLE_TURNOVER, 1, Place.WHOLE_FILE));

        assertThat(text("d1")).contains("högst 48 av 4 812 rader (1,0 %)");
        assertThat(text("d2")).contains("dag 1–14”: hela leveransen.");
    }

    @Test
    void aDeliveryThatIsReplacedMovesNothing() throws IOException {
        write(
                Delivered.accepted("d1", "2016-02-01T02:30:00Z")
                        .rejectedRows(1)
                        .finding(FindingCode.NOT_A_DATE, 1, Place.cell(12, "Fr.o.m")),
                Delivered.accepted("d2", "2016-03-01T02:30:00Z"));

        assertThat(text("d1")).contains("Inget nyckeltal påverkas.").doesNotContain("Kan påverka");
    }

    @Test
    void findingsBetweenRowsAreToldByUnit() throws IOException {
        write(
                List.of(
                        new RuleFinding(
                                "d1",
                                FindingCode.ABSENCE_OUTSIDE_EMPLOYMENT,
                                Optional.of("IFO1"),
                                30,
                                List.of(4, 9),
                                Optional.empty()),
                        new RuleFinding(
                                "d1",
                                FindingCode.ABSENCE_OUTSIDE_EMPLOYMENT,
                                Optional.of("197604052387"),
                                1,
                                List.of(7),
                                Optional.empty()),
                        new RuleFinding(
                                "other",
                                FindingCode.ABSENCE_OUTSIDE_EMPLOYMENT,
                                Optional.empty(),
                                1,
                                List.of(2),
                                Optional.empty())),
                List.of(),
                Delivered.accepted("d1", "2016-02-01T02:30:00Z"));

        assertThat(text("d1"))
                .startsWith("GODKÄND MED ANMÄRKNING")
                .contains("Påpekande, 31 rader [absence_outside_employment]")
                .contains("- enhet IFO1: rad 4 och 9 och 28 rader till")
                .contains("- en enhet vars kod inte visas här: rad 7")
                .contains("31 av 4 812 rader (0,6 %)");
        assertThat(everything() + read("d1.csv")).doesNotContain("2387");
    }

    @Test
    void aFindingOnTheDeliveryAsAWholeHasNoLines() throws IOException {
        write(
                List.of(new RuleFinding(
                        "d1", FindingCode.IMPLAUSIBLE_TURNOVER, Optional.empty(), 1, List.of(), Optional.empty())),
                List.of(),
                Delivered.accepted("d1", "2016-02-01T02:30:00Z"));

        assertThat(text("d1"))
                .contains("Påpekande, 1 gång [implausible_turnover] Kan påverka ”Sjukfrånvaro” och ”Kort")
                .contains(": hela leveransen.");
    }

    @Test
    void anImplausibleSizeIsToldBesideTheOneBefore() throws IOException {
        write(
                List.of(
                        new RuleFinding(
                                "d1",
                                FindingCode.IMPLAUSIBLE_ROW_COUNT,
                                Optional.empty(),
                                1,
                                List.of(),
                                Optional.of(new RuleFinding.SizeChange(
                                        Optional.empty(),
                                        new BigDecimal("1204.50"),
                                        new BigDecimal("401.00"),
                                        "franvaro_2014.csv"))),
                        new RuleFinding(
                                "d1",
                                FindingCode.IMPLAUSIBLE_TOTAL,
                                Optional.empty(),
                                1,
                                List.of(),
                                Optional.of(new RuleFinding.SizeChange(
                                        Optional.of("scheduled_hours"),
                                        new BigDecimal("96000.00"),
                                        new BigDecimal("12000.00"),
                                        "franvaro_2014.csv")))),
                List.of(),
                Delivered.accepted("d1", "2016-02-01T02:30:00Z"));

        assertThat(text("d1"))
                .contains("- rader per månad: 401, mot 1 205 i den förra, filen ”franvaro_2014.csv”")
                .contains("Schemalagda timmar per månad: 12 000, mot 96 000 i den förra");
        assertThat(read("d1.html")).contains("franvaro_2014.csv");
    }

    @Test
    void theTableAddsUpAndOpensInASwedishExcel() throws IOException {
        write(
                List.of(new RuleFinding(
                        "d1",
                        FindingCode.ABSENCE_OUTSIDE_EMPLOYMENT,
                        Optional.of("IFO;1"),
                        3,
                        List.of(4, 9),
                        Optional.empty())),
                List.of(),
                Delivered.accepted("d1", "2016-02-01T02:30:00Z")
                        .finding(FindingCode.UNKNOWN_COLUMN, 1, Place.cell(1, "=HYPERLINK(1)")));

        assertThat(read("d1.csv")).isEqualTo("""
                \ufeffKod;Innebörd;Rad;Kolumn;Enhet;Antal
                absence_outside_employment;Påpekande;4;;"IFO;1";1
                absence_outside_employment;Påpekande;9;;"IFO;1";1
                absence_outside_employment;Påpekande;;;"IFO;1";1
                unknown_column;Påpekande;1;'=HYPERLINK(1);;1
                """.replace("\n", "\r\n"));
    }

    @Test
    void theListBeginsWithWhatIsExpectedAndHasNotCome() throws IOException {
        receipts.write(
                List.of(Delivered.accepted("d1", "2016-02-01T02:30:00Z").manifest()),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        expected("0380", Period.year(2015), "2016-02-15", ExpectedDelivery.State.DELIVERED),
                        expected("0380", Period.year(2016), "2017-02-15", ExpectedDelivery.State.LATE),
                        expected("0380", Period.year(2017), "2018-02-15", ExpectedDelivery.State.LATE),
                        expected("0380", Period.year(2018), "2019-02-15", ExpectedDelivery.State.NOT_DUE),
                        expected(
                                "1880",
                                Period.month(YearMonth.of(2018, 3)),
                                "2018-04-15",
                                ExpectedDelivery.State.MISSING)));

        assertThat(told(read("index.html")))
                .contains("Frånvaro Försenad 2016 och 1 period till 15 februari 2017")
                .contains("Frånvaro Väntas 2018 15 februari 2019")
                .contains("Mottagna leveranser")
                .doesNotContain("Levererad");
        assertThat(told(Files.readString(folder.resolve("1880-orebro-lan-sodra/index.html"))))
                .as("Nothing was ever received from Örebro")
                .contains("Frånvaro Saknas mars 2018 15 april 2018");
    }

    private static ExpectedDelivery expected(
            String municipality, Period period, String dueOn, ExpectedDelivery.State state) {
        return new ExpectedDelivery(
                new MunicipalityCode(municipality), "absence", period, LocalDate.parse(dueOn), state, Optional.empty());
    }

    /** A page's words as they are read, without its tags. */
    private static String told(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("[\\s\u00a0]+", " ");
    }

    @Test
    void aFileNobodyKnowsIsAnsweredWhileItLiesThere() throws IOException {
        var known = new StrayFile(
                Path.of("inbox/0380-uppsala/semester.csv"),
                Optional.of(new MunicipalityCode("0380")),
                FindingCode.UNKNOWN_FILE);
        var unknown = new StrayFile(Path.of("inbox/9999/a.csv"), Optional.empty(), FindingCode.UNKNOWN_FOLDER);

        assertThat(write(List.of(), List.of(known, unknown))).hasSize(8);
        assertThat(read("index.html")).contains("semester.csv", "Fil som inte känns igen");
        assertThat(Files.readString(folder.resolve("okand-mapp/index.html"))).contains("a.csv");

        write(Delivered.accepted("d1", "2016-02-01T02:30:00Z"));
        assertThat(files()).containsExactly("d1.csv", "d1.html", "d1.txt", "index.html");
    }

    private static Measure measure(String code, String family, String name, String dataset) {
        return new Measure(
                code,
                "1.0.0",
                LocalDate.EPOCH,
                family,
                name,
                "",
                "",
                "",
                "",
                "share",
                "none",
                new Protection(5, 0, Optional.empty(), Optional.empty()),
                List.of("yrke"),
                List.of("year"),
                List.of(dataset),
                "none",
                Optional.empty(),
                new MeasureRows(Optional.empty(), Optional.empty(), Optional.of("")));
    }

    /** The names of all files among the receipts, in order. */
    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** The names of a page's tags in order: what is escaped adds none. */
    private static List<String> tags(String page) {
        return Pattern.compile("<(/?[a-zA-Z!][^\\s>]*)")
                .matcher(page)
                .results()
                .map(tag -> tag.group(1))
                .toList();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private List<Path> write(Delivered... deliveries) {
        return write(List.of(), List.of(), deliveries);
    }

    private List<Path> write(List<RuleFinding> ruled, List<StrayFile> strays, Delivered... deliveries) {
        return receipts.write(
                Stream.of(deliveries).map(Delivered::manifest).toList(), ruled, strays, List.of(), List.of());
    }

    private String read(String name, Delivered... deliveries) throws IOException {
        write(deliveries);
        return read(name);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve("0380-uppsala").resolve(name), StandardCharsets.UTF_8);
    }

    /** With one ordinary space wherever there is space. */
    private String text(String id) throws IOException {
        return read(id + ".txt").replaceAll("[\\s\u00a0]+", " ");
    }

    private String everything() throws IOException {
        return read("d1.txt") + read("d1.html") + read("index.html");
    }
}
