package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.inbox.Archive;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.KeyRing;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.vocabulary.Place;

/** A joint payroll centre puts the rows of its municipalities into one file. */
class SharedFileNightTest {
    private static final Charset THEIRS = Charset.forName("windows-1252");
    private static final String HEADINGS = "Kommun;Nr;Anst.nr;Orsak;Från;Till;Omf;Timmar;Anm";
    private static final String MORA = "2062;M1;10;SJK;2015-01-05;2015-01-09;1,0;40,0;\"Får\r\nringa;\r\nsen\"";
    private static final String UPPSALA = "380;U1;20;SJK;2015-02-02;2015-02-06;0,5;20,0;";
    private static final String NYKOPING = "0480 ;N1;30;VAB;2015-03-02;2015-03-03;1,0;16,0;Bö";
    private static final String MORA_AGAIN = "2062;M2;11;VAB;2015-05-04;2015-05-05;1,0;16,0;";

    @TempDir
    Path folder;

    private SmallWorld world;

    @BeforeEach
    void aPayrollCentreOfThree() throws IOException {
        world = new SmallWorld(folder).knowsOnly();
        municipality("2062", "mora");
        municipality("0380", "uppsala");
        municipality("0480", "nykoping");
        source("municipality: {heading: Kommun}\ntrailer: {first_cells: [Summa], totals: {scheduled_hours: Timmar}}");
    }

    @Test
    void eachMunicipalityGetsItsRowsOnTheLinesOfTheFileThatWasSent() throws IOException {
        sends(MORA, "", UPPSALA, NYKOPING.replace("VAB", "???"), MORA_AGAIN, "Summa;;;;;;;92,0;");

        runs();

        assertThat(archived())
                .containsExactlyEntriesOf(new TreeMap<>(java.util.Map.of(
                        "0380", "\n" + HEADINGS + "\n\n\n\n\n" + UPPSALA + "\n",
                        "0480", "\n" + HEADINGS + "\n\n\n\n\n\n" + NYKOPING.replace("VAB", "???") + "\n",
                        "2062", "\n" + HEADINGS + "\n" + MORA + "\n\n\n\n" + MORA_AGAIN + "\n")));
        assertThat(manifest("2062").rowsKept()).isEqualTo(2);
        assertThat(manifest("0380").rowsKept()).isEqualTo(1);
        assertThat(manifest("0480").findings().get(0).examples()).containsExactly(Place.cell(8, "Orsak"));
    }

    @Test
    void theSameFileAgainIsNotSplitAgain() throws IOException {
        sends(MORA, UPPSALA, NYKOPING, "Summa;;;;;;;76,0;");

        assertThat(runs()).as(world.output()).isEqualTo(ExitCode.OK);
        assertThat(world.output()).contains("hr: 3 new").contains("loner_2015.csv: rows of 3 municipalities");
        assertThat(runs()).isEqualTo(ExitCode.OK);

        assertThat(world.output()).contains("hr: 0 new").doesNotContain("split");
        assertThat(world.lastLine()).contains("OK=0 WARN=0 REJECT=0 SKIP=1 TOTAL=1");
        assertThat(partsLeft()).isEmpty();
    }

    @Test
    void aCorrectionIsADeliveryOnlyOfTheMunicipalityWhosePartItChanges() throws IOException {
        sends(MORA, UPPSALA, NYKOPING, "Summa;;;;;;;76,0;");
        runs();
        sends(MORA, UPPSALA.replace("20,0", "24,0"), NYKOPING, "Summa;;;;;;;80,0;");

        assertThat(runs()).isEqualTo(ExitCode.OK);

        assertThat(world.output()).contains("hr: 1 new, 2 unchanged");
        assertThat(world.manifests())
                .extracting(manifest -> manifest.municipality().value())
                .containsExactlyInAnyOrder("0380", "0380", "0480", "2062");
    }

