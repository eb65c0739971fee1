package se.trivsel.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.trivsel.vocabulary.Period;

/**
 * The file names that are taken: a file must belong to one source only, or it would be read twice.
 *
 * <p>Two patterns clash when one takes the plainest name of the other; what clashes in rarer names only is not seen.
 */
final class FileNames {
    private static final Period ANY = Period.year(2015);

    private record Taken(FilePattern pattern, String plainest, String by) {}

    private final List<Taken> taken = new ArrayList<>();

    void add(FilePattern pattern, String by) {
        taken.add(new Taken(pattern, pattern.fileName(ANY), by));
    }

    void addAll(FileNames others) {
        taken.addAll(others.taken);
    }

    /** What has taken the names of this pattern already, if anything. */
    Optional<String> holder(FilePattern pattern) {
        String plainest = pattern.fileName(ANY);
        return taken.stream()
                .filter(other -> other.pattern.takes(plainest) || pattern.takes(other.plainest))
                .map(other -> other.pattern.text() + " of " + other.by)
                .findFirst();
    }
}
