package se.trivsel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.trivsel.housekeeping.Housekeeping;
import se.trivsel.housekeeping.RetentionProtocol;
import se.trivsel.inbox.Archive;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.Disposal;
import se.trivsel.inbox.Json;
import se.trivsel.inbox.KeyRing;
import se.trivsel.job.ExitCode;
import se.trivsel.job.Retention;
import se.trivsel.job.RunLock;
import se.trivsel.job.SmallWorld;
import se.trivsel.lake.Lake;
import se.trivsel.publish.Release;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.Home;

/** A year of absence that comes with two bad rows, then unreadable, then well; and what is removed of it when its time is over. */
class HousekeepingCommandTest {
    private static final Charset THEIRS = Charset.forName("windows-1252");
    private static final String MORA = "2062-mora";
    private static final String ABSENCES = "franvaro_2015.csv";
    private static final LocalDate LAST_NIGHT = LocalDate.parse("2018-03-10");

    @TempDir
    static Path shared;

    private static SmallWorld original;

    @TempDir
    Path folder;

    private SmallWorld world;
    private Home home;
    private final StringWriter written = new StringWriter();

    @BeforeAll
    static void threeNights() throws IOException {
        original = new SmallWorld(shared).knowsOnly("2062").receives(MORA, "anst_", ABSENCES, "arbetstid_2015");
        Path absences = original.inbox().resolve(MORA).resolve(ABSENCES);
        List<String> well = Files.readAllLines(absences, THEIRS);
        Files.write(absences, withUnknownReasons(well, 2), THEIRS);
        original.on("2018-01-08").runs();
        Files.write(absences, withUnknownReasons(well, well.size() - 1), THEIRS);
        original.on("2018-02-09").runs();
        Files.write(absences, well, THEIRS);
        original.on(LAST_NIGHT.toString()).runs();
    }

    private static List<String> withUnknownReasons(List<String> lines, int rows) {
        return Stream.concat(
                        Stream.of(lines.get(0)),
                        Stream.concat(
                                lines.subList(1, rows + 1).stream()
                                        .map(row -> row.replaceFirst("^([^;]*;[^;]*);[^;]*", "$1;NYTT")),
                                lines.subList(rows + 1, lines.size()).stream()))
                .toList();
    }

