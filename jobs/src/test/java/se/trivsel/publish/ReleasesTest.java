package se.trivsel.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.trivsel.publish.CandidateFiles.candidate;
import static se.trivsel.publish.CandidateFiles.candidateOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleasesTest {
    private static final LocalDate AS_OF = LocalDate.of(2017, 12, 31);

    @TempDir
    private Path folder;

    private Path published;
    private Releases releases;

    @BeforeEach
    void openReleases() {
        published = folder.resolve("published");
        releases = new Releases(published);
    }

    @Test
    void thereIsNoReleaseBeforeTheFirst() {
        assertThat(releases.current()).isEmpty();
        assertThat(releases.list()).isEmpty();
        assertThat(releases.nextId(AS_OF)).isEqualTo("2017-12-31.1");
    }

    @Test
    void aReleaseSaysWhatItIs() throws SQLException {
        var release = releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);

        assertThat(releases.current()).contains(release);
        assertThat(release.asOf()).isEqualTo(AS_OF);
        assertThat(release.publishedAt()).isEqualTo(Instant.parse("2018-01-08T02:30:01Z"));
        assertThat(release.inputHash()).isEqualTo("input");
        assertThat(release.rowCounts()).isEqualTo(Map.of("measure_value", 3L, "municipality", 3L));
        assertThat(release.deliveries()).containsExactly(new ReleasedDelivery("0380-absence-2015", "ab12"));
        assertThat(release.files())
                .containsOnlyKeys(
                        "analyst.duckdb",
                        "trivsel.duckdb",
                        "bi/measure_value.csv",
                        "bi/measure_value.parquet",
                        "bi/municipality.csv",
                        "bi/municipality.parquet");
    }

    @Test
    void whoeverIsProtectedIsInNoRowOfTheAnalystsFileAndInEveryCount() throws SQLException {
        releases.publish(candidateOf(folder, "2017-12-31.1", """
                        insert into protected.pseudonym values ('0380', 'anna'), ('0380', 'e1');
                        insert into basis.protected_line values ('d1', 2);
                        create schema core;
                        create table core.employment as
                        select * from (values ('d1', 2, 'anna', 'e1', null, 'U1'), ('d1', 3, 'bo', 'e2', 'e1', 'U1'))
                        as row (delivery_id, line_no, person_key, employment_key, manager_employment_key, unit_code);
                        create schema answer;
                        create table answer.finding as
                        select * from (values ('d1', 2, 'U1'), ('d1', 3, 'U1')) as row (delivery_id, line_no, unit_code);
                        create view bi.finding as
                        select delivery_id, count(*) as finding_count from answer.finding group by delivery_id;
                        comment on view bi.finding is 'Anmärkningar';
                        """), 3, CandidateFiles.LIMITS);

        assertThat(column(analyst(), "select concat_ws(' ', person_key, manager_employment_key) from core.employment"))
                .containsExactly("bo");
        assertThat(column(analyst(), "select concat_ws(' ', line_no, unit_code) from answer.finding order by all"))
                .containsExactly("", "3 U1");
        assertThat(column(analyst(), "select finding_count from bi.finding"))
                .isEqualTo(column(served(), "select finding_count from bi.finding"))
                .containsExactly("2");
        assertThat(column(analyst(), "select count(*) from protected.pseudonym"))
                .containsExactly("0");
        assertThat(column(analyst(), "select count(*) from basis.protected_line"))
                .containsExactly("0");
        assertThat(column(analyst(), "select comment from duckdb_views() where view_name = 'finding'"))
                .containsExactly("Anmärkningar");
    }

    @Test
    void theNextReleaseTakesThePlaceOfTheOneBefore() throws SQLException, IOException {
        releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);
        releases.publish(candidate(folder, releases.nextId(AS_OF), "0.13"), 3, CandidateFiles.LIMITS);

        assertThat(column(served(), "select release_id from meta.release")).containsExactly("2017-12-31.2");
        assertThat(Files.readSymbolicLink(published.resolve("current"))).isEqualTo(Path.of("releases/2017-12-31.2"));
        assertThat(releases.list()).extracting(Release::releaseId).containsExactly("2017-12-31.1", "2017-12-31.2");
        assertThat(releases.nextId(AS_OF)).isEqualTo("2017-12-31.3");
        assertThat(releases.nextId(AS_OF.plusDays(1))).isEqualTo("2018-01-01.1");
    }

    @Test
    void whatAPrunedReleaseSaidOfItselfStaysAndItsNameIsNotGivenAway() throws SQLException {
        var first = releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 1, CandidateFiles.LIMITS);
        var second = releases.publish(candidate(folder, "2018-01-31.2", "0.13"), 1, CandidateFiles.LIMITS);

        assertThat(releases.list()).containsExactly(second);
        assertThat(releases.history()).containsExactly(first, second);
        assertThat(releases.published("2017-12-31.1")).contains(first);
        assertThat(releases.published("2017-12-31.2")).isEmpty();
        assertThat(releases.nextId(AS_OF)).isEqualTo("2017-12-31.2");
    }

    @Test
    void aReleaseFromBeforeDefinitionsWereKeptSaysSo() throws SQLException, IOException {
        var release = releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 1, CandidateFiles.LIMITS);
        var manifest = published.resolve("current/manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\\s+\"definitions_hash\".*", ""));

        assertThat(release.definitionsHash()).contains("definitions");
        assertThat(releases.current().orElseThrow().definitionsHash()).isEmpty();
    }

    @Test
    void theServedFileHoldsTheFiguresAndNothingBelowThem() throws SQLException {
        releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);

        assertThat(column(
                        served(),
                        "select table_schema || '.' || table_name || ' ' || table_type from information_schema.tables"
                                + " order by all"))
                .containsExactly(
                        "bi.measure_value BASE TABLE", "bi.municipality BASE TABLE", "meta.release BASE TABLE");
    }

    @Test
    void theSchemaCanBeNamedAloneInTheServedFile() throws SQLException {
        releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);

        assertThat(column(served(), "select value from bi.measure_value where municipality_code = '0380'"))
                .containsExactly("0.12");
    }

    @Test
    void commentsComeAlong() throws SQLException {
        releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);

        assertThat(column(served(), "select comment from duckdb_tables() where table_name = 'measure_value'"))
                .containsExactly("Alla mått, ett värde per rad: 'okänt' är aldrig noll");
        assertThat(column(
                        served(),
                        "select column_name || ': ' || comment from duckdb_columns() where comment is not null"
                                + " and schema_name = 'bi'"))
                .containsExactly("value: Måttets värde");
    }

    @Test
    void sumsAreServedAsWholeNumbersThatOldToolsKnow() throws SQLException {
        releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);

        assertThat(column(served(), "select data_type from duckdb_columns() where column_name = 'persons'"))
                .containsExactly("BIGINT");
    }

    @Test
    void aMacroAnswersInThePublishedFileAndKeepsItsComment() throws SQLException {
        var views = """
                create view bi.municipality as select '2062' as municipality_code, 'Mora' as municipality_name;
                create macro bi.named(wanted_code) as table
                select municipality_name from bi.municipality where municipality_code = wanted_code;
                comment on macro table bi.named is 'Kommunens ''namn''';
                """;

        releases.publish(candidateOf(folder, "2017-12-31.1", views), 3, CandidateFiles.LIMITS);

        assertThat(column(served(), "from bi.named('2062')")).containsExactly("Mora");
        assertThat(column(served(), "from bi.named('0380')")).isEmpty();
        assertThat(column(served(), "select comment from duckdb_functions() where function_name = 'named'"))
                .containsExactly("Kommunens 'namn'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2]", "current_timestamp"})
    void aColumnThatOldToolsCannotReadIsRefused(String value) throws SQLException {
        var candidate = candidateOf(folder, "2017-12-31.1", "create view bi.odd as select " + value + " as odd_one");

        assertThatThrownBy(() -> releases.publish(candidate, 3, CandidateFiles.LIMITS))
                .hasMessageContaining("bi.odd: its column odd_one is a");
        assertThat(releases.current()).isEmpty();
    }

    @Test
    void aNumberTooLargeToServeIsRefused() throws SQLException {
        var candidate = candidateOf(folder, "2017-12-31.1", "create view bi.odd as select 1e30::hugeint as odd_one");

        assertThatThrownBy(() -> releases.publish(candidate, 3, CandidateFiles.LIMITS))
                .hasRootCauseInstanceOf(SQLException.class);
    }

    @Test
    void figuresAreThereAsCsvAndParquetToo() throws SQLException, IOException {
        releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);

        var exports = releases.currentFolder().orElseThrow().resolve("bi");
        assertThat(exports.resolve("municipality.csv"))
                .hasContent("municipality_code,municipality_name\n0380,Uppsala\n0480,Nyköping\n2062,Mora\n");
        assertThat(column(
                        "jdbc:duckdb:",
                        "select municipality_name from '" + exports.resolve("municipality.parquet") + "' order by 1"))
                .containsExactly("Mora", "Nyköping", "Uppsala");
    }

    @Test
    void equalContentHasTheSameHashWhateverTheReleaseIsCalled() throws SQLException {
        var first = releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);
        var second = releases.publish(candidate(folder, "2018-01-31.2", "0.12"), 3, CandidateFiles.LIMITS);

        assertThat(second.contentHash()).isEqualTo(first.contentHash());
    }

    @Test
    void oneChangedValueGivesAnotherHash() throws SQLException {
        var first = releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);
        var second = releases.publish(candidate(folder, "2017-12-31.2", "0.13"), 3, CandidateFiles.LIMITS);

        assertThat(second.contentHash()).isNotEqualTo(first.contentHash());
    }

    @Test
    void aMissingValueAndAnEmptyTextDiffer() throws SQLException {
        var empty = releases.publish(
                candidateOf(folder, "2017-12-31.1", "create view bi.v as select '' as x"), 3, CandidateFiles.LIMITS);
        var missing = releases.publish(
                candidateOf(folder, "2017-12-31.2", "create view bi.v as select null::text as x"),
                3,
                CandidateFiles.LIMITS);

        assertThat(missing.contentHash()).isNotEqualTo(empty.contentHash());
    }

    @Test
    void aReaderKeepsItsReleaseWhileItHasItOpen() throws SQLException {
        releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 1, CandidateFiles.LIMITS);
        try (Connection reader = readOnly(served());
                Statement statement = reader.createStatement()) {
            releases.publish(candidate(folder, "2017-12-31.2", "0.13"), 1, CandidateFiles.LIMITS);

            try (ResultSet rows = statement.executeQuery("select release_id from bi.measure_value")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("2017-12-31.1");
            }
        }
        assertThat(column(served(), "select release_id from meta.release")).containsExactly("2017-12-31.2");
    }

    @Test
    void theOldestReleasesGo() throws SQLException {
        for (int number = 1; number <= 4; number++) {
            releases.publish(candidate(folder, "2017-12-31." + number, "0.12"), 2, CandidateFiles.LIMITS);
        }

        assertThat(releases.list()).extracting(Release::releaseId).containsExactly("2017-12-31.3", "2017-12-31.4");
    }

    @Test
    void goingBackRecallsWhatCameAfter() throws SQLException {
        var first = releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 4, CandidateFiles.LIMITS);
        var second = releases.publish(candidate(folder, "2017-12-31.2", "0.13"), 4, CandidateFiles.LIMITS);
        assertThat(releases.previous()).contains(first);

        releases.promote(first);

        assertThat(releases.current()).contains(first);
        assertThat(releases.isRecalled(second)).isTrue();
        assertThat(releases.previous()).isEmpty();

        var third = releases.publish(candidate(folder, "2017-12-31.3", "0.14"), 4, CandidateFiles.LIMITS);
        assertThat(releases.current()).contains(third);
        assertThat(releases.previous()).as("not the recalled one").contains(first);

        releases.promote(second);
        assertThat(releases.isRecalled(second)).isFalse();
        assertThat(releases.isRecalled(third)).isTrue();
    }

    @Test
    void aReleaseIsFoundByItsIdAndNothingElseIs() throws SQLException {
        var first = releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);

        assertThat(releases.find("2017-12-31.1")).contains(first);
        assertThat(releases.find("2017-12-31.2")).isEmpty();
        assertThat(releases.find("../releases/2017-12-31.1")).isEmpty();
    }

    @Test
    void everyChangedMissingOrAddedFileIsFound() throws SQLException, IOException {
        var release = releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);
        assertThat(releases.verify(release, CandidateFiles.LIMITS)).isEmpty();

        Path bi = releases.folder(release).resolve("bi");
        Files.delete(bi.resolve("municipality.csv"));
        Files.setPosixFilePermissions(bi.resolve("measure_value.csv"), PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(bi.resolve("measure_value.csv"), "0,99", StandardOpenOption.APPEND);
        Files.writeString(bi.resolve("more.csv"), "1");

        assertThat(releases.verify(release, CandidateFiles.LIMITS))
                .containsExactly(
                        "bi/measure_value.csv is not what was published: its hash is another.",
                        "bi/municipality.csv is missing.",
                        "bi/more.csv was not published with the release.");
    }

    @Test
    void aPartOfAReleaseIsOneThingThatIsAsItWasPublishedOrNot() throws SQLException, IOException {
        var without = candidate(folder, "2017-12-31.1", "0.12");
        var release = releases.publish(
                new Candidate(
                        without.analystFile(),
                        without.definitionsHash(),
                        without.inputHash(),
                        without.deliveries(),
                        without.checks(),
                        (built, before, limits) -> Files.writeString(
                                Files.createDirectories(built.resolve("report/kommun"))
                                        .resolve("2062.html"),
                                "3,8 %")),
                3,
                CandidateFiles.LIMITS);
        assertThat(release.files()).containsKey("report/").doesNotContainKey("report/kommun/2062.html");
        assertThat(releases.verify(release, CandidateFiles.LIMITS)).isEmpty();

        Path page = releases.folder(release).resolve("report/kommun/2062.html");
        Files.setPosixFilePermissions(page, PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(page, "4,8 %");

        assertThat(releases.verify(release, CandidateFiles.LIMITS))
                .containsExactly("report/ is not what was published: its hash is another.");
    }

    @Test
    void whatAKilledPublicationLeftIsSweptAndNeverSeen() throws SQLException, IOException {
        var first = releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);
        var half = Files.createDirectories(published.resolve("releases/.building-2017-12-31.2/bi"));
        Files.writeString(half.resolve("measure_value.csv"), "half a r");
        Files.createSymbolicLink(published.resolve(".current-2017-12-31.2"), Path.of("releases/2017-12-31.2"));
        assertThat(releases.current()).contains(first);
        assertThat(releases.list()).containsExactly(first);

        releases.publish(candidate(folder, releases.nextId(AS_OF), "0.13"), 3, CandidateFiles.LIMITS);

        assertThat(names(published)).containsExactly("current", "releases");
        assertThat(names(published.resolve("releases"))).containsExactly("2017-12-31.1", "2017-12-31.2");
    }

    @Test
    void aFailedPublicationLeavesTheCurrentReleaseAlone() throws SQLException {
        var first = releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);
        var broken = candidateOf(
                folder,
                "2017-12-31.2",
                "create view bi.v as select case when range < 5 then range else error('no') end as x from range(9)");

        assertThatThrownBy(() -> releases.publish(broken, 3, CandidateFiles.LIMITS))
                .hasMessageContaining("Cannot publish");
        assertThat(releases.current()).contains(first);
    }

    @Test
    void anAnalystFileThatWasNotClosedIsRefused() throws SQLException, IOException {
        var candidate = candidate(folder, "2017-12-31.1", "0.12");
        Files.writeString(folder.resolve("candidate-2017-12-31.1.duckdb.wal"), "changes");

        assertThatThrownBy(() -> releases.publish(candidate, 3, CandidateFiles.LIMITS))
                .hasMessageContaining("was not closed");
    }

    @Test
    void aReleaseIsNeverWrittenOver() throws SQLException {
        releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);
        Path again = folder.resolve("again");
        assertThat(again.toFile().mkdir()).isTrue();
        var second = candidate(again, "2017-12-31.1", "0.13");

        assertThatThrownBy(() -> releases.publish(second, 3, CandidateFiles.LIMITS))
                .hasMessageContaining("2017-12-31.1");
    }

    @Test
    void rowsAreForTheirOwnerOnlyAndFiguresForAll() throws SQLException, IOException {
        releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);

        var release = releases.currentFolder().orElseThrow();
        assertThat(permissions(release.resolve("analyst.duckdb"))).isEqualTo("rw-------");
        assertThat(permissions(release.resolve("trivsel.duckdb"))).isEqualTo("r--r--r--");
        assertThat(permissions(release.resolve("bi/municipality.csv"))).isEqualTo("r--r--r--");
    }

    @Test
    void theServedFileCanBeAttachedByItsLayersName() throws SQLException, IOException {
        releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);

        var file = releases.currentFolder().orElseThrow().resolve("bi.duckdb");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("attach '" + file + "' as released (read_only)");
            try (var rows = statement.executeQuery("select count(*) from released.bi.measure_value")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(3);
            }
        }
    }

    @Test
    void noWriteAheadLogOrSpillIsLeft() throws SQLException, IOException {
        releases.publish(candidate(folder, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);

        assertThat(names(releases.currentFolder().orElseThrow()))
                .containsExactly("analyst.duckdb", "bi", "bi.duckdb", "manifest.json", "trivsel.duckdb");
        assertThat(names(published.resolve("releases"))).containsExactly("2017-12-31.1");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private String served() {
        return "jdbc:duckdb:" + published.resolve("current").resolve("trivsel.duckdb");
    }

    private String analyst() {
        return "jdbc:duckdb:" + published.resolve("current").resolve("analyst.duckdb");
    }

    private static Connection readOnly(String url) throws SQLException {
        var properties = new Properties();
        properties.setProperty("duckdb.read_only", "true");
        return DriverManager.getConnection(url, properties);
    }

    private static List<String> column(String url, String query) throws SQLException {
        var values = new ArrayList<String>();
        try (Connection connection = url.equals("jdbc:duckdb:") ? DriverManager.getConnection(url) : readOnly(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
