package se.trivsel.inbox;

import java.nio.file.Path;
import java.util.Optional;
import se.trivsel.contract.Source;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.SourceKind;

/**
 * A file that somebody agreed to send, as far as its folder and its name tell.
 *
 * <p>The rest its content has to tell: whose its rows are, where it has rows of several municipalities, and what time it
 * covers, where its name does not say it.
 */
public record NamedFile(
        Path path, Optional<MunicipalityCode> municipality, SourceKind kind, Source source, Optional<Period> period) {
    /** The file, when nothing is left for its content to tell. */
    public Optional<FoundFile> found() {
        return municipality.flatMap(sender -> period.map(covers -> new FoundFile(path, sender, kind, source, covers)));
    }
}