    @BeforeEach
    void aHomeToRemoveFrom() throws IOException {
        copy(original.home().root(), folder.resolve("home"));
        copy(original.inbox(), folder.resolve("inbox"));
        world = new SmallWorld(folder).knowsOnly("2062");
        home = world.home();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    @Test
    void whatNoRuleNamesIsKept() throws IOException {
        assertThat(command("2048-01-01")).isZero();

        assertThat(written.toString())
                .isEqualTo("No rule says that anything goes: see trivsel.retention in application.yaml.\n");
        assertThat(home.protocols()).doesNotExist();
    }

    @Test
    void aDryRunTellsWhatWouldGoAndRemovesNothing() throws IOException {
        rule("received: P2M", "superseded: {absence: P1D}", "quarantine: P3Y", "runs: P1M");
        long archived = contents().size();

        assertThat(command("2018-03-12", "--dry-run")).isZero();

        assertThat(written.toString())
                .containsPattern("received +\\| P2M +\\| +3 \\| +[\\d,]+ \\| 2018-01-08")
                .containsPattern("superseded.absence +\\| P1D +\\| +1 \\|")
                .doesNotContain("quarantine ")
                .containsPattern("runs +\\| P1M +\\| +2 \\|")
                .contains("from the archive alone any more, but also from rows of the lake: release 2018-01-08.1, ")
                .endsWith("Nothing was removed.\n");
        assertThat(contents()).hasSize((int) archived);
        assertThat(home.protocols()).doesNotExist();
    }

    @Test
    void whatALaterDeliveryReplacesIsRemovedAndWhatIsInUseIsNot() throws IOException {
        RetentionProtocol protocol = housekeeping(Map.of("superseded.absence", Period.ofMonths(1)), "2018-04-10")
                .run()
                .orElseThrow();

        assertThat(protocol.removed()).singleElement().satisfies(absence -> {
            assertThat(absence.items()).isEqualTo(2);
            assertThat(absence.oldest()).as("since it was replaced").isEqualTo(LAST_NIGHT);
        });
        assertThat(deliveries("absence"))
                .extracting(delivery -> archive().disposal(delivery.id()).isPresent())
                .as("in the order they came")
                .containsExactly(true, true, false);
        assertThat(contents()).hasSize(3);
        assertThat(kept()).isEqualTo(protocol);
    }

    @Test
    void aRefusedFileIsKeptUntilItsCorrectionCame() throws IOException {
        for (Path manifest : under(home.lake().resolve("_manifests"), ".json")) {
            boolean isCorrection = Files.readString(manifest).contains("\"receivedAt\" : \"" + LAST_NIGHT);
            if (isCorrection) {
                Files.delete(manifest);
            }
        }

        housekeeping(Map.of("received", Period.ofDays(1)), "2018-04-10").run();

        assertThat(deliveries("absence"))
                .extracting(delivery -> archive().disposal(delivery.id()).isPresent())
                .as("accepted, refused, and not read")
                .containsExactly(true, false, false);
    }

    @Test
    void theSameFilesDoNotComeInAgainAndNewRulesReadWhatIsLeft() throws IOException {
        housekeeping(Map.of("received", Period.ofMonths(1)), "2018-03-10").run();
        int readings = new Lake(home).manifests().size();
        Path source = world.config().resolve("sources/hr/lonelista/absence.yaml");
        Files.writeString(source, Files.readString(source).replace("\"SJR\": sjuk_rehab", "\"SJR\": sjuk"));

        assertThat(world.on("2018-03-11").runs()).as(world.output()).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(new Lake(home).manifests())
                .as("Of three absences one has its bytes")
                .hasSize(readings + 1);
        assertThat(world.output()).contains("hr: 0 new, 3 unchanged");
    }

    @Test
    void aNightAfterItHasNothingToDo() throws IOException {
        housekeeping(
                        Map.of(
                                "received", Period.ofDays(1),
                                "quarantine", Period.ofDays(1),
                                "runs", Period.ofDays(1),
                                "jobs", Period.ofDays(1)),
                        "2019-03-10")
                .run();

        world.on(LAST_NIGHT.toString()).runs();

        assertThat(world.output())
                .contains("nothing new since release " + current().releaseId());
        assertThat(contents()).isEmpty();
    }

    @Test
    void aReleaseIsStillMadeAgainAndNamesWhatIsTakenFromTheLake() throws IOException {
        housekeeping(Map.of("superseded.absence", Period.ofMonths(1)), "2018-04-10")
                .run();
        String gone = deliveries("absence").get(0).id();

        assertThat(release(
                        "verify",
                        "2018-01-08.1",
                        "--rebuild",
                        "--config",
                        world.config().toString()))
                .as(written.toString())
                .isZero();

        assertThat(written.toString())
                .contains("Delivery " + gone + " is no longer in the archive, disposed of on 2018-04-10 by the rule"
                        + " superseded.absence (P1M), protocol 20180410T033000Z-retention.json: reading " + gone)
                .contains("2 of 3 readings were made again from the archive.")
                .contains("Release 2018-01-08.1 can be made again, and is what was published.");
    }

    @Test
    void readersOfAReleaseAreToldWhatIsGone() throws IOException {
        housekeeping(Map.of("received", Period.ofDays(1)), "2018-04-10").run();
        String absence = deliveries("absence").get(2).id();

        assertThat(release("show")).isZero();
        assertThat(written.toString())
                .contains("gone         " + absence + ": disposed of on 2018-04-10 by the rule received (P1D)");

        assertThat(explain("SF_TOT", "2062", "2015")).as(written.toString()).isZero();
        assertThat(written.toString().replaceAll("\\s+", " "))
                .contains("Filen i leveransen " + absence
                        + " är gallrad 2018-04-10 enligt regeln received: dess rader kan" + " inte läsas på nytt.");
    }

    @Test
    void rejectedRowsAreRemovedAndStayCounted() throws IOException {
        var protocol = housekeeping(Map.of("quarantine", Period.ofMonths(2)), "2018-03-12")
                .run()
                .orElseThrow();
        String reading = protocol.removed().get(0).names().get(0);

        assertThat(under(home.quarantine(), ".sealed"))
                .as("that of the second delivery")
                .hasSize(1);
        assertThat(command("quarantine", "list")).isZero();
        assertThat(written.toString())
                .contains("2 of 115 rows rejected")
                .contains("the rows are disposed of on 2018-03-12 by the rule quarantine (P2M)");

        assertThat(command("quarantine", "show", deliveries("absence").get(0).id()))
                .isZero();
        assertThat(written.toString()).doesNotContain("NYTT");
        assertThat(reading).startsWith(deliveries("absence").get(0).id());
    }

    @Test
    void rowsOutOfAQuarantineThatIsGoneAreNotCountedAsNone() throws IOException {
        housekeeping(Map.of("quarantine", Period.ofDays(1)), "2018-03-12").run();
        Path source = world.config().resolve("sources/hr/lonelista/absence.yaml");
        Files.writeString(source, Files.readString(source).replace("\"SJR\":", "\"NYTT\": sjuk\n    \"SJR\":"));

        world.on("2018-03-13").runs();

        String first = deliveries("absence").get(0).id();
        assertThat(new Lake(home).newestReadings().get(first).rowsRejected()).isZero();
        assertThat(new Lake(home).newestReadings().get(first).replay()).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsNotReplayedAndSaysSo() throws IOException {
        housekeeping(Map.of("superseded.absence", Period.ofDays(1)), "2018-03-12")
                .run();
        Path source = world.config().resolve("sources/hr/lonelista/absence.yaml");
        Files.writeString(source, Files.readString(source).replace("\"SJR\":", "\"NYTT\": sjuk\n    \"SJR\":"));

        assertThat(command("quarantine", "replay", "--config", world.config().toString()))
                .isZero();

        assertThat(written.toString())
                .contains(deliveries("absence").get(0).id()
                        + "  cannot be read again: disposed of on 2018-03-12 by the rule");
    }

    @Test
    void theNewestRunAndJobStay() throws IOException {
        housekeeping(Map.of("runs", Period.ofDays(1), "jobs", Period.ofDays(1)), "2048-01-01")
                .run();

        try (Stream<Path> runs = Files.list(home.runs())) {
            assertThat(runs).singleElement().satisfies(run -> assertThat(run).hasFileName("20180310T033000Z"));
        }
        assertThat(housekeeping(Map.of("jobs", Period.ofDays(1)), "2048-01-01")
                        .plan()
                        .orElseThrow()
                        .removed())
                .isEmpty();
        assertThat(world.on("2018-03-11").runs()).as(world.output()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(housekeeping(Map.of("jobs", Period.ofDays(1)), "2048-01-01")
                        .plan()
                        .orElseThrow()
                        .removed())
                .singleElement()
                .satisfies(jobs -> assertThat(jobs.items()).isOne());
    }

    @Test
    void aHousekeepingThatIsCutOffIsGoneOnWith() throws IOException {
        var housekeeping = housekeeping(Map.of("received", Period.ofDays(1)), "2018-04-10");
        Path obstacle = home.archive()
                .resolve("2062")
                .resolve(deliveries("work_time").get(0).id())
                .resolve(".disposal.json.part");
        Files.createDirectory(obstacle);

        assertThat(catchThrowable(housekeeping::run)).isInstanceOf(FileSystemException.class);
        assertThat(contents()).as("All but the last").hasSize(1);
        assertThat(kept().endedAt()).isEmpty();
        Files.delete(obstacle);
        RetentionProtocol rest = housekeeping.run().orElseThrow();

        assertThat(rest.removed())
                .singleElement()
                .satisfies(one -> assertThat(one.items()).isOne());
        assertThat(contents()).isEmpty();
        assertThat(under(home.protocols(), ".json"))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("20180410T033000Z-retention-2.json", "20180410T033000Z-retention.json");
    }

    @Test
    void whatWasGivenUpBeforeAKillIsNotReadAndGoesWhateverTheRulesSayNow() throws IOException {
        Delivery first = deliveries("absence").get(0);
        Files.write(
                home.archive().resolve("2062").resolve(first.id()).resolve("disposal.json"),
                Json.write(new Disposal("received", Period.ofDays(1), LAST_NIGHT, "cut-off.json")));

        RetentionProtocol protocol = housekeeping(Map.of(), "2018-04-10").run().orElseThrow();

        assertThat(protocol.removed()).singleElement().satisfies(one -> {
            assertThat(one.rule()).isEqualTo("received");
            assertThat(one.names()).containsExactly(first.id());
        });
        assertThat(contents()).hasSize(4);
    }

    @Test
    void nothingIsDoneWhileARunGoesOn() throws IOException {
        rule("received: P1D");
        try (RunLock lock = RunLock.tryAcquire(home).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(command("2048-01-01")).isEqualTo(ExitCode.LOCKED.code());
        }
        try (RunLock lock = RunLock.tryAcquireForRebuild(home).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(command("2048-01-01")).isEqualTo(ExitCode.LOCKED.code());
        }
        assertThat(contents()).hasSize(5);
    }

    @Test
    void aRuleForADatasetWithTwoWordsHolds() throws IOException {
        rule("superseded: {work_time: P1D}");

        assertThat(command("2048-01-01", "--json")).isZero();

        assertThat(written.toString()).contains("\"superseded.work_time\" : \"P1D\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recieved: P1M | trivsel.retention.recieved is no rule; there are received, superseded.<dataset>, quarantine, runs and jobs",
                "runs: P0D | trivsel.retention.runs has to be a period such as P24M, not P0D",
                "'superseded: {absences: P1M}' | trivsel.retention.superseded.absences names no dataset.",
                "runs: always | trivsel.retention.runs has to be a period such as P24M, not always"
            })
    void aRuleThatCannotBeIsRefused(String rule, String told) throws IOException {
        rule(rule);

        assertThat(command("housekeeping", "--config", world.config().toString()))
                .isEqualTo(ExitCode.NOT_RUNNABLE.code());

        assertThat(written.toString()).startsWith("application.yaml: ").contains(told);
    }

    private void rule(String... rules) throws IOException {
        Path settings = world.config().resolve("application.yaml");
        String text = Files.readString(settings);
        Files.writeString(
                settings,
                text.replaceFirst(
                        "  retention:.*\n(    .*\n)*", "  retention:\n    " + String.join("\n    ", rules) + "\n"));
    }

    private Housekeeping housekeeping(Map<String, Period> rules, String day) {
        return new Housekeeping(home, world.config(), new Retention(rules), at(day));
    }

    private static Clock at(String day) {
        return Clock.fixed(Instant.parse(day + "T03:30:00Z"), ZoneOffset.UTC);
    }

    /** Of {@code housekeeping} on a day, or another command by its name. */
    private int command(String first, String... others) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        boolean isDay = Character.isDigit(first.charAt(0));
        Object command = isDay ? new HousekeepingCommand(out, at(first)) : new RootCommand();
        Stream<String> options = isDay ? Stream.of("--config", world.config().toString()) : Stream.of(first);
        return execute(command, Stream.concat(options, Stream.of(others)), bytes);
    }

    private int release(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        return execute(
                new ReleaseCommand(new PrintStream(bytes, true, StandardCharsets.UTF_8)), Stream.of(arguments), bytes);
    }

    private int explain(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return execute(new ExplainCommand(out, out), Stream.of(arguments), bytes);
    }

    private int execute(Object command, Stream<String> arguments, ByteArrayOutputStream printed) {
        written.getBuffer().setLength(0);
        int exit = RootCommand.commandLine(command)
                .setOut(new PrintWriter(written))
                .setErr(new PrintWriter(written))
                .execute(
                        Stream.concat(arguments, Stream.of("--home", home.root().toString()))
                                .toArray(String[]::new));
        written.write(printed.toString(StandardCharsets.UTF_8));
        return exit;
    }

    private Archive archive() {
        return new Archive(home.archive(), KeyRing.open(home.keys(), false));
    }

    private List<Delivery> deliveries(String dataset) {
        return archive().deliveries().stream()
                .filter(delivery -> delivery.dataset().equals(dataset))
                .sorted(Comparator.comparing(Delivery::receivedAt))
                .toList();
    }

    private Release current() {
        return new Releases(home.published()).current().orElseThrow();
    }

    private RetentionProtocol kept() throws IOException {
        return Json.read(Files.readAllBytes(under(home.protocols(), ".json").get(0)), RetentionProtocol.class);
    }

    private List<Path> contents() throws IOException {
        return under(home.archive(), "content.sealed");
    }

    private static List<Path> under(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
