package se.trivsel.inbox;

import java.nio.file.Path;
import se.trivsel.contract.FilePattern;
import se.trivsel.contract.Source;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.SourceKind;

/** A file in the inbox that somebody agreed to send: whose it is, what it is, and what time it covers. */
public record FoundFile(Path path, MunicipalityCode municipality, SourceKind kind, Source source, Period period) {
    /** Whether its name says that the municipality has prepared it. */
    public boolean isPrepared() {
        return FilePattern.isPrepared(String.valueOf(path.getFileName()));
    }
}
