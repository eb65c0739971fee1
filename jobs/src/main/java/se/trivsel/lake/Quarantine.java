package se.trivsel.lake;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import se.trivsel.inbox.Json;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.inbox.SealedFile;
import se.trivsel.normalise.RejectedRow;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.Finding;

/**
 * The rejected rows of one delivery: a sealed file with a JSON object a line.
 *
 * <p>It holds what was written in the file, personal data included; it never leaves the protected zone. Without
 * rejected rows there is no file.
 */
final class Quarantine implements Closeable {
    private final Path target;
    private final Path temporary;
    private final MunicipalityKey key;
    private final String rulesVersion;
    private Optional<Writer> writer = Optional.empty();

    Quarantine(Path target, MunicipalityKey key, String rulesVersion) {
        this.target = target;
        this.temporary = DurableFiles.temporaryBeside(target);
        this.key = key;
        this.rulesVersion = rulesVersion;
    }

    void add(RejectedRow row) throws IOException {
        Writer out = writer();
        List<Reason> reasons = row.findings().stream().map(Reason::of).toList();
        out.write(Json.line(new Line(row.line(), row.raw(), reasons, rulesVersion)));
        out.write('\n');
    }

    private Writer writer() throws IOException {
        if (writer.isEmpty()) {
            DurableFiles.createProtectedFolder(target.resolveSibling(""));
            writer = Optional.of(new BufferedWriter(
                    new OutputStreamWriter(SealedFile.write(temporary, key), StandardCharsets.UTF_8)));
        }
        return writer.get();
    }

    /** Makes the file whole, if there were rejected rows. */
    void commit() throws IOException {
        if (writer.isPresent()) {
            writer.get().close();
            writer = Optional.empty();
            DurableFiles.commit(temporary, target);
        }
    }

    @Override
    public void close() throws IOException {
        if (writer.isPresent()) {
            writer.get().close();
            Files.deleteIfExists(temporary);
        }
    }

    /** A rejected row in the file. */
    record Line(int line, String raw, List<Reason> findings, String rulesVersion) {}

    /** Why it was rejected. */
    record Reason(String code, String column) {
        static Reason of(Finding finding) {
            return new Reason(finding.code().code(), finding.place().heading().orElse(""));
        }
    }
}
