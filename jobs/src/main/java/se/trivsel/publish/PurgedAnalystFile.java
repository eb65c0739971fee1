package se.trivsel.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import se.trivsel.inbox.Json;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.warehouse.Limits;

/**
 * That the analysts' file of a release is without persons who were purged after it was published: {@code purged.json} beside it.
 *
 * <p>The manifest stays as it was told, so this says which hash the file has instead.
 *
 * @param sha256 of the file as it is now
 */
public record PurgedAnalystFile(LocalDate purgedOn, String protocol, String sha256) {
    static final String FILE = "purged.json";

    /** Why persons are taken out. */
    public record Because(LocalDate purgedOn, String protocol) {}

    /** Nothing where a release's file is as it was published. */
    static Optional<PurgedAnalystFile> of(Path release) throws IOException {
        Path note = release.resolve(FILE);
        return Files.exists(note)
                ? Optional.of(Json.read(Files.readAllBytes(note), PurgedAnalystFile.class))
                : Optional.empty();
    }

    /** Whether any of these stands in a release's file. */
    public static boolean hasAny(Path release, Set<String> pseudonyms, Limits limits) throws SQLException {
        Path file = release.resolve(Releases.ANALYST_FILE);
        if (!Files.exists(file)) {
            return false;
        }
        try (Connection connection = ServedFile.open(release, limits)) {
            Sql.run(connection, "attach " + Sql.text(file) + " as candidate (read_only)");
            return AnalystCopy.hasAny(connection, pseudonyms);
        }
    }

    /**
     * Writes the file of a release without persons, and says so beside it.
     *
     * @param staged the folder that is written to
     * @param scratch where a copy is worked on
     */
    public static void write(
            Path release, Path staged, Set<String> pseudonyms, Path scratch, Because because, Limits limits)
            throws IOException, SQLException {
        Files.createDirectories(staged);
        Path target = staged.resolve(Releases.ANALYST_FILE);
        Files.copy(release.resolve(Releases.ANALYST_FILE), scratch);
        try (Connection connection = ServedFile.open(staged, limits)) {
            Sql.run(connection, "attach " + Sql.text(scratch) + " as candidate");
            AnalystCopy.copyWithout(connection, pseudonyms, target);
            Sql.run(connection, "detach candidate");
        }
        Files.delete(scratch);
        Disk.permit(target, "rw-------");
        DurableFiles.sync(target);
        DurableFiles.write(
                staged.resolve(FILE),
                Json.write(new PurgedAnalystFile(because.purgedOn(), because.protocol(), Disk.sha256(target))));
    }

    /** How a sentence about the file goes on. */
    public String inWords() {
        return "without the persons who were purged on " + purgedOn + ", protocol " + protocol;
    }
}
