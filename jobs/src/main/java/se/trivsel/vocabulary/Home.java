package se.trivsel.vocabulary;

import java.nio.file.Path;

/**
 * The folder that a run writes to, and the folders in it.
 *
 * <p>{@link #fetched}, {@link #intake}, {@link #archive}, {@link #quarantine}, {@link #keys} and {@link #rotation} are the protected zone; nothing to the
 * right of them ever holds a personal number, a name or free text.
 */
public record Home(Path root) {
    /** What was brought from elsewhere and is not archived yet: an inbox of our own. */
    public Path fetched() {
        return root.resolve("fetched");
    }

    /** Parts of files with rows of several municipalities until they are archived, and what is known of such files. */
    public Path intake() {
        return root.resolve("intake");
    }

    public Path archive() {
        return root.resolve("archive");
    }

    /** The sealed pseudonyms of a municipality's purged persons, whose rows are kept out. */
    public Path purged(MunicipalityCode municipality) {
        return archive().resolve(municipality.value()).resolve("purged.sealed");
    }

    public Path quarantine() {
        return root.resolve("quarantine");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path lake() {
        return root.resolve("lake");
    }

    public Path published() {
        return root.resolve("published");
    }

    public Path receipts() {
        return root.resolve("receipts");
    }

    /** What the rules between rows found last, for the receipts of the nights until they are asked again. */
    public Path findings() {
        return root.resolve("findings").resolve("between-rows.json");
    }

    /** What the receipts were made of when they were written last. */
    public Path answered() {
        return root.resolve("findings").resolve("answered.json");
    }

    /** What each release hid, with the numbers: for its owner only. */
    public Path withheld() {
        return root.resolve("withheld");
    }

    /** What configuration and SQL said when a release was made, once for each content. */
    public Path definitions() {
        return root.resolve("definitions");
    }

    /** What each release said of itself, also those that are pruned. */
    public Path history() {
        return root.resolve("history");
    }

    public Path runs() {
        return root.resolve("runs");
    }

    /** Where a municipality's files are written anew, with another key or without somebody: as protected as all of them. */
    public Path rotation() {
        return root.resolve("rotation");
    }

    /** What was removed for good, when and why: codes and counts. */
    public Path protocols() {
        return root.resolve("protocols");
    }

    /** The home of a rehearsal, while there is one: its protected zone is as this one's. */
    public Path rehearsal() {
        return root.resolve("rehearsal");
    }

    /** Where the figures of the last run are for Prometheus. */
    public Path metrics() {
        return root.resolve("metrics");
    }

    /** Where the job repository's H2 file is. */
    public Path jobs() {
        return root.resolve("jobs");
    }

    /** Where the analyst file of the next release is built, and where an old one is made again. */
    public Path building() {
        return root.resolve("building");
    }
}
