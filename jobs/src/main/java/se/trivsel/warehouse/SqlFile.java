package se.trivsel.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One file of the SQL tree: its folder names the schema and its own name the object in it.
 *
 * <p>Files say {@code create or replace view}, since that is what engines have in common; {@link #asTable} is the same
 * file with its result stored, without which every view on a view would be computed again for each reader.
 *
 * @param place how people find it, such as {@code sql/20_core/month.sql}
 */
public record SqlFile(String place, String schema, String name, String text) {
    private static final Pattern CREATE = Pattern.compile("(?i)^create\\s+or\\s+replace\\s+view\\b");
    private static final Pattern AS = Pattern.compile("(?i)^create\\s+or\\s+replace\\s+view\\s+\\S+\\s+as\\s+");
    private static final Pattern COMMENT = Pattern.compile("(?i)^comment\\s+on\\s+view\\b");

    static SqlFile read(Path root, Path path) {
        String place = (root.getFileName() + "/" + root.relativize(path)).replace('\\', '/');
        String folder = path.getName(path.getNameCount() - 2).toString();
        String name = path.getFileName().toString().replaceFirst("\\.sql$", "");
        try {
            return new SqlFile(place, folder.substring(folder.indexOf('_') + 1), name, Files.readString(path));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + place, failure);
        }
    }

    /** Schema and name, as SQL calls the object. */
    public String object() {
        return schema + "." + name;
    }

    /** What the file is for: its first line. */
    public String purpose() {
        String first = text.lines().findFirst().orElse("");
        return first.startsWith("-- ") ? first.substring(3).strip() : "";
    }

    /** What a header line such as {@code -- Grain: one row per month.} says. */
    public Optional<String> header(String key) {
        String start = "-- " + key + ":";
        return text.lines()
                .takeWhile(line -> line.startsWith("--"))
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    public List<SqlStatement> asWritten() {
        return SqlStatement.split(text);
    }

    public List<SqlStatement> asTable() {
        return asWritten().stream()
                .map(statement -> new SqlStatement(tabled(statement.text()), statement.line()))
                .toList();
    }

    /** What its object is made by, without what it is called. */
    String query() {
        return AS.matcher(asWritten().get(0).text()).replaceFirst("");
    }

    private static String tabled(String statement) {
        String created = CREATE.matcher(statement).replaceFirst("create or replace table");
        return COMMENT.matcher(created).replaceFirst("comment on table");
    }

    /** The code alone: comments and the inside of strings made blank. */
    String bare() {
        return SqlStatement.bare(text);
    }
}
