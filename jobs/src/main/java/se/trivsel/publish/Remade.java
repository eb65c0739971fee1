package se.trivsel.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import se.trivsel.warehouse.Limits;

/**
 * What a release holds when it is made again, to be held against the one that was published.
 *
 * <p>The content hash decides. The exported texts only tell where to look: they hold the release's own name and times too.
 *
 * @param rowCounts rows of each object of {@code bi}
 */
public record Remade(String contentHash, SortedMap<String, Long> rowCounts, SortedMap<String, String> textHashes) {
    /** Of a built analyst file, as it would be published; files are written to a folder that is the caller's to remove. */
    public static Remade of(Path analystFile, Path folder, Limits limits) throws SQLException, IOException {
        var contents = ServedFile.write(analystFile, folder, limits);
        var textHashes = new TreeMap<String, String>();
        for (String object : contents.rowCounts().keySet()) {
            textHashes.put(object, Disk.sha256(folder.resolve(text(object))));
        }
        return new Remade(contents.hash(), contents.rowCounts(), textHashes);
    }

    public boolean isSameAs(Release release) {
        return contentHash.equals(release.contentHash());
    }

    /** A sentence for each object of {@code bi} that is another than it was; none where only columns or macros are. */
    public List<String> differencesTo(Release release) {
        var objects = new TreeSet<>(rowCounts.keySet());
        objects.addAll(release.rowCounts().keySet());
        objects.remove(ServedFile.REVISION);
        return objects.stream()
                .flatMap(object -> differenceTo(release, object).stream())
                .toList();
    }

    private Optional<String> differenceTo(Release release, String object) {
        Optional<Long> then = Optional.ofNullable(release.rowCounts().get(object));
        Optional<Long> now = Optional.ofNullable(rowCounts.get(object));
        if (!then.equals(now)) {
            return Optional.of("bi.%s: %s, now %s".formatted(object, rows(then), rows(now)));
        }
        boolean isSame = Optional.ofNullable(release.files().get(text(object)))
                .equals(Optional.ofNullable(textHashes.get(object)));
        return isSame
                ? Optional.empty()
                : Optional.of("bi.%s: %s, some of them others now".formatted(object, rows(then)));
    }

    private static String rows(Optional<Long> rows) {
        return rows.map(number -> number + " rows").orElse("not there");
    }

    private static String text(String object) {
        return ServedFile.EXPORTS + "/" + object + ".csv";
    }
}