    @Test
    void aCorrectionTakenBackIsTakenBackForTheMunicipalityItChanged() throws IOException {
        sends(MORA, UPPSALA, NYKOPING, "Summa;;;;;;;76,0;");
        world.on("2018-01-09");
        runs();
        sends(MORA, UPPSALA.replace("20,0", "24,0"), NYKOPING, "Summa;;;;;;;80,0;");
        world.on("2018-01-10");
        runs();
        sends(MORA, UPPSALA, NYKOPING, "Summa;;;;;;;76,0;");
        world.on("2018-01-11");
        runs();

        assertThat(world.output()).contains("hr: 1 new, 2 unchanged");
        assertThat(world.manifests())
                .extracting(DeliveryManifest::deliveryId)
                .filteredOn(id -> id.startsWith("0380"))
                .hasSize(3)
                .anyMatch(id -> id.endsWith("-2"));
    }

    @Test
    void aTotalThatDiffersRefusesTheFileForAll() throws IOException {
        sends(MORA, UPPSALA, NYKOPING, "Summa;;;;;;;76,5;");

        assertThat(runs()).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(world.output()).contains("loner_2015.csv: control_total_differs 1");
        assertThat(archived()).isEmpty();
        assertThat(partsLeft()).isEmpty();
        assertThat(receipt("gemensam-lonecentral")).contains("AVVISAD").contains("control_total_differs");
    }

    @Test
    void aFileThatCannotBeReadToItsEndIsRefusedForAll() throws IOException {
        sends(MORA, UPPSALA, NYKOPING, "\"" + MORA_AGAIN, "Summa;;;;;;;92,0;");

        assertThat(runs()).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(world.output()).contains("loner_2015.csv: malformed_file 1");
        assertThat(archived()).isEmpty();
    }

    @Test
    void thePeriodOfTheWholeFileIsThatOfEachPart() throws IOException {
        source("municipality: {heading: Kommun}\nperiod: {heading: Från}");
        Path source = world.config().resolve("sources/hr/lonecentral/absence.yaml");
        Files.writeString(source, Files.readString(source).replace("loner_{year}.csv", "loner_*.csv"));
        sends(MORA, UPPSALA, NYKOPING);

        assertThat(runs()).as(world.output()).isEqualTo(ExitCode.OK);

        assertThat(world.manifests())
                .hasSize(3)
                .allMatch(manifest -> manifest.period().toString().equals("2015-01--2015-03"));
    }

    @Test
    void aTotalThatMayDifferIsTold() throws IOException {
        source("municipality: {heading: Kommun}\n"
                + "trailer: {first_cells: [Antal], count: Kommun, on_difference: warn}");
        sends(MORA, UPPSALA, NYKOPING, "Antal: 4");

        runs();

        assertThat(archived()).hasSize(3);
        assertThat(world.output()).contains("control_total_deviates 1");
        assertThat(receipt("gemensam-lonecentral")).contains("control_total_deviates");
        runs();
        assertThat(world.output())
                .as("Told once, answered as long as it lies there")
                .doesNotContain("deviates");
        assertThat(receipt("gemensam-lonecentral")).contains("control_total_deviates");
    }

    @Test
    void rowsOfNobodyAreToldEveryNightUntilTheyAreMended() throws IOException {
        municipality("1880", "orebro", "lonelista");
        String ofAnotherSystem = MORA_AGAIN.replace("2062", "1880");
        String ofNobody = MORA_AGAIN.replace("2062", "");
        String broken = MORA_AGAIN.replace("2062;", "2062;;");
        sends(MORA, UPPSALA, NYKOPING, ofAnotherSystem, ofNobody, broken + ";x", "Summa;;;;;;;108,0;");

        for (int night = 0; night < 2; night++) {
            assertThat(runs()).isEqualTo(ExitCode.INCOMPLETE);
            assertThat(world.output()).contains("loner_2015.csv: wrong_field_count 1, unknown_municipality 2");
            assertThat(receipt("gemensam-lonecentral"))
                    .contains("GODKÄND MED ANMÄRKNING")
                    .contains("[unknown_municipality]")
                    .contains("rad 8 och 9, kolumn ”Kommun”")
                    .contains("rad 10");
        }
        assertThat(archived().values()).noneMatch(text -> text.contains("1880") || text.contains(";M2;"));
        assertThat(archived()).containsOnlyKeys("0380", "0480", "2062");

        sends(MORA, UPPSALA, NYKOPING, "Summa;;;;;;;76,0;");
        runs();
        assertThat(world.output()).doesNotContain("unknown_municipality");
        assertThat(world.home().receipts().resolve("gemensam-lonecentral")).isEmptyDirectory();
    }

