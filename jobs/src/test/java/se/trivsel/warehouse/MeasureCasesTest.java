package se.trivsel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.contract.Measure;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Runs every {@code src/test/measures/<CODE>/<claim>.yaml}: rows of the core tables, and the figures they must give.
 *
 * <p>A case says which months its municipality, 0380, has delivered ({@code delivered: 2014-01..2014-12}), and which others have too
 * ({@code also: ["0580"]}), the rows given, and the rows expected of the measure; {@code only} is a condition on the latter. The rows that the measure says it is
 * counted from must give the same figures. {@code -Dsql=PO_EXT} runs only the cases whose path holds the text.
 */
class MeasureCasesTest {
    private static final Path CASES = Repository.path("jobs/src/test/measures");
    private static final Map<String, Measure> MEASURES =
            ConfigurationReader.read(Repository.path("config")).measures();
    private static final String ONLY = System.getProperty("sql", "");

    /** Cells of sex and age are standardised by and never shown: nobody can ask for their rows. */
    private static final String EXPLAINED =
            "group_code not in (select group_code from core.staff_group where split_code = 'kon_alder')";

    private static SqlChain chain;
    private static AnalystFile file;

    @BeforeAll
    static void buildTheRealTables() throws IOException, SQLException {
        chain = SqlChain.build(SqlTree.read(Repository.path("sql")), Map.of());
        file = chain.file();
    }

    @AfterAll
    static void letGo() throws SQLException {
        chain.close();
    }

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (var paths = Files.walk(CASES)) {
            List<Path> found = paths.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> path.toString().contains(ONLY))
                    .sorted()
                    .toList();
            return found.stream()
                    .map(path -> DynamicTest.dynamicTest(
                            CASES.relativize(path).toString(), path.toUri(), () -> verify(path)));
        }
    }

    private static void verify(Path path) throws IOException, SQLException {
        JsonNode root = new YAMLMapper().readTree(Files.readString(path));
        assertThat(root.propertyNames()).isSubsetOf("delivered", "also", "given", "only", "expect");
        String measure = "measure." + path.getParent().getFileName().toString().toLowerCase(Locale.ROOT);
        file.connection().setAutoCommit(false);
        try {
            String[] span = root.get("delivered").asString().split("\\.\\.", -1);
            chain.delivered("0380", YearMonth.parse(span[0]), YearMonth.parse(span[1]));
            for (JsonNode other : root.path("also")) {
                chain.deliveredToo(other.asString());
            }
            for (var table : texts(root.get("given")).entrySet()) {
                var rows = SqlCase.Rows.read(table.getValue());
                chain.insert(table.getKey(), rows.columns(), rows.cells());
                fillIn(table.getKey(), rows.columns());
            }
            String only = root.path("only").asString("true");
            file.execute("create temp table tested as select * from " + measure + " where " + only);
            new SqlCase(Map.of(), SqlCase.Rows.read(root.get("expect").asString()))
                    .compare(file.connection(), "tested");
            assertThat(CountedFigures.differing(
                            file.connection(),
                            MEASURES.get(path.getParent().getFileName().toString()),
                            "select * from " + measure + " where " + EXPLAINED,
                            "true"))
                    .as("figures that their rows do not give")
                    .isEmpty();
        } finally {
            file.connection().rollback();
            file.connection().setAutoCommit(true);
        }
    }

    /** What a case leaves out because it always is so: the municipality, and what core derives. */
    private static void fillIn(String table, List<String> columns) throws SQLException {
        if (table.startsWith("core.") && !columns.contains("municipality_code")) {
            file.execute("update " + table + " set municipality_code = '0380'");
        }
        if (table.equals("core.employment")) {
            file.execute("update core.employment set is_permanent = employment_form_code = 'tillsvidare'");
            if (!columns.contains("employment_key")) {
                file.execute("update core.employment set employment_key = person_key");
            }
        }
    }

    private static Map<String, String> texts(JsonNode node) {
        return node.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString()));
    }
}
