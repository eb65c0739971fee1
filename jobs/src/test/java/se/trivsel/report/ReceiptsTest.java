package se.trivsel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Municipality;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.Place;
import se.trivsel.vocabulary.SourceKind;
import tools.jackson.databind.json.JsonMapper;

class ReceiptsTest {
    private static final Path NAUGHTY_STRINGS = Path.of("../../shared/data/text/blns.json");

    @TempDir
    private Path folder;

    private Receipts receipts;

    @BeforeEach
    void openReceipts() {
        var absence =
                new Contract("absence", SourceKind.HR, "Frånvaro", "", "", List.of("absence_no"), List.of(), List.of());
        var uppsala = new Municipality(new MunicipalityCode("0380"), "Uppsala", "B3", Map.of());
        var orebro = new Municipality(new MunicipalityCode("1880"), "Örebro län (södra)", "B3", Map.of());
        receipts = new Receipts(
                folder, Map.of("absence", absence), Map.of(uppsala.code(), uppsala, orebro.code(), orebro));
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
                .contains("Rader ur karantänen: 12 rader som avvisades tidigare har kommit in med nya regler");
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
    void aControlTotalIsToldWithoutItsAmount() throws IOException {
        write(Delivered.accepted("d1", "2016-02-01T02:30:00Z").total("amount_sek", "73519.50", "73519.5"));

        assertThat(text("d1"))
                .contains("Kontrollsumma: amount_sek: stämmer med raderna")
                .doesNotContain("73");
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
        return receipts.write(Stream.of(deliveries).map(Delivered::manifest).toList());
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
