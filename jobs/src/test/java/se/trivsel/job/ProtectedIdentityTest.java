package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.cli.Explained;
import se.trivsel.publish.Releases;

/**
 * The same deliveries twice: in one world nobody is flagged; in the other a manager, an employee who changed work and a
 * client are, each in one row only. The employee's unit is one that nobody else has.
 */
class ProtectedIdentityTest {
    private static final String MORA = "2062-mora";
    private static final String UNIT = "HEMLIG";
    private static final String HEADING = "Sekretessmarkerad";
    private static final Charset THEIRS = Charset.forName("windows-1252");

    @TempDir
    private static Path folder;

    private static SmallWorld open;
    private static SmallWorld flagged;

    @BeforeAll
    static void twoWorlds() throws IOException {
        open = world("open", row -> false);
        flagged = world(
                "protected",
                row -> row.startsWith("10002;") || row.startsWith("10003;;K;1968;1999") || row.contains(";K100016;"));
        assertThat(open.runs()).as(open.output()).isEqualTo(ExitCode.INCOMPLETE);
        copyKeys(open.home().keys(), flagged.home().keys());
        assertThat(flagged.runs()).as(flagged.output()).isEqualTo(ExitCode.INCOMPLETE);
    }

    /** So that the same person has the same pseudonyms in both. */
    private static void copyKeys(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> keys = Files.list(from)) {
            for (Path key : keys.toList()) {
                Files.copy(key, to.resolve(key.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static SmallWorld world(String name, Predicate<String> isFlagged) throws IOException {
        var world = new SmallWorld(folder.resolve(name)).knowsOnly("2062");
        world.receives(MORA, "anst_", "org_", "2014", "2015");
        Path inbox = world.inbox().resolve(MORA);
        addColumn(inbox.resolve("anst_201401-201712.csv"), THEIRS, row -> isFlagged.test(row) ? "J" : "N");
        for (String file : List.of("aktualisering_2014.csv", "aktualisering_2015.csv")) {
            addColumn(inbox.resolve(file), StandardCharsets.UTF_8, row -> isFlagged.test(row) ? "1" : "");
        }
        map(world, "hr/lonelista/employment.yaml");
        map(world, "case/verksamhetsexport/referral.yaml");
        return world;
    }

    private static void addColumn(Path file, Charset charset, UnaryOperator<String> cell) throws IOException {
        List<String> lines = Files.readAllLines(file, charset);
        var wider = new ArrayList<String>();
        wider.add(lines.get(0) + ";" + HEADING);
        for (String row : lines.subList(1, lines.size())) {
            String told = row.startsWith("10003;") ? row.replace(";IFO13;", ";" + UNIT + ";") : row;
            wider.add(told + ";" + cell.apply(row));
        }
        Files.write(file, wider, charset);
    }

    private static void map(SmallWorld world, String source) throws IOException {
        Path file = world.config().resolve("sources").resolve(source);
        Files.writeString(
                file, Files.readString(file).replaceFirst("(?m)^(columns:.*)$", "$1\n  is_protected: " + HEADING));
    }

    @Test
    void theMunicipalitysOwnFiguresAreTheSame() {
        // CHEF_BYTE is of units, and leaves them out even of the whole.
        String figures = """
                select measure_code, period_type, period_start, status, value, numerator, denominator, n
                from bi.measure_value
                where group_code = 'alla' and measure_code <> 'CHEF_BYTE'
                order by all
                """;

        assertThat(flagged.asks(figures))
                .isEqualTo(open.asks(figures))
                .filteredOn(row -> row.get(3).equals("ok"))
                .hasSizeGreaterThan(100);
    }

    @Test
    void noRowAboutThemIsInAPublishedFile() throws SQLException, IOException {
        List<String> hidden = pseudonyms(flagged);

        assertThat(hidden).as("Three persons, two employments and their cases").hasSizeGreaterThan(7);
        String pattern = UNIT + "|" + String.join("|", hidden);
        assertThat(tellingTables(open, pattern))
                .as("The search finds them where they are")
                .contains("lake.employment", "core.absence", "event.exit", "spell.work_month", "core.assignment")
                .contains("core.referral", "core.investigation", "core.placement", "monthly.open_case");
        assertThat(tellingTables(flagged, pattern)).isEmpty();
    }

    @Test
    void aFigureExplainedSaysThatItCountsMoreThanItsRows() {
        var plain = Explained.of(open.home(), "PO_EXT_EB", "2062", "2014").page();
        var explained =
                Explained.of(flagged.home(), "PO_EXT_EB", "2062", "2014").page();

        assertThat(plain)
                .containsPattern("Täljaren räknas på (\\d+) rader, antal: \\1\\.\n")
                .doesNotContain("skyddade personuppgifter");
        assertThat(explained)
                .containsPattern("\\. I siffran är det \\d+: den som har skyddade\\s+personuppgifter\\s+ingår");
    }

    @Test
    void bothPublishedFilesSayTheSame() throws SQLException {
        Path release = flagged.home().published().resolve("current");
        List<String> objects = rows(
                release.resolve(Releases.SERVED_FILE),
                "select table_name from duckdb_tables() where schema_name = 'bi' order by all");

        assertThat(objects).contains("measure_value", "finding", "delivery");
        for (String object : objects) {
            String query = "select cast(to_json(thing) as varchar) from bi." + object + " as thing order by all";
            assertThat(rows(release.resolve(Releases.ANALYST_FILE), query))
                    .as(object)
                    .isEqualTo(rows(release.resolve(Releases.SERVED_FILE), query));
        }
    }

    @Test
    void theFlagIsToldToNobody() throws IOException {
        var told = new StringBuilder(flagged.output());
        for (Path folder : List.of(
                flagged.home().receipts(),
                flagged.home().findings(),
                flagged.home().published())) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    told.append(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }

        assertThat(told).contains("Leveransen").doesNotContain(UNIT).doesNotContain(HEADING);
    }

    @Test
    void whereTheirRowsStillAreIsForTheOwnerOnly() throws IOException {
        for (Path folder : List.of(flagged.home().lake(), flagged.home().building())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    /** Of the persons, their employments and their cases, as the lake knows them. */
    private static List<String> pseudonyms(SmallWorld world) throws SQLException {
        String lake = world.home().lake().toString();
        return query("jdbc:duckdb:", """
                with staff as (select * from read_parquet('%1$s/dataset=employment/**/*.parquet')),
                referral as (select * from read_parquet('%1$s/dataset=referral/**/*.parquet')),
                client as (select client_key from referral where is_protected)
                select person_key from staff where is_protected
                union select employment_key from staff where is_protected
                union select client_key from client
                union select referral_key from referral where client_key in (from client)
                union select investigation_key from read_parquet('%1$s/dataset=investigation/**/*.parquet')
                    where client_key in (from client)
                union select placement_key from read_parquet('%1$s/dataset=placement/**/*.parquet')
                    where client_key in (from client)
                union select intervention_key from read_parquet('%1$s/dataset=service/**/*.parquet')
                    where client_key in (from client)
                """.formatted(lake));
    }

    private static List<String> tellingTables(SmallWorld world, String pattern) throws SQLException {
        Path release = world.home().published().resolve("current");
        var telling = new ArrayList<String>();
        for (String name : List.of(Releases.ANALYST_FILE, Releases.SERVED_FILE)) {
            Path file = release.resolve(name);
            for (String table : rows(file, """
                    select schema_name || '.' || table_name from duckdb_tables() where not internal
                    union all
                    select schema_name || '.' || view_name from duckdb_views() where not internal
                    """)) {
                String query = "select 1 from " + table + " as thing where regexp_matches(thing::varchar, '" + pattern
                        + "') limit 1";
                if (!rows(file, query).isEmpty()) {
                    telling.add(table);
                }
            }
        }
        return telling;
    }

    private static List<String> rows(Path file, String query) throws SQLException {
        return query("jdbc:duckdb:" + file, query);
    }

    private static List<String> query(String url, String query) throws SQLException {
        var properties = new Properties();
        if (!url.endsWith(":")) {
            properties.setProperty("duckdb.read_only", "true");
        }
        try (var connection = DriverManager.getConnection(url, properties);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
            return rows;
        }
    }
}
