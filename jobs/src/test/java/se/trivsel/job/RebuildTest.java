package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.trivsel.inbox.Archive;
import se.trivsel.publish.Release;
import se.trivsel.publish.ReleasedDelivery;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.Home;

/** Five releases of which only the last is kept, and what is made again of them. */
class RebuildTest {
    private static final String MORA = "2062-mora";
    private static final Charset THEIRS = Charset.forName("windows-1252");
    private static final String FIRST = "2018-01-08.1";
    private static final String CORRECTED = "2018-01-08.2";
    private static final String REDEFINED = "2018-01-09.1";
    private static final String READ_OTHERWISE = "2018-01-10.1";
    private static final String LOOKING_BACK = "2018-01-08.3";
    private static final ProgramVersion PROGRAM = ProgramVersion.ofThisBuild();

    @TempDir
    static Path shared;

    private static SmallWorld world;

    private static Home original;

    @TempDir
    Path folder;

    private Home home;

    private final List<String> told = new ArrayList<>();

    @BeforeAll
    static void fiveReleases() throws IOException {
        world = new SmallWorld(shared).knowsOnly("2062").receives(MORA, "anst_", "franvaro_2015", "arbetstid");
        change(world.config().resolve("application.yaml"), "keep-releases: 14", "keep-releases: 1");
        world.runs();
        Path absences = world.inbox().resolve(MORA).resolve("franvaro_2015.csv");
        List<String> lines = Files.readAllLines(absences, THEIRS);
        Files.write(absences, lines.subList(0, lines.size() / 2), THEIRS);
        world.later().runs();
        change(world.config().resolve("measures/SF_TOT.yaml"), "smallest_group: 11", "smallest_group: 1");
        change(world.sql().resolve("60_bi/municipality.sql"), "    sort_order\n", "    sort_order + 1 as sort_order\n");
        world.on("2018-01-09").runs();
        change(world.config().resolve("sources/hr/lonelista/absence.yaml"), "\"SJR\": sjuk_rehab", "\"SJR\": sjuk");
        world.on("2018-01-10").runs();
        // The clock has been set back by a day.
        world.on("2018-01-09").later().runs(JobName.BENCHMARK, Optional.of(LocalDate.parse("2018-01-08")));
        original = world.home();
    }

    private static void change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @BeforeEach
    void aHomeToSpoil() {
        home = new Home(folder.resolve("home"));
        SmallWorld.copy(original.root(), home.root());
    }

    @Test
    void whatWasPublishedStaysKnownThoughItIsPruned() {
        var releases = new Releases(original.published());

        assertThat(releases.history())
                .extracting(Release::releaseId)
                .containsExactly(FIRST, CORRECTED, REDEFINED, READ_OTHERWISE, LOOKING_BACK);
        assertThat(releases.list()).extracting(Release::releaseId).containsExactly(LOOKING_BACK);
    }