    @Test
    void aMunicipalityThatIsGoneFromTheFileIsToldAndKeepsItsLastDelivery() throws IOException {
        sends(MORA, UPPSALA, "Summa;;;;;;;60,0;");
        runs();
        sends(MORA, "Summa;;;;;;;60,0;");
        runs();
        assertThat(world.manifests()).as("Refused as a whole").hasSize(2);
        sends(MORA, "Summa;;;;;;;40,0;");

        assertThat(runs()).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(world.output()).contains("REJECT  0380  absence").contains("empty_file 1");
        assertThat(world.manifests()).filteredOn(DeliveryManifest::isAccepted).hasSize(2);
    }

    @Test
    void whatAKilledRunLeftIsNeitherLostNorTakenTwice() throws IOException {
        sends(MORA, UPPSALA, NYKOPING, "Summa;;;;;;;76,0;");
        runs();
        Files.delete(world.home().intake().resolve(".seen.json"));
        Path half = world.home().intake().resolve("hr/lonecentral/2062/loner_2015.csv");
        Files.createDirectories(half.resolveSibling(""));
        Files.writeString(half, "\n" + HEADINGS + "\n");

        assertThat(runs()).isEqualTo(ExitCode.OK);

        assertThat(world.output()).contains("hr: 0 new, 3 unchanged");
        assertThat(partsLeft()).isEmpty();
    }

    @Test
    void whatCouldNotBeArchivedOneNightIsTheNext() throws IOException {
        Path inTheWay = world.home().archive().resolve("0480");
        Files.createDirectories(inTheWay.resolveSibling(""));
        Files.writeString(inTheWay, "a file where a folder has to be");
        sends(MORA, UPPSALA, NYKOPING, "Summa;;;;;;;76,0;");
        assertThat(runs()).isEqualTo(ExitCode.FAILED);
        Files.delete(inTheWay);

        assertThat(runs()).as(world.output()).isEqualTo(ExitCode.OK);

        assertThat(world.manifests()).hasSize(3);
        assertThat(archived()).containsOnlyKeys("0380", "0480", "2062");
        assertThat(partsLeft()).isEmpty();
    }

    @Test
    void aMunicipalityThatJoinsGetsTheRowsThatLayThere() throws IOException {
        Files.delete(world.config().resolve("municipalities/0480-nykoping.yaml"));
        sends(MORA, UPPSALA, NYKOPING, "Summa;;;;;;;76,0;");
        runs();
        assertThat(archived()).containsOnlyKeys("0380", "2062");

        municipality("0480", "nykoping");
        assertThat(runs()).isEqualTo(ExitCode.OK);

        assertThat(world.output()).contains("hr: 1 new, 2 unchanged");
        assertThat(archived()).containsOnlyKeys("0380", "0480", "2062");
    }

    /** Else the folder's owner would have the others' rows in its archive, under its key. */
    @Test
    void inTheFolderOfOneMunicipalityItIsNotTakenIn() throws IOException {
        Path theirs = Files.createDirectories(world.inbox().resolve("2062-mora"));
        Files.writeString(
                theirs.resolve("loner_2015.csv"), "utskick\r\n" + HEADINGS + "\r\n" + UPPSALA + "\r\n", THEIRS);

        runs();

        assertThat(world.output()).contains("loner_2015.csv: unknown_file");
        assertThat(archived()).isEmpty();
    }

    @Test
    void wordsAndPartsOfAFieldSayWhoseARowIs() throws IOException {
        source("municipality: {heading: Kommun, before: \" (\", codes: {Mora: \"2062\", Uppsala kommun: \"0380\"}}");
        sends(MORA.replaceFirst("2062", "Mora (W)"), UPPSALA.replaceFirst("380", "Uppsala kommun"));

        assertThat(runs()).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(archived()).containsOnlyKeys("0380", "2062");
        assertThat(world.output()).as("Nyköping has sent nothing").contains("MISSING 0480 absence");
    }

