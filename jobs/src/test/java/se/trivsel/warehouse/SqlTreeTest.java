package se.trivsel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.trivsel.contract.Contract;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.FoundBy;

/** Holds the shape of the SQL tree: what the house rules promise of every file in it. */
class SqlTreeTest {
    private static final Pattern READ =
            Pattern.compile("(?i)(?<!distinct )\\b(?:from|join)\\s+([a-z_]+)\\.([a-z0-9_]+)");
    private static final Pattern CREATED = Pattern.compile("(?i)^create or replace view ([a-z_]+\\.[a-z0-9_]+) as\\b");
    private static final Pattern DIALECT_FUNCTION =
            Pattern.compile("(?im)^create or replace (?:macro main\\.|function )([a-z0-9_]+)");

    /** What DuckDB and Spark do not both know, or not alike. */
    private static final Map<String, String> NOT_PORTABLE = Map.ofEntries(
            Map.entry("\\bqualify\\b", "a filter over a numbered common table"),
            Map.entry("::", "cast"),
            Map.entry("/", "ratio"),
            Map.entry("\\[", "no list"),
            Map.entry("\"", "names of lower-case letters"),
            Map.entry("\\b(varchar|text)\\b", "string"),
            Map.entry("\\bexclude\\b", "the columns by name"),
            Map.entry("\\bby name\\b", "the columns by name"),
            Map.entry("\\bfetch first\\b", "limit"),
            Map.entry("\\bdistinct on\\b", "row_number"),
            Map.entry("\\basof\\b", "a join on a range"),
            Map.entry("\\bregexp_replace\\b", "cleaning in the normaliser"),
            Map.entry("\\bdate_diff\\b", "days_between"),
            Map.entry("\\bdate_trunc\\b", "month_of"),
            Map.entry("[+-]\\s*interval\\b", "plus_months"),
            Map.entry("\\bdayofweek\\b|\\bextract\\s*\\(\\s*dow\\b", "the calendar"),
            Map.entry("\\bavg\\s*\\(", "ratio(sum, count)"),
            Map.entry("\\b(mad|arg_max|arg_min|string_agg|listagg|sha256|sha2|initcap)\\s*\\(", "what both have"),
            Map.entry(
                    "\\b(list_\\w+|unnest|explode|generate_series|sequence|range)\\s*\\(",
                    "meta.month or meta.calendar"),
            Map.entry("\\bignore nulls\\b", "a filter before the window"),
            Map.entry("\\bconcat\\s*\\(|\\|\\|", "concat_ws"),
            Map.entry("\\bcurrent_date\\b|\\bnow\\s*\\(", "meta.as_of"),
            Map.entry("\\bfilter\\s*\\([^)]*\\)\\s*over\\b", "case inside the windowed aggregate"),
            Map.entry("\\bcount\\s*\\(\\s*distinct\\b[^)]*\\)\\s*over\\b", "an aggregate, then a join"),
            Map.entry("\\bwithin group\\s*\\([^)]*\\)+\\s*over\\b", "an aggregate, then a join"),
            Map.entry(
                    "\\bover\\s*\\(\\s*+(?!partition\\b|order\\b|rows\\b|range\\b|\\))",
                    "the partition, or a named window as it is"),
            Map.entry("\\bhaving\\b[^;]*\\bgrouping\\s*\\(", "a column of the select"));

    private static SqlTree tree;
    private static AnalystFile built;

    @BeforeAll
    static void buildTheRealTables() throws SQLException {
        tree = SqlTree.read(Repository.path("sql"));
        built = EmptyWarehouse.build(tree);
    }

    @AfterAll
    static void letGo() throws SQLException {
        built.close();
    }

    @Test
    void aLayerReadsOnlyTheLayersBeforeIt() {
        Set<String> before = new HashSet<>(Set.of("meta"));
        for (SqlLayer layer : tree.layers()) {
            for (SqlFile file : layer.files()) {
                assertThat(before).as(file.place()).containsAll(schemasReadBy(file));
            }
            before.add(layer.schema());
        }
    }

    @Test
    void everyFileMakesTheObjectItIsNamedFor() {
        assertThat(objects()).isNotEmpty().allSatisfy(file -> {
            var created = CREATED.matcher(file.asWritten().get(0).text());
            assertThat(created.find()).as(file.place()).isTrue();
            assertThat(created.group(1)).as(file.place()).isEqualTo(file.object());
            assertThat(file.asWritten().stream().skip(1).map(SqlStatement::text))
                    .as(file.place())
                    .allMatch(text -> text.startsWith("comment on "));
        });
    }

    @Test
    void everyMacroIsForThoseWhoReadTheFiguresAndIsDescribed() {
        assertThat(tree.macros()).isNotEmpty().allSatisfy(macro -> {
            assertThat(macro.asWritten())
                    .as(macro.place())
                    .extracting(SqlStatement::text)
                    .satisfiesExactly(
                            created -> assertThat(created)
                                    .startsWith("create or replace macro bi." + macro.name() + "(")
                                    .contains(") as table"),
                            described -> assertThat(described)
                                    .startsWith("comment on macro table bi." + macro.name() + " is '"));
            assertThat(schemasReadBy(macro)).as(macro.place()).containsExactly("bi");
        });
    }