    @Test
    void whatAKilledRunPublishedIsNotedByTheNext() throws IOException {
        Path noted = original.history().resolve(LOOKING_BACK + ".json");
        Files.delete(noted);

        world.runs(JobName.BENCHMARK, Optional.of(LocalDate.parse("2018-01-08")));

        assertThat(world.output()).contains("nothing new since release " + LOOKING_BACK);
        assertThat(noted).hasSameTextualContentAs(original.published().resolve("current/manifest.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {FIRST, CORRECTED})
    void aReleaseIsMadeAgainFromTheArchiveWhateverIsInTheLake(String releaseId) throws Exception {
        for (Path rows : under(home.lake(), ".parquet")) {
            Files.writeString(rows, "not what was read");
        }
        Map<String, String> before = files();

        ExitCode exit = rebuild(releaseId);

        assertThat(told)
                .satisfiesExactly(
                        read -> assertThat(read).endsWith(" readings were made again from the archive."),
                        same -> assertThat(same).startsWith("Its content is what was published: "),
                        summary -> assertThat(summary)
                                .isEqualTo("Release " + releaseId + " can be made again, and is what was published."));
        assertThat(exit).isEqualTo(ExitCode.OK);
        assertThat(files()).as("Nothing is written or left").isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({READ_OTHERWISE + ", 7 of 9, 2 of 9", LOOKING_BACK + ", 5 of 7, 2 of 7"})
    void whatWasReadByOlderRulesIsTakenAsItIs(String releaseId, String again, String older) throws Exception {
        ExitCode exit = Rebuild.of(
                release(releaseId),
                home,
                OperatingSettings.read(world.config(), home),
                new ProgramVersion("9.9.9"),
                told::add);

        assertThat(told.subList(0, 3))
                .containsExactly(
                        "It was made by version " + PROGRAM.version() + " of the program, and is made again by 9.9.9.",
                        again + " readings were made again from the archive.",
                        older + " readings were made by older rules and are taken as they are.");
        assertThat(exit).as(told.toString()).isEqualTo(ExitCode.OK);
    }

    @Test
    void olderRowsThatAreGoneAreTold() throws Exception {
        for (Path rows : under(home.lake().resolve("dataset=absence"), ".parquet")) {
            Files.delete(rows);
        }

        ExitCode exit = rebuild(LOOKING_BACK);

        assertThat(exit).isEqualTo(ExitCode.FAILED);
        assertThat(told)
                .filteredOn(one -> one.matches("The rows of reading 2062-absence-\\S+ are gone from the lake."))
                .hasSize(2);
    }

    @Test
    void anArchiveThatIsAnotherIsToldAndNothingIsBuilt() throws Exception {
        Path absence = archived("2062-absence");
        Path employment = archived("2062-employment");
        Path workTime = archived("2062-work_time");
        Files.copy(employment, absence, StandardCopyOption.REPLACE_EXISTING);
        byte[] sealed = Files.readAllBytes(workTime);
        sealed[sealed.length / 2]++;
        Files.write(workTime, sealed);
        Files.delete(employment);
        Map<String, String> before = files();

        ExitCode exit = rebuild(FIRST);

        assertThat(exit).isEqualTo(ExitCode.FAILED);
        assertThat(told)
                .contains(
                        "3 of 6 readings were made again from the archive.",
                        "Delivery " + name(absence) + " is another in the archive than was read then.",
                        "Delivery " + name(workTime) + " is damaged in the archive.",
                        "Delivery " + name(employment) + " is no longer in the archive.")
                .noneMatch(one -> one.startsWith("Its content"));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aReadingThatComesOutOtherwiseIsNamed() throws Exception {
        Path manifest = under(home.lake().resolve("_manifests"), ".json").stream()
                .filter(file -> file.getFileName().toString().startsWith("2062-employment"))
                .findFirst()
                .orElseThrow();
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("(\"rowsKept\" : )(\\d+)", "$11$2"));

        ExitCode exit = rebuild(FIRST);

        assertThat(exit).isEqualTo(ExitCode.FAILED);
        assertThat(told)
                .anyMatch(one -> one.startsWith("Reading 2062-employment-") && one.contains(" comes out otherwise: "));
    }

    @Test
    void aDeliveryThatIsGoneFromTheLakeIsTold() throws Exception {
        for (Path manifest : under(home.lake().resolve("_manifests"), ".json")) {
            if (manifest.getFileName().toString().startsWith("2062-employment")) {
                Files.delete(manifest);
            }
        }

        assertThat(rebuild(FIRST)).isEqualTo(ExitCode.FAILED);
        assertThat(told.get(0))
                .matches("Delivery 2062-employment-\\S+, which it stands on, is not in the lake any more.");
    }

    @Test
    void anotherContentIsToldByObject() throws Exception {
        Path manifest = home.history().resolve(FIRST + ".json");
        String published = Files.readString(manifest);
        Files.writeString(
                manifest,
                published
                        .replaceFirst("(\"content_hash\" : \")....", "$10000")
                        .replaceFirst("(\"municipality\" : )1", "$12")
                        .replaceFirst("(\"bi/measure_value.csv\" : \")....", "$10000"));

        ExitCode exit = rebuild(FIRST);

        assertThat(exit).isEqualTo(ExitCode.FAILED);
        assertThat(told.get(1)).startsWith("Its content is another than was published: 0000");
        assertThat(told.subList(2, 4))
                .satisfiesExactly(
                        values -> assertThat(values).matches("bi.measure_value: \\d+ rows, some of them others now"),
                        municipalities -> assertThat(municipalities).isEqualTo("bi.municipality: 2 rows, now 1 rows"));
    }

    @Test
    void definitionsThatAreGoneOrChangedAreTold() throws Exception {
        Release release = release(FIRST);
        Path kept = home.definitions().resolve(release.definitionsHash().orElseThrow() + ".zip");
        Path others =
                home.definitions().resolve(release(REDEFINED).definitionsHash().orElseThrow() + ".zip");
        Files.copy(others, kept, StandardCopyOption.REPLACE_EXISTING);

        assertThat(rebuild(FIRST)).isEqualTo(ExitCode.FAILED);
        Files.writeString(kept, "not a zip");
        assertThat(rebuild(FIRST)).isEqualTo(ExitCode.FAILED);
        Files.delete(kept);
        assertThat(rebuild(FIRST)).isEqualTo(ExitCode.FAILED);

        assertThat(told)
                .filteredOn(one -> one.startsWith("Its definitions are gone: "))
                .hasSize(3);
    }

    @Test
    void oneReleaseIsMadeAgainAtATime() throws Exception {
        try (var lock = RunLock.tryAcquireForRebuild(home).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(rebuild(FIRST)).isEqualTo(ExitCode.LOCKED);
        }
    }

    private ExitCode rebuild(String releaseId) throws Exception {
        return Rebuild.of(release(releaseId), home, OperatingSettings.read(world.config(), home), PROGRAM, told::add);
    }

    private Release release(String releaseId) {
        return new Releases(home.published()).published(releaseId).orElseThrow();
    }

    /** The sealed content of a delivery that the first release stands on. */
    private Path archived(String start) {
        String delivery = release(FIRST).deliveries().stream()
                .map(ReleasedDelivery::deliveryId)
                .filter(id -> id.startsWith(start))
                .findFirst()
                .orElseThrow();
        return home.archive().resolve("2062").resolve(delivery).resolve("content.sealed");
    }

    private static String name(Path content) {
        return content.resolveSibling("").getFileName().toString();
    }

    private static List<Path> under(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    /** Every file of the home with its hash, and every folder; not the lock, which stays and means nothing. */
    private Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        for (Path file : under(home.root(), "")) {
            if (!file.endsWith("rebuild.lock")) {
                files.put(
                        home.root().relativize(file).toString(),
                        Files.isDirectory(file) ? "folder" : Archive.hash(file));
            }
        }
        return files;
    }
}
