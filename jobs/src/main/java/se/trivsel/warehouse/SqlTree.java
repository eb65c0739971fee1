package se.trivsel.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The SQL that says what the data means: numbered layers of files, read once.
 *
 * <p>The folders of the dialect, of macros, of example questions and of checks belong to the tree, but are no layers: the
 * first is run before them, macros and checks after them, and the questions only by those who read.
 */
public record SqlTree(
        SqlFile dialect, List<SqlLayer> layers, List<SqlFile> macros, List<SqlFile> questions, List<SqlFile> checks) {
    private static final Pattern FOLDER = Pattern.compile("(\\d\\d)_([a-z]+)");
    private static final String DIALECTS = "00_dialect";
    private static final String MACROS = "70_macro";
    private static final String QUESTIONS = "80_question";
    private static final String CHECKS = "90_quality";
    private static final Set<String> NO_LAYERS = Set.of(DIALECTS, MACROS, QUESTIONS, CHECKS);

    public SqlTree {
        layers = List.copyOf(layers);
        macros = List.copyOf(macros);
        questions = List.copyOf(questions);
        checks = List.copyOf(checks);
    }

    /** Reads the tree for DuckDB. */
    public static SqlTree read(Path root) {
        SqlFile dialect = SqlFile.read(root, root.resolve(DIALECTS).resolve("duckdb.sql"));
        List<SqlLayer> layers = folders(root).stream()
                .filter(folder -> !NO_LAYERS.contains(folder.getFileName().toString()))
                .map(folder -> layer(root, folder))
                .toList();
        return new SqlTree(
                dialect,
                layers,
                files(root, root.resolve(MACROS)),
                files(root, root.resolve(QUESTIONS)),
                files(root, root.resolve(CHECKS)));
    }

    /** The functions of the dialect as Spark makes them. */
    static SqlFile sparkDialect(Path root) {
        return SqlFile.read(root, root.resolve(DIALECTS).resolve("spark.sql"));
    }

    /** Every file of the tree, of whatever use. */
    public List<SqlFile> files() {
        return Stream.of(
                        Stream.of(dialect),
                        layers.stream().flatMap(layer -> layer.files().stream()),
                        macros.stream(),
                        questions.stream(),
                        checks.stream())
                .flatMap(Function.identity())
                .toList();
    }

    /** The layers from one number to another, both included. */
    public List<SqlLayer> layers(int from, int to) {
        return layers.stream()
                .filter(layer -> layer.number() >= from && layer.number() <= to)
                .toList();
    }

    /**
     * The file at a place such as {@code sql/20_core/month.sql}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public SqlFile file(String place) {
        return Stream.concat(layers.stream().flatMap(layer -> layer.files().stream()), checks.stream())
                .filter(file -> file.place().equals(place))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + place));
    }

    private static SqlLayer layer(Path root, Path folder) {
        Matcher name = FOLDER.matcher(folder.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException("Not a layer, such as 20_core: " + folder);
        }
        return new SqlLayer(Integer.parseInt(name.group(1)), name.group(2), files(root, folder));
    }

    private static List<Path> folders(Path root) {
        return list(root, Files::isDirectory);
    }

    private static List<SqlFile> files(Path root, Path folder) {
        return list(folder, path -> path.toString().endsWith(".sql")).stream()
                .map(path -> SqlFile.read(root, path))
                .toList();
    }

    private static List<Path> list(Path folder, Predicate<Path> kept) {
        try (var paths = Files.list(folder)) {
            return paths.filter(kept).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + folder, failure);
        }
    }
}
