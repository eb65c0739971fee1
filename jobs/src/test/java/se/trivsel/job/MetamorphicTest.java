package se.trivsel.job;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.publish.Releases;
import se.trivsel.warehouse.AnalystFile;
import se.trivsel.warehouse.Limits;
import se.trivsel.warehouse.SqlFile;
import se.trivsel.warehouse.SqlLayer;
import se.trivsel.warehouse.SqlStatement;
import se.trivsel.warehouse.SqlTree;

/**
 * What may change in a municipality's rows without moving its figures, and what has to move them by how much.
 *
 * <p>Nobody knows the right figures of four years of Mora's samples. These hold whatever they are: the rows are changed, all
 * measures are calculated again, and the figures before and after are held against one another.
 */
class MetamorphicTest {
    private static final String MORA = "2062-mora";
    private static final int AFTER_THE_LAKE = 11;
    private static final int MEASURES = 40;

    /** The rows of persons and their cases, by dataset, with the columns that tell them apart. */
    private static final Map<String, List<String>> OWN_COLUMNS = Map.ofEntries(
            Map.entry(
                    "employment",
                    List.of("employment_key", "person_key", "manager_employment_key", "covers_employment_key")),
            Map.entry("absence", List.of("employment_key", "absence_no")),
            Map.entry("work_time", List.of("employment_key")),
            Map.entry("salary", List.of("employment_key")),
            Map.entry("position", List.of("position_no")),
            Map.entry("assignment", List.of("case_key", "handler_key", "handler_employment_key")),
            Map.entry("referral", List.of("referral_key", "report_key", "client_key")),
            Map.entry("investigation", List.of("investigation_key", "referral_key", "client_key")),
            Map.entry("placement", List.of("placement_key", "intervention_key", "client_key")),
            Map.entry("service", List.of("intervention_key", "investigation_key", "client_key")),
            Map.entry("inspection", List.of("requirement_key")));

    /** Medians, how evenly cases are spread, and surveys, whose rows are not of persons and stay as they are. */
    private static final String UNMOVED =
            "FLEX_SALDO KO_ALDER LON_ERF LON_KM LON_MEDIAN TTF_MEDIAN TTS_MEDIAN UTR_TID AB_GINI"
                    + " HME_TOT HME_MOTIVATION HME_LEDARSKAP HME_STYRNING HME_SVAR UPPF_PLAN SAM_UTB";

    /**
     * Tenths lie between two persons, and nearer to one of them when there are more; how long people stay is not told where few
     * are left to tell it by; the others are not of persons alone.
     */
    private static final String NEITHER = "AB_P90 CHEF_SPANN_P90 LON_P10 LON_P90 LON_SPRID ANSTTID_MEDIAN KB_MULTIPEL"
            + " ANM_PER_1000 PL_PER_1000 CHEF_BYTE KB_FTE KB_KOSTNAD KB_OKAND KB_PER_INV KB_TIMPRIS";

    private static final String EXITS = "PO_EXT_EB PO_EXT PO_YRKE PO_ENHET PO_ALLA PO_ALLA_TV";

    /** Each row of terms that lasted three days or more, and a day in the middle of them. */
    private static final String TERMS = """
            create temp table term as
            with ended as (
                select
                    *,
                    least(
                        coalesce(valid_to, date '2017-12-31'),
                        coalesce(lead(valid_from) over (partition by employment_key order by valid_from) - 1, date '2999-12-31'),
                        date '2017-12-31'
                    ) as last_on
                from lake.employment
            )
            select employment_key, valid_from, valid_from + cast(floor((last_on - valid_from) / 2) as integer) as split_on
            from ended
            where last_on >= valid_from + 2
            """;

    /** The last row of each employment, and the first of its months on whose first day nobody was away over the turn. */
    private static final String LAST_TERMS = """
            create temp table term as
            select employment_key, last.valid_from, min(month) as split_on
            from (select employment_key, max(valid_from) as valid_from from lake.employment group by all) as last
            inner join lake.employment using (employment_key, valid_from)
            inner join meta.month on month > last.valid_from and month <= coalesce(valid_to, date '2017-12-31')
            where month > date '2014-01-01' and not exists (
                select *
                from lake.absence
                where absence.employment_key = last.employment_key
                    and started_on < month
                    and coalesce(ended_on, date '2017-12-31') >= month
            )
            group by all
            """;

    private static final String SPLIT = """
            create temp table later as
            select employment.* replace (split_on as valid_from, null as start_reason_code, line_no + 1000000 as line_no)
            from lake.employment
            inner join term using (employment_key, valid_from);
            update lake.employment
            set valid_to = split_on - 1, end_reason_code = null
            from term
            where employment.employment_key = term.employment_key and employment.valid_from = term.valid_from;
            insert into lake.employment from later;
            """;

