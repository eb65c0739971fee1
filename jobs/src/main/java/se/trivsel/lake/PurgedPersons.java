package se.trivsel.lake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.inbox.SealedFile;
import se.trivsel.vocabulary.DurableFiles;

/**
 * The pseudonyms of a municipality's purged persons, and of the employments and cases that were theirs.
 *
 * <p>It tells who was purged, so it is sealed as the archive is. Made with the municipality's key, it says nothing under another one.
 */
public record PurgedPersons(Set<String> pseudonyms) {
    public PurgedPersons {
        pseudonyms = Set.copyOf(pseudonyms);
    }

    /** Those in a file; nobody where there is none. */
    public static PurgedPersons read(Path sealed, MunicipalityKey key) throws IOException {
        if (!Files.exists(sealed)) {
            return new PurgedPersons(Set.of());
        }
        try (var lines =
                new BufferedReader(new InputStreamReader(SealedFile.read(sealed, key), StandardCharsets.UTF_8))) {
            return new PurgedPersons(lines.lines().collect(Collectors.toSet()));
        }
    }

    public PurgedPersons and(Collection<String> others) {
        var all = new TreeSet<>(pseudonyms);
        all.addAll(others);
        return new PurgedPersons(all);
    }

    public void write(Path sealed, MunicipalityKey key) throws IOException {
        DurableFiles.createProtectedFolder(sealed.resolveSibling(""));
        Path temporary = DurableFiles.temporaryBeside(sealed);
        try (OutputStream out = SealedFile.write(temporary, key)) {
            for (String pseudonym : new TreeSet<>(pseudonyms)) {
                out.write((pseudonym + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        DurableFiles.commit(temporary, sealed);
    }
}
