package se.trivsel.warehouse;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Which pseudonym of a new key stands for which of the old one, and files of the lake written anew by it.
 *
 * <p>One cannot be worked out of the other: they are known only where both were made of the same number. A file in which a pseudonym
 * is not known must not be written, or its person would become a stranger.
 */
public final class Relinking implements AutoCloseable {
    /** What stands for a text with a personal number in it, see {@code Pseudonyms}. */
    private static final String HIDDEN_TEXT = "'dold-[a-p]{12}'";

    private final AnalystFile file;
    private final DuckDBAppender pairs;

    private Relinking(AnalystFile file, DuckDBAppender pairs) {
        this.file = file;
        this.pairs = pairs;
    }

    /** Begins in a file that is only there meanwhile: it links the two keys, so it has to be protected. */
    public static Relinking open(Path scratch, Limits limits) throws SQLException {
        AnalystFile file = AnalystFile.open(scratch, limits);
        try {
            file.execute("create table pair (before varchar, after varchar)");
            return new Relinking(
                    file,
                    file.connection().unwrap(DuckDBConnection.class).createAppender(AnalystFile.NAME, "main", "pair"));
        } catch (SQLException failure) {
            file.close();
            throw failure;
        }
    }

    public void add(String before, String after) throws SQLException {
        pairs.beginRow().append(before).append(after).endRow();
    }

    /** All is added. */
    public void ready() throws SQLException {
        pairs.close();
        file.execute("create table link as select before, any_value(after) as after from pair group by before");
        file.execute("drop table pair");
    }

    /** How many pseudonyms in a file of the lake are not known. */
    public long unknown(Path rows) throws SQLException {
        var stored = new LakeRows(file, rows);
        String asked = stored.texts().stream()
                .map(column ->
                        "select " + column + " as found from " + stored.asTable() + " where " + isPseudonym(column))
                .collect(Collectors.joining(" union "));
        return asked.isEmpty() ? 0 : stored.count("from (" + asked + ") where found not in (select before from link)");
    }

    private static String isPseudonym(String column) {
        return column.endsWith("_key\"")
                ? column + " is not null"
                : "regexp_full_match(" + column + ", " + HIDDEN_TEXT + ")";
    }

    /** Writes a file of the lake anew. */
    public void rewrite(Path rows, Path target) throws SQLException {
        var stored = new LakeRows(file, rows);
        List<String> replaced = stored.texts().stream()
                .map(column -> "coalesce((select after from link where before = stored." + column + "), stored."
                        + column + ") as " + column)
                .toList();
        stored.write(replaced, "true", target);
    }

    @Override
    public void close() throws SQLException {
        pairs.close();
        file.close();
    }
}
