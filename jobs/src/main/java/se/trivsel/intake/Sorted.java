package se.trivsel.intake;

import java.util.List;
import java.util.Optional;
import se.trivsel.inbox.FoundFile;
import se.trivsel.inbox.NamedFile;

/**
 * What a file's content told about it.
 *
 * @param seen nothing when it changed or vanished under our hands; the next night will find it finished
 * @param files what is to be received of it: the file itself, or its parts if they are new
 * @param isNew whether it had to be read
 */
public record Sorted(NamedFile file, Optional<Seen> seen, List<FoundFile> files, boolean isNew) {
    public Sorted {
        files = List.copyOf(files);
    }

    /** What there is to tell its sender. */
    public Optional<LeftFile> left() {
        return seen.filter(known -> !known.findings().isEmpty())
                .map(known -> new LeftFile(file.path(), file.municipality(), known.findings()));
    }

    public boolean isUnfinished() {
        return seen.isEmpty();
    }
}