    private static final String NEW_NUMBER = """
            update lake.employment
            set employment_key = employment.employment_key || '+'
            from term
            where employment.employment_key = term.employment_key and employment.valid_from = split_on;
            update lake.absence
            set employment_key = absence.employment_key || '+'
            from term
            where absence.employment_key = term.employment_key and started_on >= split_on;
            update lake.work_time
            set employment_key = work_time.employment_key || '+'
            from term
            where work_time.employment_key = term.employment_key and month >= split_on
            """;

    @TempDir
    private static Path folder;

    private static SmallWorld asSent;

    @BeforeAll
    static void aNight() {
        asSent = new SmallWorld(folder.resolve("as-sent"))
                .knowsOnly("2062")
                .receives(MORA)
                .on("2018-01-10");
        assertThat(asSent.runs()).as(asSent.output()).isEqualTo(ExitCode.OK);
    }

    /** The hours of two years come before those of the years before them; people get other pseudonyms too. */
    @Test
    void neitherTheOrderOfRowsNorThatOfDeliveriesMovesAFigure() throws IOException {
        var shuffled = new SmallWorld(folder.resolve("shuffled")).knowsOnly("2062");
        receivesShuffled(shuffled, "arbetstid_2017", "arbetstid_2015");
        shuffled.on("2018-01-08").runs(JobName.HR, Optional.empty());
        receivesShuffled(
                shuffled,
                "arbetstid_2014",
                "arbetstid_2016",
                "anst_",
                "franvaro",
                "loner",
                "org_",
                "tjanster",
                "enkat",
                "arbmiljokrav");
        receivesShuffled(
                shuffled, "arendeansvar", "aktualisering", "utredning", "placering", "insats", "leverantorsreskontra");

        assertThat(shuffled.on("2018-01-10").runs()).as(shuffled.output()).isEqualTo(ExitCode.OK);
        assertThat(shuffled.manifests()).hasSameSizeAs(asSent.manifests());
        for (String object : List.of("measure_value", "benchmark", "plan_effect", "plan_course")) {
            String figures = "select * exclude (release_id) from bi." + object + " order by all";
            assertThat(shuffled.asks(figures)).as(object).isNotEmpty().isEqualTo(asSent.asks(figures));
        }
        String findings = "select dataset, finding_code, sum(finding_count) from bi.finding group by all order by all";
        assertThat(shuffled.asks(findings)).isEqualTo(asSent.asks(findings));
    }

    @Test
    void termsRegisteredInTwoRowsAreTheSameTerms() throws IOException, SQLException {
        try (AnalystFile file = changed("two-rows", TERMS, SPLIT)) {
            assertThat(rows(file, "select * from later")).hasSizeGreaterThan(50);
            assertThat(differing(file, "true", "after.numerator", "before.numerator"))
                    .isEmpty();
            assertThat(differing(file, "true", "after.denominator", "before.denominator"))
                    .isEmpty();
        }
    }

    @Test
    void aNewEmploymentNumberTheDayAfterIsNeitherALeaverNorAStarterNorAWellPerson() throws IOException, SQLException {
        String families = "regexp_matches(measure_code, '^(PO|SF|FN)_')";
        try (AnalystFile file = changed("new-number", LAST_TERMS, SPLIT, NEW_NUMBER)) {
            assertThat(rows(file, "select * from lake.employment where employment_key like '%+'"))
                    .hasSizeGreaterThan(30);
            assertThat(differing(file, families, "after.numerator", "before.numerator"))
                    .isEmpty();
            assertThat(differing(file, families, "after.denominator", "before.denominator"))
                    .isEmpty();
        }
    }

    @Test
    void aTemporaryPostMadePermanentIsNeitherALeaverNorAStarter() throws IOException, SQLException {
        String temporaryFirst = """
                update lake.employment
                set employment_form_code = 'vikariat'
                from term
                where employment.employment_key = term.employment_key
                    and employment.valid_from = term.valid_from
                    and employment_form_code = 'tillsvidare'
                """;
        try (AnalystFile file = changed("made-permanent", LAST_TERMS, SPLIT, NEW_NUMBER, temporaryFirst)) {
            assertThat(rows(file, "select * from lake.employment where employment_form_code = 'vikariat'"))
                    .hasSizeGreaterThan(20);
            assertThat(differing(file, oneOf(EXITS), "after.numerator", "before.numerator"))
                    .isEmpty();
            assertThat(differing(
                            file,
                            oneOf("PO_BRUTTO PO_NI_EXT PO_NI_INT"),
                            "after.numerator",
                            "least(after.numerator, before.numerator)"))
                    .isEmpty();
        }
    }

