package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.contract.InvalidConfiguration;
import se.trivsel.inbox.KeyRefused;
import se.trivsel.publish.Release;
import se.trivsel.publish.Releases;

class NightTest {
    private static final String MORA = "2062-mora";
    private static final Charset THEIRS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private SmallWorld world;

    @BeforeEach
    void world() {
        world = new SmallWorld(folder).knowsOnly("2062");
    }

    @Test
    void deliveriesBecomeFiguresAndTheSameNightAgainDoesNothing() throws IOException {
        world.receives(MORA);

        assertThat(world.runs()).as(world.output()).isEqualTo(ExitCode.OK);
        assertThat(world.lastLine())
                .startsWith("Done. OK=")
                .contains("REJECT=0 SKIP=0 TOTAL=44")
                .endsWith("exit 0");
        assertThat(world.asks("select count(*) > 500 from bi.measure_value where status = 'ok'"))
                .containsExactly(List.of("true"));
        String first = world.release().releaseId();
        List<Path> before = files(world.home().lake());

        assertThat(world.on("2018-01-09").runs()).isEqualTo(ExitCode.OK);
        assertThat(world.lastLine()).contains("OK=0 WARN=0 REJECT=0 SKIP=44 TOTAL=44");
        assertThat(world.release().releaseId())
                .as("Nothing new is not published again")
                .isEqualTo(first);
        assertThat(files(world.home().lake())).isEqualTo(before);
    }

    @Test
    void aCorrectedFileReplacesThePeriodAndTheOldDayCanBeAskedAgain() throws IOException {
        world.receives(MORA, "anst_", "franvaro", "arbetstid");
        world.runs();
        String before = sickLeave2015();
        Path absences = world.inbox().resolve(MORA).resolve("franvaro_2015.csv");
        List<String> lines = Files.readAllLines(absences, THEIRS);
        Files.write(absences, lines.subList(0, lines.size() / 2), THEIRS);

        world.on("2018-02-08").runs();
        assertThat(sickLeave2015()).isNotEqualTo(before);

        world.runs(JobName.BENCHMARK, Optional.of(LocalDate.parse("2018-01-31")));
        assertThat(sickLeave2015()).as("As known in January").isEqualTo(before);
        assertThat(world.release().releaseId()).isEqualTo("2018-01-31.1");
    }

