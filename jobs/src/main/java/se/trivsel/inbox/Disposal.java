package se.trivsel.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import se.trivsel.vocabulary.DurableFiles;

/**
 * Why a file of the protected zone is gone, and since when: a rule of retention has removed it.
 *
 * <p>It is noted before the file is removed: after a kill the file may still be there, and is not used any more.
 *
 * @param rule as the operator's settings call it
 * @param kept how long it was kept
 * @param protocol the name of the file that lists all that went with it
 */
public record Disposal(String rule, Period kept, LocalDate disposedOn, String protocol) {
    /** The rule by which files of purged persons go: it is a decision and keeps nothing for any time. */
    public static final String PURGE = "purge";

    /** Because persons who stood in the file were purged. */
    public static Disposal ofPurge(LocalDate day, String protocol) {
        return new Disposal(PURGE, Period.ZERO, day, protocol);
    }

    public boolean isPurge() {
        return rule.equals(PURGE);
    }

    /** What was noted; nothing where the file that the note would be about is kept. */
    public static Optional<Disposal> read(Path note) {
        try {
            return Files.exists(note)
                    ? Optional.of(Json.read(Files.readAllBytes(note), Disposal.class))
                    : Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalStateException("Cannot read " + note, unreadable);
        }
    }

    /** Notes it; the file is not used any more. */
    public void write(Path note) throws IOException {
        DurableFiles.createProtectedFolder(note.resolveSibling(""));
        DurableFiles.write(note, Json.write(this));
    }

    /** Removes a file for good, and notes why beside it. */
    public void remove(Path file, Path note) throws IOException {
        DurableFiles.write(note, Json.write(this));
        Files.deleteIfExists(file);
        DurableFiles.syncFolder(note.resolveSibling(""));
    }

    /** How a sentence about what is gone goes on. */
    public String inWords() {
        if (isPurge()) {
            return "disposed of on " + disposedOn + " with persons who were purged, protocol " + protocol;
        }
        return "disposed of on " + disposedOn + " by the rule " + rule + " (" + kept + "), protocol " + protocol;
    }
}
