package se.trivsel.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Fetch;
import se.trivsel.contract.Municipality;
import se.trivsel.contract.Query;
import se.trivsel.fetch.FetchResult.Tally;
import se.trivsel.fetch.FetchedFolder.Brought;
import se.trivsel.fetch.RemoteFolder.RemoteFile;
import se.trivsel.inbox.Inbox;
import se.trivsel.inbox.NamedFile;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.SourceKind;

/**
 * Brings the files of a municipality's sources into the inbox of our own, where they are received like all others.
 *
 * <p>Only files that a system of the municipality is described to write are brought; nothing at the source is changed.
 */
public final class Fetching {
    private final Path fetched;
    private final Configuration configuration;
    private final Secrets secrets;
    private final Duration patience;

    /**
     * @param fetched the folder to bring files into
     * @param patience how long to wait for a server's next answer
     */
    public Fetching(Path fetched, Configuration configuration, Secrets secrets, Duration patience) {
        this.fetched = fetched;
        this.configuration = configuration;
        this.secrets = secrets;
        this.patience = patience;
    }

    /**
     * Brings what is new of some kinds.
     *
     * @throws IOException when our own folder cannot be written; what is wrong with a source is in its result
     */
    public List<FetchResult> fetch(Municipality municipality, Set<SourceKind> kinds, LocalDate today)
            throws IOException {
        var results = new ArrayList<FetchResult>();
        for (Fetch fetch : municipality.fetches()) {
            var tally = new Tally();
            FetchedFolder folder = FetchedFolder.open(fetched, municipality.code(), fetch);
            try {
                if (fetch instanceof Fetch.Sftp sftp) {
                    copy(sftp, municipality, kinds, folder, tally);
                } else if (fetch instanceof Fetch.Jdbc jdbc) {
                    ask(jdbc, municipality, kinds, today, folder, tally);
                }
            } catch (FetchFailed failed) {
                tally.failures.add(String.valueOf(failed.getMessage()));
            }
            results.add(tally.of(municipality.code(), fetch));
        }
        return List.copyOf(results);
    }

    private void copy(
            Fetch.Sftp fetch, Municipality municipality, Set<SourceKind> kinds, FetchedFolder folder, Tally tally)
            throws IOException {
        try (RemoteFolder remote = RemoteFolder.open(fetch, municipality.code(), secrets, patience)) {
            for (RemoteFile file : remote.files()) {
                if (!isPlain(file.name())) {
                    continue;
                }
                Optional<NamedFile> found = Inbox.recognise(Path.of(file.name()), municipality, configuration);
                if (found.isEmpty()) {
                    tally.unknown.add(file.name());
                } else if (kinds.contains(found.get().kind())) {
                    copy(remote, file, found.get(), folder, tally);
                }
            }
        }
    }

    private static void copy(RemoteFolder remote, RemoteFile file, NamedFile found, FetchedFolder folder, Tally tally)
            throws IOException {
        var brought = new Brought(
                file.name(),
                file.bytes(),
                file.modifiedAt(),
                found.source().system() + "/" + found.source().dataset());
        if (folder.hasBrought(brought)) {
            tally.unchanged++;
            return;
        }
        try {
            if (!remote.copy(file, folder.temporary(file.name()))) {
                tally.unfinished.add(file.name());
                return;
            }
            folder.keep(file.name());
            folder.remember(brought);
            tally.fetched++;
        } catch (FetchFailed failed) {
            if (!failed.isOfOneFile()) {
                throw failed;
            }
            tally.failures.add(String.valueOf(failed.getMessage()));
        } finally {
            folder.drop(file.name());
        }
    }

    /** An answer that is as before is brought again and known by its content. */
    private void ask(
            Fetch.Jdbc fetch,
            Municipality municipality,
            Set<SourceKind> kinds,
            LocalDate today,
            FetchedFolder folder,
            Tally tally)
            throws IOException {
        try (SourceDatabase database = SourceDatabase.open(fetch, municipality.code(), secrets, patience)) {
            for (Query query : fetch.queries()) {
                for (Period period : query.periods(today)) {
                    String name = query.file().fileName(period);
                    Optional<NamedFile> found = Inbox.recognise(Path.of(name), municipality, configuration);
                    if (found.isPresent() && kinds.contains(found.get().kind())) {
                        ask(database, query, period, name, folder, tally);
                    }
                }
            }
        }
    }

    private static void ask(
            SourceDatabase database, Query query, Period period, String name, FetchedFolder folder, Tally tally)
            throws IOException {
        try {
            database.answer(query, period, folder.temporary(name));
            folder.keep(name);
            tally.fetched++;
        } catch (FetchFailed failed) {
            if (!failed.isOfOneFile()) {
                throw failed;
            }
            tally.failures.add(name + ": " + failed.getMessage());
        } finally {
            folder.drop(name);
        }
    }

    /** A server chooses its names: none may lead out of the folder, and none is looked at that an inbox would not. */
    private static boolean isPlain(String name) {
        return name.chars().noneMatch(sign -> sign == '/' || sign == '\\' || Character.isISOControl(sign))
                && Inbox.isFinished(Path.of(name));
    }
}