    @Test
    void aCorrectionTakenBackIsNoLongerInUse() throws IOException {
        world.receives(MORA, "anst_", "franvaro_2015", "arbetstid");
        world.runs();
        String before = sickLeave2015();
        Path absences = world.inbox().resolve(MORA).resolve("franvaro_2015.csv");
        List<String> lines = Files.readAllLines(absences, THEIRS);
        Files.write(absences, lines.subList(0, lines.size() / 2), THEIRS);
        world.on("2018-01-09").runs();
        assertThat(sickLeave2015()).isNotEqualTo(before);

        Files.copy(SmallWorld.sample(MORA).resolve("franvaro_2015.csv"), absences, StandardCopyOption.REPLACE_EXISTING);

        assertThat(world.on("2018-01-10").runs()).as(world.output()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(sickLeave2015()).isEqualTo(before);
        world.on("2018-01-11").runs();
        assertThat(world.output()).as("And stays so").contains("hr: 0 new");
        assertThat(sickLeave2015()).isEqualTo(before);
    }

    @Test
    void twoFilesOfOneNameInTwoFoldersAreTakenInOnce() throws IOException {
        world.receives(MORA, "franvaro_2015");
        Path here = world.inbox().resolve(MORA).resolve("franvaro_2015.csv");
        Path there = world.inbox().resolve("2062-personal").resolve("franvaro_2015.csv");
        Files.createDirectories(there.resolveSibling(""));
        List<String> lines = Files.readAllLines(here, THEIRS);
        Files.write(here, lines, THEIRS);
        for (int night = 0; night < 4; night++) {
            if (night < 2) {
                Files.write(there, lines.subList(0, lines.size() - night), THEIRS);
            }
            world.on("2018-01-0" + (night + 1)).runs(JobName.HR, Optional.empty());
        }

        assertThat(world.manifests()).hasSize(2);
    }

    @Test
    void whatIsDueAndHasNotComeIsToldAndPublishedOnTheDayAfter() throws IOException {
        world.receives(MORA);
        Files.delete(world.inbox().resolve(MORA).resolve("franvaro_2016.csv"));
        Files.delete(world.inbox().resolve(MORA).resolve("franvaro_2017.csv"));

        assertThat(world.on("2017-02-15").runs()).as(world.output()).isEqualTo(ExitCode.OK);
        String first = world.release().releaseId();

        assertThat(world.on("2017-02-16").runs()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(world.output()).contains("LATE 2062 absence: 2016-01--2016-12 was due on 2017-02-15");
        assertThat(world.release().releaseId())
                .as("Nothing came, but that is news")
                .isNotEqualTo(first);
        assertThat(world.asks("select last_month, overdue_deliveries, next_due_on from bi.freshness"
                        + " where dataset = 'absence'"))
                .containsExactly(List.of("2015-12-01", "1", "2018-02-15"));

        world.on("2018-02-16").runs();
        assertThat(world.output())
                .contains("MISSING 2062 absence: 2016-01--2016-12 was due on 2017-02-15, and 1 after it");
    }

    private String sickLeave2015() {
        return world.asks("select value from bi.measure_value where measure_code = 'SF_TOT' and period_type = 'year'"
                        + " and period_start = date '2015-01-01' and group_code = 'alla'")
                .toString();
    }

    @Test
    void aRefusedFileLeavesTheLastAcceptedOneInUse() throws IOException {
        world.receives(MORA, "anst_", "franvaro", "arbetstid");
        world.runs();
        String before = sickLeave2015();
        Path absences = world.inbox().resolve(MORA).resolve("franvaro_2015.csv");
        String text = Files.readString(absences, THEIRS);
        Files.writeString(absences, text.replace(";SJK;", ";???;"), THEIRS);

        assertThat(world.on("2018-01-09").runs()).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(world.output()).contains("REJECT  2062  absence").contains("too_many_rejected 1");
        assertThat(sickLeave2015()).isEqualTo(before);
        assertThat(world.asks("select distinct is_stale from bi.measure_value where measure_code = 'SF_TOT'"
                        + " and period_type = 'year' and period_start = date '2015-01-01'"))
                .containsExactly(List.of("true"));
        assertThat(world.asks("select status from bi.delivery where dataset = 'absence' and period = '2015-01--2015-12'"
                        + " order by all"))
                .as("Both are accounted for")
                .hasSize(2);
        assertThat(texts(world.home().receipts()))
                .as("And the sender is told")
                .anyMatch(receipt -> receipt.contains("okända") || receipt.contains("Ordet finns inte"));

        world.on("2018-04-09").runs();
        assertThat(sickLeave2015()).as("Three months to the day").isEqualTo(before);
        world.on("2018-04-10").runs();
        assertThat(world.asks("select distinct value, status from bi.measure_value where measure_code = 'SF_TOT'"
                        + " and period_type = 'year' and period_start = date '2015-01-01'"))
                .as("Nobody sent it again")
                .containsExactly(List.of("null", "stale"));
    }

    @Test
    void aBrokenClaimHoldsTheReleaseAndTheOldOneStays() throws IOException {
        world.receives(MORA, "anst_");
        world.runs();
        String before = world.release().releaseId();
        Files.writeString(world.sql().resolve("90_quality/never.sql"), """
                -- This claim is broken on purpose.
                -- Severity: fail
                -- Remedy: Ta bort kontrollen.
                select 1 as broken;
                """);

        assertThat(world.on("2018-01-09").runs()).isEqualTo(ExitCode.FAILED);

        assertThat(world.output()).contains("FAIL never").contains("Ta bort kontrollen.");
        assertThat(world.release().releaseId()).isEqualTo(before);
    }

    @Test
    void whatWasRecalledIsNotPublishedAgainByItself() {
        world.receives(MORA, "anst_");
        world.runs();
        Release first = world.release();
        world.on("2018-01-09").receives(MORA, "franvaro_2015").runs();
        Release mistake = world.release();
        assertThat(mistake).isNotEqualTo(first);

        new Releases(world.home().published()).promote(first);
        world.on("2018-01-10").runs();
        assertThat(world.release()).isEqualTo(first);
        assertThat(world.output())
                .contains("nothing new since release " + mistake.releaseId() + ", which was recalled");

        world.on("2018-01-11").receives(MORA, "franvaro_2016").runs();
        assertThat(world.release()).isNotIn(first, mistake);
    }

    @Test
    void whatOnlyShowsBetweenDeliveriesIsAnsweredAndStaysAnswered() throws IOException {
        world.receives(MORA, "anst_", "franvaro");
        absenceOfAStranger();

        world.runs();
        assertThat(world.asks("select finding_count from bi.finding where finding_code = 'absence_outside_employment'"))
                .containsExactly(List.of("1"));
        assertThat(texts(world.home().receipts()))
                .filteredOn(NightTest::tellsOfTheStranger)
                .hasSize(3);
        List<Path> before = files(world.home().receipts());

        world.on("2018-01-09").runs();
        assertThat(world.output()).contains("nothing new since").contains("0 files written");
        assertThat(files(world.home().receipts())).isEqualTo(before);
    }

    @Test
    void findingsThatAreLostAreFoundAgain() throws IOException {
        world.receives(MORA, "anst_", "franvaro");
        absenceOfAStranger();
        world.runs();
        Files.delete(world.home().findings());

        world.on("2018-01-09").runs();

        assertThat(texts(world.home().receipts()))
                .filteredOn(NightTest::tellsOfTheStranger)
                .hasSize(3);
    }

    @Test
    void sendersAreAnsweredThoughTheReleaseIsHeld() throws IOException {
        world.receives(MORA, "anst_", "franvaro");
        absenceOfAStranger();
        Files.writeString(world.sql().resolve("90_quality/never.sql"), """
                -- This claim is broken on purpose.
                -- Severity: fail
                -- Remedy: Ta bort kontrollen.
                select 1 as broken;
                """);

        assertThat(world.runs()).isEqualTo(ExitCode.FAILED);

        assertThat(texts(world.home().receipts()))
                .filteredOn(NightTest::tellsOfTheStranger)
                .hasSize(3);
    }

    /** As a text, a page and a table. */
    private static boolean tellsOfTheStranger(String receipt) {
        return receipt.contains("absence_outside_employment");
    }

    /** Gives one absence the number of an employment that nobody has delivered. */
    private void absenceOfAStranger() throws IOException {
        Path absences = world.inbox().resolve(MORA).resolve("franvaro_2015.csv");
        String text = Files.readString(absences, THEIRS);
        Files.writeString(absences, text.replace("F100148;10015;", "F100148;99999;"), THEIRS);
    }

    @Test
    void aFileNobodyKnowsIsReportedEveryNight() throws IOException {
        world.receives(MORA, "anst_");
        Files.writeString(world.inbox().resolve(MORA).resolve("semesterlista.csv"), "a;b");

        assertThat(world.runs()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(world.output()).contains("semesterlista.csv: unknown_file");
        assertThat(texts(world.home().receipts()))
                .as("And its sender is told")
                .anyMatch(receipt -> receipt.contains("Filens namn stämmer inte"));
        world.on("2018-01-09").runs();
        assertThat(world.output()).contains("semesterlista.csv: unknown_file");

        Files.delete(world.inbox().resolve(MORA).resolve("semesterlista.csv"));
        world.on("2018-01-10").runs();
        assertThat(texts(world.home().receipts()))
                .as("Until it is gone")
                .noneMatch(receipt -> receipt.contains("Filens namn stämmer inte"));
    }

    @Test
    void aJobTakesInOnlyItsOwnKind() {
        world.receives(MORA);

        world.runs(JobName.INVOICE, Optional.empty());

        assertThat(world.manifests())
                .hasSize(4)
                .allMatch(manifest -> manifest.dataset().equals("ledger_line"));
        assertThat(Files.exists(world.home().published().resolve("current"))).isFalse();
    }

    @Test
    void aMunicipalityWithAKnownSystemIsOneFile() throws IOException {
        Files.writeString(world.config().resolve("municipalities/2039-alvdalen.yaml"), """
                # Made for this test.
                code: "2039"
                name: Älvdalen
                sends:
                  hr: lonelista
                """);
        Path theirs = Files.createDirectories(world.inbox().resolve("2039-alvdalen"));
        Files.copy(SmallWorld.sample(MORA).resolve("anst_201401-201712.csv"), theirs.resolve("anst_201401-201712.csv"));

        world.runs();

        assertThat(world.asks("select municipality_name from bi.municipality where municipality_code = '2039'"))
                .containsExactly(List.of("Älvdalen"));
        assertThat(world.asks("select count(*) > 0 from bi.measure_value where municipality_code = '2039'"
                        + " and measure_code = 'PO_EXT_EB' and status = 'ok'"))
                .containsExactly(List.of("true"));
    }

    /** The quarrel the product exists for: one and the same workplace, 12 % or 60 %. Nothing but YAML tells its layout. */
    @Test
    void oneWorkforceGivesTwelveAndSixtyPercentByDefinition() throws IOException {
        Files.writeString(world.config().resolve("municipalities/0999-gyllene.yaml"), """
                # A workforce made so that every definition can be counted by hand.
                code: "0999"
                name: Gyllene
                sends:
                  hr: golden
                """);
        Path golden = Files.createDirectories(world.config().resolve("sources/hr/golden"));
        copyResource("/golden/sources/employment.yaml", golden.resolve("employment.yaml"));
        copyResource("/golden/sources/absence.yaml", golden.resolve("absence.yaml"));
        Path parameters = world.config().resolve("parameters.yaml");
        Files.writeString(
                parameters,
                Files.readString(parameters)
                        .replaceFirst("turnover_snapshot_month: \\d+", "turnover_snapshot_month: 12"));
        Path inbox = Files.createDirectories(world.inbox().resolve("0999-gyllene"));
        copyResource("/golden/golden_turnover.csv", inbox.resolve("golden_turnover_201312-201412.csv"));
        copyResource("/golden/golden_leave.csv", inbox.resolve("golden_leave_201312-201412.csv"));

        world.runs();

        String ofTheYear = " where municipality_code = '0999' and group_code = 'socialsekreterare'"
                + " and period_type = 'year' and period_start = date '2014-01-01' and measure_code like 'PO_%'"
                + " order by measure_code";
        assertThat(world.asksAnalysts("select measure_code, round(100 * value, 1) from judged.figure" + ofTheYear))
                .as(world.output())
                .containsExactly(
                        List.of("PO_ALLA", "45.2"),
                        List.of("PO_ALLA_TV", "52.0"),
                        List.of("PO_BRUTTO", "52.0"),
                        List.of("PO_ENHET", "36.0"),
                        List.of("PO_EXT", "15.0"),
                        List.of("PO_EXT_EB", "12.0"),
                        List.of("PO_FRANVARO", "52.2"),
                        List.of("PO_FRANVARO_TV", "60.0"),
                        List.of("PO_KOLADA", "13.0"),
                        List.of("PO_NI_EXT", "15.0"),
                        List.of("PO_NI_INT", "26.0"),
                        List.of("PO_YRKE", "26.0"),
                        List.of("PO_YRKE_SNAP", "24.0"));
        // The others would tell which of the few counsellors beside them retired: the whole less these hundred is those
        // few.
        assertThat(world.asks("select measure_code, round(100 * value, 1) from bi.measure_value "
                        + ofTheYear.replace("order by", "and status = 'ok' order by")))
                .containsExactly(List.of("PO_EXT_EB", "12.0"), List.of("PO_KOLADA", "13.0"));
    }

    private static void copyResource(String name, Path target) throws IOException {
        try (var in = NightTest.class.getResourceAsStream(name)) {
            Files.copy(java.util.Objects.requireNonNull(in, name), target);
        }
    }

    @Test
    void anotherKeyThanBeforeStopsTheRun() throws IOException {
        world.receives(MORA, "anst_");
        world.runs();
        Files.writeString(world.home().keys().resolve("2062.key"), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

        assertThatThrownBy(() -> world.on("2018-01-09").runs()).isInstanceOf(KeyRefused.class);
    }

    @Test
    void aLostKeyIsNotReplacedByANewOne() throws IOException {
        world.receives(MORA, "anst_");
        world.runs();
        Files.delete(world.home().keys().resolve("2062.key"));

        assertThatThrownBy(() -> world.on("2018-01-09").runs())
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("2062.key");
        assertThat(world.home().keys().resolve("2062.key")).doesNotExist();
    }

    @Test
    void twoRunsAtOnceAreOneRun() throws IOException {
        world.receives(MORA, "anst_");
        try (var lock = RunLock.tryAcquire(world.home()).orElseThrow()) {
            assertThat(world.runs()).isEqualTo(ExitCode.LOCKED);
            assertThat(lock).isNotNull();
        }
        assertThat(world.manifests()).isEmpty();
    }

    @Test
    void everyFaultOfTheConfigurationIsToldAtOnce() throws IOException {
        Files.writeString(world.config().resolve("municipalities/2062-mora.yaml"), "code: 2062\nnam: Mora\n");
        Files.writeString(world.config().resolve("parameters.yaml"), "parametrar: {}\n");

        assertThatThrownBy(() -> world.runs())
                .isInstanceOfSatisfying(
                        InvalidConfiguration.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(problem -> problem.file())
                                .contains("municipalities/2062-mora.yaml", "parameters.yaml"));
    }

    @Test
    void rulesThatChangeReadTheDeliveryAgain() throws IOException {
        world.receives(MORA, "anst_");
        world.runs();
        Path source = world.config().resolve("sources/hr/lonelista/employment.yaml");
        Files.writeString(source, Files.readString(source) + "\nreject_above_percent: 7\n");

        world.on("2018-01-09").runs();

        assertThat(world.manifests())
                .hasSize(2)
                .extracting(manifest -> manifest.deliveryId())
                .containsOnly(world.manifests().get(0).deliveryId());
    }

    @Test
    void aReleaseThatWithdrawsMostIsHeldUntilThatIsMeant() throws IOException {
        world.receives(MORA, "anst_");
        world.runs();
        Release before = world.release();
        Path employed = world.inbox().resolve(MORA).resolve("anst_201401-201712.csv");
        List<String> lines = Files.readAllLines(employed, THEIRS);
        Files.write(employed, lines.subList(0, 3), THEIRS);

        assertThat(world.on("2018-01-09").runs()).isEqualTo(ExitCode.FAILED);
        assertThat(world.output()).contains("FAIL most_figures_are_still_shown").contains("withdrawn_percent_of_all");
        assertThat(world.release()).isEqualTo(before);

        mayWithdrawMost();
        world.on("2018-01-10").runs();
        assertThat(world.release()).isNotEqualTo(before);
    }

    private void mayWithdrawMost() throws IOException {
        Path parameters = world.config().resolve("parameters.yaml");
        Files.writeString(
                parameters,
                Files.readString(parameters)
                        .replaceFirst("withdrawn_percent_of_all: \\d+", "withdrawn_percent_of_all: 100"));
    }

    @Test
    void theLastRulesOfADayCountAlsoWhenTheyAreThoseOfTheMorning() throws IOException {
        mayWithdrawMost();
        world.receives(MORA, "anst_");
        world.runs();
        String kept = "select sum(rows_kept) from bi.delivery";
        List<List<String>> all = world.asks(kept);
        Path source = world.config().resolve("sources/hr/lonelista/employment.yaml");
        String agreed = Files.readString(source);
        String without =
                agreed.replaceFirst("(?m)^    \"?[^\"\n]+\"?: socialsekreterare$", "    \"-\": socialsekreterare");
        assertThat(without).isNotEqualTo(agreed);

        for (int mending = 1; mending <= 4; mending++) {
            Files.writeString(source, without + "\nreject_above_percent: 9" + mending + "\n");
            world.runs();
            assertThat(world.asks(kept)).isNotEqualTo(all);
            Files.writeString(source, mending < 4 ? agreed + "\nreject_above_percent: 9" + mending + "\n" : agreed);
            world.runs();
            assertThat(world.asks(kept)).as("mending " + mending).isEqualTo(all);
        }
    }

    @Test
    void nothingOutsideTheProtectedZoneHoldsAPersonalNumber() throws IOException {
        world.receives(MORA);
        world.runs();

        for (Path zone : List.of(
                world.home().receipts(), world.home().runs(), world.home().jobs())) {
            for (String text : texts(zone)) {
                assertThat(text).doesNotContainPattern("(19|20)\\d{6}-?23[89]\\d");
            }
        }
        for (List<String> column : world.asks("select table_name, column_name from duckdb_columns()"
                + " where schema_name = 'bi' and data_type = 'VARCHAR'")) {
            assertThat(world.asks("select count(*) from bi." + column.get(0) + " where regexp_matches(" + column.get(1)
                            + ", '(19|20)[0-9]{6}-?23[89][0-9]')"))
                    .as(column.toString())
                    .containsExactly(List.of("0"));
        }
    }

    private static List<String> texts(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(NightTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1) + Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException notText) {
            try {
                return Files.readString(file, StandardCharsets.ISO_8859_1);
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