    @Test
    void aFixedWidthFileIsSplitByItsLines() throws IOException {
        Files.writeString(world.config().resolve("sources/hr/lonecentral/absence.yaml"), """
                delivers: absence
                files: ["loner_{year}.csv"]
                municipality: {heading: Kommun}
                format:
                  layout: fixed_width
                  fields:
                    Kommun: {start: 1, width: 4}
                    Nr: {start: 5, width: 3}
                    Anst.nr: {start: 8, width: 3}
                    Från: {start: 11, width: 10}
                columns: {absence_no: Nr, employment: Anst.nr, started_on: Från}
                fixed: {absence_reason_code: sjuk, extent_share: "1"}
                """);
        Path inbox = Files.createDirectories(world.inbox().resolve("lonecentral"));
        Files.writeString(inbox.resolve("loner_2015.csv"), """
                2062M1 10 2015-01-05
                0380U1 20 2015-01-06
                2062M2 11 2015-01-07
                """);

        runs();

        assertThat(archived())
                .containsEntry("2062", "2062M1 10 2015-01-05\n\n2062M2 11 2015-01-07\n")
                .containsEntry("0380", "\n0380U1 20 2015-01-06\n");
        assertThat(manifest("2062").rowsKept()).isEqualTo(2);
    }

    private void municipality(String code, String name) throws IOException {
        municipality(code, name, "lonecentral");
    }

    private void municipality(String code, String name, String system) throws IOException {
        Files.writeString(world.config().resolve("municipalities/" + code + "-" + name + ".yaml"), """
                code: "%s"
                name: %s
                sends: {hr: %s}
                """.formatted(
                        code, name, system));
    }

    private void source(String more) throws IOException {
        Path source = world.config().resolve("sources/hr/lonecentral/absence.yaml");
        Files.createDirectories(source.resolveSibling(""));
        Files.writeString(source, """
                delivers: absence
                files: ["loner_{year}.csv"]
                format: {separator: ";", charset: windows-1252, decimal: ",", preamble_lines: 1}
                columns:
                  absence_no: Nr
                  employment: Anst.nr
                  absence_reason_code: Orsak
                  started_on: Från
                  ended_on: Till
                  extent_share: Omf
                  scheduled_hours: Timmar
                codes:
                  absence_reason_code: {SJK: sjuk, VAB: vab}
                ignored: [Anm]
                reject_above_percent: 100
                """ + more + "\n");
    }

    private void sends(String... rows) throws IOException {
        Path inbox = Files.createDirectories(world.inbox().resolve("lonecentral"));
        Files.writeString(
                inbox.resolve("loner_2015.csv"),
                "utskick för alla\r\n" + HEADINGS + "\r\n" + String.join("\r\n", rows) + "\r\n",
                THEIRS);
    }

    private ExitCode runs() {
        return world.runs(JobName.HR, Optional.empty());
    }

    private DeliveryManifest manifest(String municipality) {
        return world.manifests().stream()
                .filter(manifest -> manifest.municipality().value().equals(municipality))
                .findFirst()
                .orElseThrow();
    }

    /** What each municipality's archive holds, opened with its own key. */
    private TreeMap<String, String> archived() throws IOException {
        var archive =
                new Archive(world.home().archive(), KeyRing.open(world.home().keys(), false));
        var texts = new TreeMap<String, String>();
        for (Delivery delivery : archive.deliveries()) {
            try (var in = archive.open(delivery)) {
                texts.merge(
                        delivery.municipality().value(),
                        new String(in.readAllBytes(), StandardCharsets.UTF_8),
                        String::concat);
            }
        }
        return texts;
    }

    private List<Path> partsLeft() throws IOException {
        try (Stream<Path> files = Files.walk(world.home().intake())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(".seen.json"))
                    .toList();
        }
    }

    private String receipt(String sender) throws IOException {
        try (Stream<Path> files = Files.list(world.home().receipts().resolve(sender))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .map(SharedFileNightTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replaceAll("\\s+", " ");
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
