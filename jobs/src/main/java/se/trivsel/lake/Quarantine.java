package se.trivsel.lake;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import se.trivsel.inbox.Json;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.inbox.SealedFile;
import se.trivsel.normalise.RejectedRow;
import se.trivsel.vocabulary.DurableFiles;

/**
 * The rejected rows of one delivery: a sealed file with a JSON object a line.
 *
 * <p>It holds what was written in the file, personal data included; it never leaves the protected zone. Without
 * rejected rows there is no file.
 */
final class Quarantine implements Closeable {
    private final Path target;
    private final MunicipalityKey key;
    private final String rulesVersion;
    private Optional<Unfinished> unfinished = Optional.empty();

    Quarantine(Path target, MunicipalityKey key, String rulesVersion) {
        this.target = target;
        this.key = key;
        this.rulesVersion = rulesVersion;
    }

    private record Unfinished(Path temporary, Writer writer) {}

    void add(RejectedRow row) throws IOException {
        if (unfinished.isEmpty()) {
            unfinished = Optional.of(begin());
        }
        Writer out = unfinished.get().writer();
        out.write(Json.line(QuarantinedRow.of(row, rulesVersion)));
        out.write('\n');
    }

    private Unfinished begin() throws IOException {
        DurableFiles.createProtectedFolder(target.resolveSibling(""));
        Path temporary = DurableFiles.temporaryOfOneAttempt(target);
        return new Unfinished(
                temporary,
                new BufferedWriter(new OutputStreamWriter(SealedFile.write(temporary, key), StandardCharsets.UTF_8)));
    }

    /** Makes the file whole, if there were rejected rows. */
    void commit() throws IOException {
        if (unfinished.isPresent()) {
            Unfinished whole = unfinished.get();
            whole.writer().close();
            DurableFiles.commit(whole.temporary(), target);
            unfinished = Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        if (unfinished.isPresent()) {
            unfinished.get().writer().close();
            Files.deleteIfExists(unfinished.get().temporary());
        }
    }

    /** Gives every row of a quarantine to somebody, in the order of the file; none where there is no quarantine. */
    static void read(Path file, MunicipalityKey key, Consumer<QuarantinedRow> reader) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (var lines =
                new BufferedReader(new InputStreamReader(SealedFile.read(file, key), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.accept(Json.read(line.getBytes(StandardCharsets.UTF_8), QuarantinedRow.class));
            }
        }
    }
}
