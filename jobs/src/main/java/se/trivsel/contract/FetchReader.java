package se.trivsel.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import se.trivsel.vocabulary.Period;

/** Makes fetches of what a municipality's file says under {@code fetches}, and checks that each can bring something. */
final class FetchReader {
    private static final int SSH_PORT = 22;
    private static final int TIMEOUT_MINUTES = 30;
    private static final Period ANY = Period.year(2015);

    private FetchReader() {}

    /** @param isTaken whether one of the municipality's systems has files of that name */
    static List<Fetch> read(Entry root, Predicate<String> isTaken) {
        var fetches = new ArrayList<Fetch>();
        var labels = new HashSet<String>();
        for (Entry entry : root.list("fetches")) {
            Fetch fetch = entry.text("from").equals("sftp") ? sftp(entry) : jdbc(entry, isTaken);
            if (!labels.add(fetch.label())) {
                entry.problem("is the second of its kind; give each a name, so that each has a password of its own");
            }
            fetches.add(fetch);
        }
        return List.copyOf(fetches);
    }

    private static Fetch.Sftp sftp(Entry entry) {
        return new Fetch.Sftp(
                entry.find("name"),
                entry.text("host"),
                entry.has("port") ? entry.number("port") : SSH_PORT,
                entry.text("user"),
                entry.texts("host_key"),
                entry.text("folder"),
                timeLimit(entry));
    }

    private static Fetch.Jdbc jdbc(Entry entry, Predicate<String> isTaken) {
        var queries = new ArrayList<Query>();
        for (Entry query : entry.list("queries")) {
            pattern(query.at("file"), isTaken)
                    .ifPresent(file -> queries.add(
                            new Query(file, query.text("sql"), query.has("last") ? query.number("last") : 1)));
        }
        return new Fetch.Jdbc(entry.find("name"), entry.text("url"), entry.text("user"), queries, timeLimit(entry));
    }

    private static Optional<FilePattern> pattern(Entry file, Predicate<String> isTaken) {
        var pattern = new FilePattern(file.text());
        if (!pattern.statesPeriod()) {
            file.problem("must have {year}, {month}, or {from} and {to} in it, so that the period is known");
            return Optional.empty();
        }
        if (!isTaken.test(pattern.fileName(ANY))) {
            file.problem("none of the municipality's systems has files of that name; see files in config/sources");
        }
        return Optional.of(pattern);
    }

    private static Duration timeLimit(Entry entry) {
        return Duration.ofMinutes(entry.has("timeout_minutes") ? entry.number("timeout_minutes") : TIMEOUT_MINUTES);
    }
}