    @Test
    void everyFileSaysWhatItIsForAndWhatOneRowIs() {
        assertThat(Stream.concat(objects().stream(), tree.macros().stream()))
                .isNotEmpty()
                .allSatisfy(file -> {
                    assertThat(file.purpose()).as(file.place()).isNotBlank();
                    assertThat(file.header("Grain"))
                            .as(file.place())
                            .get()
                            .asString()
                            .endsWith(".");
                });
    }

    @Test
    void everyObjectIsDescribed() throws SQLException {
        assertThat(strings("""
                        select schema_name || '.' || table_name from duckdb_tables()
                        where database_name = current_database() and comment is null
                        union all
                        select schema_name || '.' || view_name from duckdb_views()
                        where database_name = current_database() and not internal and comment is null
                        """)).isEmpty();
    }

    @Test
    void everyColumnPeopleSeeIsDescribed() throws SQLException {
        assertThat(strings("""
                        select schema_name || '.' || table_name || '.' || column_name from duckdb_columns()
                        where database_name = current_database() and schema_name in ('bi', 'meta', 'lake')
                            and comment is null and table_name <> 'live_delivery'
                        """)).isEmpty();
    }

    @Test
    void nothingIsUsedThatSparkLacksOrDoesOtherwise() {
        var faults = new ArrayList<String>();
        for (SqlLayer layer : tree.layers(15, 60)) {
            for (SqlFile file : layer.files()) {
                NOT_PORTABLE.forEach((pattern, instead) -> Pattern.compile("(?i)" + pattern)
                        .matcher(file.bare())
                        .results()
                        .map(found -> file.place() + ": " + found.group().strip() + "; use " + instead)
                        .forEach(faults::add));
            }
        }
        assertThat(faults).isEmpty();
    }