    @Test
    void whoIsAwayForSixWeeksBetweenTwoPostsHasLeft() throws IOException, SQLException {
        String gap = """
                update lake.employment
                set valid_to = valid_to - 42
                from term
                where employment.employment_key = term.employment_key
                    and employment.valid_from = term.valid_from
                    and split_on > employment.valid_from + 42
                """;
        try (AnalystFile file = changed("gap", LAST_TERMS, SPLIT, NEW_NUMBER, gap)) {
            assertThat(differing(
                            file,
                            "measure_code = 'PO_EXT' and group_code = 'alla'",
                            "after.numerator",
                            "before.numerator"))
                    .isNotEmpty();
        }
    }

    @Test
    void twiceTheSamePeopleAreTwiceTheCountsAndTheSameRates() throws IOException, SQLException {
        String doubled = OWN_COLUMNS.keySet().stream()
                .map(dataset -> "insert into lake." + dataset + " select * replace (line_no + 1000000 as line_no, "
                        + OWN_COLUMNS.get(dataset).stream()
                                .map(column -> column + " || '+' as " + column)
                                .collect(joining(", "))
                        + ") from lake." + dataset)
                .collect(joining("; "));
        String counts = "not " + oneOf(UNMOVED + " " + NEITHER);
        try (AnalystFile file = changed("doubled", doubled)) {
            assertThat(rows(file, "select distinct measure_code from before where numerator > 0 and " + counts))
                    .hasSizeGreaterThan(50);
            assertThat(differing(file, counts, "after.numerator", "2 * before.numerator"))
                    .isEmpty();
            assertThat(differing(file, counts, "after.denominator", "2 * before.denominator"))
                    .isEmpty();
            assertThat(differing(
                            file,
                            oneOf(UNMOVED),
                            "coalesce(ratio(after.numerator, after.denominator), after.numerator)",
                            "coalesce(ratio(before.numerator, before.denominator), before.numerator)"))
                    .isEmpty();
        }
    }

    private static void receivesShuffled(SmallWorld world, String... parts) throws IOException {
        world.receives(MORA, parts);
        var random = new Random(2062);
        try (Stream<Path> files = Files.list(world.inbox().resolve(MORA))) {
            for (Path file : files.sorted().toList()) {
                if (Stream.of(parts).anyMatch(file.getFileName().toString()::contains)) {
                    List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
                    Collections.shuffle(lines.subList(1, lines.size()), random);
                    Files.write(file, lines, StandardCharsets.ISO_8859_1);
                }
            }
        }
    }

    /** The night's analyst file with other rows in the lake, and every measure {@code before} and {@code after}. */
    private static AnalystFile changed(String name, String... changes) throws IOException, SQLException {
        Path copy = folder.resolve(name + ".duckdb");
        Files.copy(asSent.home().published().resolve("current").resolve(Releases.ANALYST_FILE), copy);
        var tree = SqlTree.read(asSent.sql());
        String figures = tree.layers(MEASURES, MEASURES).get(0).files().stream()
                .map(measure -> "select * from " + measure.object())
                .collect(joining(" union all "));
        AnalystFile file = AnalystFile.open(copy, new Limits("512MB", 2));
        file.execute("create temp table before as " + figures);
        for (String change : changes) {
            file.execute(change);
        }
        for (SqlLayer layer : tree.layers(AFTER_THE_LAKE, MEASURES)) {
            for (SqlFile object : layer.files()) {
                for (SqlStatement statement : object.asTable()) {
                    file.run(object, statement);
                }
            }
        }
        file.execute("create temp table after as " + figures);
        return file;
    }

    /** Figures that are there on one side only, or differ by more than the fourth decimal of a mean. */
    private static List<String> differing(AnalystFile file, String which, String one, String other)
            throws SQLException {
        return rows(file, """
                select concat_ws(' ', measure_code, group_code, period_type, period_start, %2$s, %3$s)
                from after
                full join before using (measure_code, municipality_code, group_code, period_type, period_start)
                where %1$s
                    and not coalesce(abs(%2$s - %3$s) <= 0.0002, %2$s is not distinct from %3$s)
                order by all
                """.formatted(which, one, other));
    }

    private static String oneOf(String measures) {
        return "measure_code in ('" + measures.replace(" ", "', '") + "')";
    }

    private static List<String> rows(AnalystFile file, String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (Statement statement = file.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
