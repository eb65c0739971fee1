package se.trivsel.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every {@code src/test/sql/<layer>/<object>/<claim>.yaml} against {@code sql/<layer>/<object>.sql}.
 *
 * <p>{@code -Dsql=40_measure/po_ext} runs only the cases whose path holds the text.
 */
class SqlCasesTest {
    private static final Path CASES = Repository.path("jobs/src/test/sql");
    private static final String ONLY = System.getProperty("sql", "");

    private static AnalystFile empty;
    private static SqlTree tree;

    @BeforeAll
    static void buildTheRealTables() throws SQLException {
        tree = SqlTree.read(Repository.path("sql"));
        empty = EmptyWarehouse.build(tree);
    }

    @AfterAll
    static void letGo() throws SQLException {
        empty.close();
    }

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (var paths = Files.walk(CASES)) {
            List<Path> found = paths.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> path.toString().contains(ONLY))
                    .sorted()
                    .toList();
            return found.stream().map(SqlCasesTest::test);
        }
    }

    private static DynamicTest test(Path path) {
        Path claim = CASES.relativize(path);
        String place = "sql/" + claim.getParent().toString().replace('\\', '/') + ".sql";
        return DynamicTest.dynamicTest(
                claim.toString(), path.toUri(), () -> SqlCase.read(path).verify(empty, tree.file(place)));
    }
}