    /** In a string of Spark's, it begins another sign. */
    @Test
    void noStringHasABackslash() {
        assertThat(objectsOf(tree.layers(15, 60)))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.query()).as(file.place()).doesNotContain("\\"));
    }

    @Test
    void noColumnIsOfATypeThatOnlyDuckDbHas() throws SQLException {
        assertThat(strings("""
                        select schema_name || '.' || table_name || '.' || column_name || ' ' || data_type
                        from duckdb_columns()
                        where database_name = current_database() and schema_name <> 'meta' and not internal
                            and data_type not in ('VARCHAR', 'INTEGER', 'BIGINT', 'DOUBLE', 'BOOLEAN', 'DATE', 'TIMESTAMP')
                            and data_type not like 'DECIMAL(%'
                        """)).isEmpty();
    }

    @Test
    void everyMeasureIsPutOnTheGrid() {
        var onTheGrid = new TreeSet<String>();
        READ.matcher(tree.file("sql/42_judged/figure.sql").bare())
                .results()
                .filter(read -> read.group(1).equals("measure"))
                .map(read -> "measure." + read.group(2))
                .forEach(onTheGrid::add);

        assertThat(onTheGrid).isNotEmpty().isEqualTo(new TreeSet<>(measures()));
    }

    @Test
    void everyRuleIsInTheCatalogueOfFindingsAndIsAnsweredAndHasACase() {
        var rules = objectsOf(tree.layers(28, 28)).map(SqlFile::name).toList();
        String answers = tree.file("sql/29_answer/finding.sql").bare();

        assertThat(rules)
                .containsExactlyInAnyOrderElementsOf(Stream.of(FindingCode.values())
                        .filter(code -> code.foundBy() == FoundBy.RULE)
                        .map(FindingCode::code)
                        .toList())
                .allSatisfy(rule -> assertThat(answers).contains("from finding." + rule + "\n"))
                .allSatisfy(rule -> assertThat(Repository.path("jobs/src/test/sql/28_finding/" + rule))
                        .isNotEmptyDirectory());
    }

    @Test
    void everyRuleHasTheSameColumns() throws SQLException {
        for (String rule : objectsOf(tree.layers(28, 28)).map(SqlFile::object).toList()) {
            assertThat(columns(rule))
                    .as(rule)
                    .containsExactly(
                            "municipality_code VARCHAR",
                            "delivery_id VARCHAR",
                            "line_no INTEGER",
                            "finding_code VARCHAR",
                            "unit_code VARCHAR");
        }
    }

    @Test
    void everyMeasureHasTheSameColumns() throws SQLException {
        List<String> columns = List.of(
                "measure_code VARCHAR",
                "municipality_code VARCHAR",
                "group_code VARCHAR",
                "period_type VARCHAR",
                "period_start DATE",
                "numerator DECIMAL(18,4)",
                "denominator DECIMAL(18,4)",
                "group_size INTEGER");

        for (String measure : measures()) {
            assertThat(columns(measure)).as(measure).isEqualTo(columns);
        }
    }

    @Test
    void everyTableOfCountedRowsHasTheSameColumns() throws SQLException {
        for (String table : objectsOf(tree.layers(55, 55)).map(SqlFile::object).toList()) {
            assertThat(columns(table))
                    .as(table)
                    .containsExactly(
                            "municipality_code VARCHAR",
                            "group_code VARCHAR",
                            "period_type VARCHAR",
                            "period_start DATE",
                            "kind_code VARCHAR",
                            "kind_label VARCHAR",
                            "counted_on DATE",
                            "subject_key VARCHAR",
                            "quantity DECIMAL(18,6)",
                            "month_ends INTEGER",
                            "dataset VARCHAR",
                            "row_key VARCHAR");
        }
    }

    @Test
    void theTablesOfTheLakeAreWhatTheContractsPromise() throws SQLException {
        for (Contract contract : contracts()) {
            assertThat(columns("lake." + contract.dataset()))
                    .startsWith(
                            "municipality_code VARCHAR",
                            "delivery_no INTEGER",
                            "line_no INTEGER",
                            "delivery_id VARCHAR",
                            "missing_reasons VARCHAR")
                    .endsWith(promised(contract).toArray(String[]::new))
                    .hasSize(5 + promised(contract).size());
        }
    }

    @Test
    void nothingPromisedIsLostOnTheWayToCore() throws SQLException {
        for (Contract contract : contracts()) {
            assertThat(columns("core." + contract.dataset()))
                    .containsAll(promised(contract))
                    .contains("municipality_code VARCHAR", "delivery_id VARCHAR", "line_no INTEGER")
                    .contains("missing_reasons VARCHAR");
        }
    }

    @Test
    void bothDialectsHaveTheSameFunctions() throws IOException {
        String spark = Files.readString(Repository.path("sql/00_dialect/spark.sql"));

        assertThat(functions(tree.dialect().text()))
                .contains("days_between", "plus_months", "month_of", "ratio", "dec6", "dec12")
                .isEqualTo(functions(spark));
    }

    @Test
    void noCheckShowsAPseudonym() throws SQLException {
        for (SqlFile check : tree.checks()) {
            built.execute("create view quality." + check.name() + " as "
                    + check.asWritten().get(0).text());
            assertThat(columns(check.object()))
                    .as(check.place())
                    .isNotEmpty()
                    .noneMatch(column -> column.contains("_key "));
            built.execute("drop view " + check.object());
        }
    }

    @Test
    void everyCheckHasACaseInWhichItsClaimIsBroken() {
        assertThat(tree.checks())
                .isNotEmpty()
                .allSatisfy(check -> assertThat(Repository.path("jobs/src/test/sql/90_quality/" + check.name()))
                        .isNotEmptyDirectory());
    }

    @Test
    void everyPseudonymIsChecked() throws SQLException {
        String check = tree.file("sql/90_quality/pseudonyms_are_pseudonyms.sql").text();

        assertThat(strings("""
                        select column_name || ' as pseudonym from lake.' || table_name from duckdb_columns()
                        where database_name = current_database() and schema_name = 'lake' and column_name like '%@_key' escape '@'
                        """)).isNotEmpty().allMatch(check::contains);
    }

    @Test
    void everyFlagOfAProtectedIdentityIsHeeded() {
        String heeded = tree.file("sql/15_protected/pseudonym.sql").text();

        assertThat(contracts())
                .filteredOn(contract -> contract.column("is_protected").isPresent())
                .isNotEmpty()
                .allMatch(contract -> heeded.contains("from lake." + contract.dataset() + "\n"));
    }

    @Test
    void everyTableOfTheLakeIsCountedAgainstItsManifests() {
        String check = tree.file("sql/90_quality/kept_rows_are_in_the_lake.sql").text();

        assertThat(contracts()).allMatch(contract -> check.contains("from lake." + contract.dataset() + "\n"));
    }

    private static Stream<SqlFile> objectsOf(List<SqlLayer> layers) {
        return layers.stream().flatMap(layer -> layer.files().stream());
    }

    private static List<SqlFile> objects() {
        return objectsOf(tree.layers()).toList();
    }

    private static List<String> measures() {
        return objectsOf(tree.layers(40, 40)).map(SqlFile::object).toList();
    }

    private static Set<String> schemasReadBy(SqlFile file) {
        var schemas = new TreeSet<String>();
        READ.matcher(file.bare()).results().map(read -> read.group(1)).forEach(schemas::add);
        return schemas;
    }

    private static Set<String> functions(String dialect) {
        var functions = new TreeSet<String>();
        DIALECT_FUNCTION.matcher(dialect).results().map(found -> found.group(1)).forEach(functions::add);
        return functions;
    }

    private static List<Contract> contracts() {
        return List.copyOf(GivenConfiguration.of(List.of(), List.of(), Map.of())
                .contracts()
                .values());
    }

    private static List<String> promised(Contract contract) {
        return contract.storedColumns().stream()
                .map(column -> column.storedName() + " " + column.type().sqlType())
                .toList();
    }

    private static List<String> columns(String object) throws SQLException {
        return strings("select column_name || ' ' || data_type from duckdb_columns()"
                + " where database_name = current_database() and schema_name || '.' || table_name = '" + object
                + "' order by column_index");
    }

    private static List<String> strings(String query) throws SQLException {
        try (Statement statement = built.connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
