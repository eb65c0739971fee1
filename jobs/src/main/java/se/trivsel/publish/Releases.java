package se.trivsel.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.Home;
import se.trivsel.warehouse.Limits;
import se.trivsel.warehouse.ReleaseStamp;

/**
 * The releases under {@code published}, and the pointer {@code current} to the one that everybody sees.
 *
 * <p>A release is built beside, verified and renamed before the pointer is switched: whoever looks, at whatever moment
 * the program was killed, finds the old release whole or the new one whole. Nothing under a release's own name is
 * written again. One process publishes at a time; the caller holds the lock.
 *
 * <p>Releases are pruned, what they said of themselves is not: it stays in {@code history} beside {@code published}, and no
 * release is called as one that ever was.
 */
public final class Releases {
    /**
     * What BI tools open.
     *
     * <p>DuckDB calls a database after its file. In one called {@code bi}, the name {@code bi.measure_value} could mean
     * the database or the schema, and is refused.
     */
    public static final String SERVED_FILE = "trivsel.duckdb";

    /** The same file by its layer's name, for whoever attaches it under a name of their own. */
    public static final String SERVED_FILE_ALIAS = "bi.duckdb";

    /** What analysts open: every layer, with pseudonymised rows of all whose identity is not protected. */
    public static final String ANALYST_FILE = "analyst.duckdb";

    private static final Pattern ID = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.(\\d+)");
    private static final String UNFINISHED = ".";

    private final Path published;
    private final Path releases;
    private final Path pointer;
    private final Path history;
    private final Path recalled;

    public Releases(Path published) {
        this.published = published;
        this.releases = published.resolve("releases");
        this.pointer = published.resolve("current");
        this.history = new Home(published.resolveSibling("")).history();
        this.recalled = published.resolve("recalled");
    }

    /** The release everybody sees; none before the first night. */
    public Optional<Release> current() {
        return currentFolder().map(Releases::read);
    }

    /** The real folder of the current release: it stays the same release when a new one is published meanwhile. */
    public Optional<Path> currentFolder() {
        try {
            return Files.isDirectory(pointer) ? Optional.of(pointer.toRealPath()) : Optional.empty();
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot follow " + pointer, cause);
        }
    }

    /** Every release kept, the one published first first. */
    public List<Release> list() {
        return sorted(folders().stream().map(Releases::read));
    }

    /** Every release ever published, those that are pruned too, the one published first first. */
    public List<Release> history() {
        return sorted(ids().stream().flatMap(id -> published(id).stream()));
    }

    /** What a release says of itself, also when it is pruned; nothing where there never was one of that name. */
    public Optional<Release> published(String releaseId) {
        if (!ID.matcher(releaseId).matches()) {
            return Optional.empty();
        }
        return Stream.of(releases.resolve(releaseId).resolve(ReleaseManifest.FILE), remembered(releaseId))
                .filter(Files::exists)
                .findFirst()
                .map(Releases::readFile);
    }

    private Path remembered(String releaseId) {
        return history.resolve(releaseId + ".json");
    }

    private SortedSet<String> ids() {
        try {
            return Stream.concat(folders().stream(), entries(history).stream())
                    .map(path -> path.getFileName().toString().replaceFirst("\\.json$", ""))
                    .filter(id -> ID.matcher(id).matches())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot list " + history, cause);
        }
    }

    private static List<Release> sorted(Stream<Release> releases) {
        return releases.sorted(Comparator.comparing(Release::publishedAt).thenComparing(Release::releaseId))
                .toList();
    }

    /** Keeps what the releases say of themselves, also of those that a killed run published and could not note. */
    public void remember() {
        try {
            Files.createDirectories(history);
            for (Release release : list()) {
                Path file = remembered(release.releaseId());
                if (!Files.exists(file)) {
                    DurableFiles.write(file, ReleaseManifest.write(release).getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot write to " + history, cause);
        }
    }

    /** A release that is kept. */
    public Optional<Release> find(String releaseId) {
        Path folder = releases.resolve(releaseId);
        return ID.matcher(releaseId).matches() && Files.isDirectory(folder)
                ? Optional.of(read(folder))
                : Optional.empty();
    }

    /** Where a kept release's files are. */
    public Path folder(Release release) {
        return releases.resolve(release.releaseId());
    }

    /** The id of the next release as of a day, such as {@code 2017-12-31.1}. */
    public String nextId(LocalDate asOf) {
        int last = ids().stream()
                .map(ID::matcher)
                .filter(id -> id.matches() && id.group(1).equals(asOf.toString()))
                .mapToInt(id -> Integer.parseInt(id.group(2)))
                .max()
                .orElse(0);
        return asOf + "." + (last + 1);
    }

    /**
     * Publishes a candidate and moves its file into the release.
     *
     * @param keep how many releases stay, the new one among them
     * @param limits what copying and verifying may take of the machine
     */
    public Release publish(Candidate candidate, int keep, Limits limits) {
        if (keep < 1) {
            throw new IllegalArgumentException("At least one release has to be kept, not " + keep);
        }
        try {
            Files.createDirectories(releases);
            sweep();
            requireClosed(candidate.analystFile());
            var stamp = MetaRelease.read(candidate.analystFile());
            var folder = releases.resolve(requireFree(stamp.releaseId()));
            var building = releases.resolve(UNFINISHED + "building-" + stamp.releaseId());
            var release = build(candidate, stamp, building, limits);
            Files.move(building, folder, StandardCopyOption.ATOMIC_MOVE);
            Disk.force(releases);
            switchTo(release.releaseId());
            remember();
            removeOldest(keep);
            return release;
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot publish " + candidate.analystFile(), cause);
        } catch (SQLException cause) {
            throw new IllegalStateException("Cannot publish " + candidate.analystFile(), cause);
        }
    }

    /**
     * Lets everybody see a release that is kept, and recalls those published after it.
     *
     * <p>Recalled ones stay; only, what they were made of is not published again by itself ({@link #isRecalled}).
     */
    public void promote(Release release) {
        List<Release> kept = list();
        recall(kept.subList(kept.indexOf(release) + 1, kept.size()));
        switchTo(release.releaseId());
    }

    /** The newest release published before the current one and not recalled: what to go back to. */
    public Optional<Release> previous() {
        List<Release> kept = list();
        int current = current().map(kept::indexOf).orElse(0);
        return kept.subList(0, current).stream()
                .filter(release -> !isRecalled(release))
                .reduce((earlier, later) -> later);
    }

    /** Whether somebody went back to a release before this one. */
    public boolean isRecalled(Release release) {
        return recalled().contains(release.releaseId());
    }

    private Set<String> recalled() {
        try {
            return Files.exists(recalled) ? Set.copyOf(Files.readAllLines(recalled)) : Set.of();
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot read " + recalled, cause);
        }
    }

    private void recall(List<Release> later) {
        String ids = later.stream().map(Release::releaseId).collect(Collectors.joining("\n"));
        try {
            DurableFiles.write(recalled, ids.getBytes(StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot write " + recalled, cause);
        }
    }

    /**
     * What is wrong with a kept release's files, a sentence each: every file has the hash that was noted when it was
     * published, there is no other, and the served file's rows have the content hash.
     *
     * @param limits what reading may take of the machine
     */
    public List<String> verify(Release release, Limits limits) {
        return wrong(release, purged(release), limits);
    }

    /** Since when its analysts' file is another than was published; nothing where it is not. */
    public Optional<PurgedAnalystFile> purged(Release release) {
        try {
            return PurgedAnalystFile.of(folder(release));
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot read " + folder(release), cause);
        }
    }

    private List<String> wrong(Release release, Optional<PurgedAnalystFile> purged, Limits limits) {
        Path folder = folder(release);
        var wrong = new ArrayList<String>();
        try {
            var found = FileHashes.of(folder);
            found.remove(ReleaseManifest.FILE);
            var expected = new TreeMap<>(release.files());
            purged.ifPresent(file -> {
                found.remove(PurgedAnalystFile.FILE);
                expected.put(ANALYST_FILE, file.sha256());
            });
            expected.forEach((file, hash) -> {
                String now = found.remove(file);
                if (now == null) {
                    wrong.add(file + " is missing.");
                } else if (!now.equals(hash)) {
                    wrong.add(file + " is not what was published: its hash is another.");
                }
            });
            found.keySet().forEach(file -> wrong.add(file + " was not published with the release."));
            if (wrong.isEmpty() && !ServedFile.read(folder, limits).hash().equals(release.contentHash())) {
                wrong.add("The rows of " + SERVED_FILE + " are not those that were published.");
            }
            return wrong;
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot read " + folder, cause);
        } catch (SQLException cause) {
            throw new IllegalStateException("Cannot read " + folder.resolve(SERVED_FILE), cause);
        }
    }

    private void switchTo(String releaseId) {
        var folder = releases.resolve(releaseId);
        var link = published.resolve(UNFINISHED + "current-" + releaseId);
        try {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, published.relativize(folder));
            Files.move(link, pointer, StandardCopyOption.ATOMIC_MOVE);
            Disk.force(published);
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot switch " + pointer + " to " + releaseId, cause);
        }
    }

    private Release build(Candidate candidate, ReleaseStamp stamp, Path building, Limits limits)
            throws IOException, SQLException {
        Files.createDirectory(building);
        var contents = ServedFile.write(candidate.analystFile(), building, limits);
        var analyst = AnalystCopy.write(candidate.analystFile(), building, limits);
        candidate.part().write(building, currentFolder(), limits);
        Disk.permitTree(building, "rwxr-xr-x", "r--r--r--");
        Disk.permit(analyst, "rw-------");
        var release = new Release(
                stamp.releaseId(),
                stamp.asOf(),
                stamp.publishedAt(),
                stamp.codeVersion(),
                stamp.definitionVersion(),
                Optional.of(candidate.definitionsHash()),
                candidate.inputHash(),
                contents.hash(),
                contents.rowCounts(),
                FileHashes.of(building),
                candidate.deliveries(),
                candidate.checks());
        ReleaseManifest.write(release, building);
        Files.createSymbolicLink(building.resolve(SERVED_FILE_ALIAS), Path.of(SERVED_FILE));
        Disk.forceTree(building);
        verify(release, building, limits);
        return release;
    }

    /** What is on the disk is what was meant to be: asked of the files as a reader opens them. */
    private static void verify(Release release, Path folder, Limits limits) throws IOException, SQLException {
        requireClosed(folder.resolve(SERVED_FILE));
        requireClosed(folder.resolve(ANALYST_FILE));
        var written = ServedFile.read(folder, limits);
        var stamp = MetaRelease.read(folder.resolve(SERVED_FILE));
        if (!written.hash().equals(release.contentHash())
                || !written.rowCounts().equals(release.rowCounts())
                || !stamp.releaseId().equals(release.releaseId())
                || !ReleaseManifest.read(folder).equals(release)) {
            throw new IllegalStateException("What was written to " + folder + " is not what is read from it");
        }
    }

    private static void requireClosed(Path file) {
        logOf(file).ifPresent(log -> {
            throw new IllegalStateException("Cannot publish " + file + ": it was not closed, there is a " + log);
        });
    }

    /** The write-ahead log beside a DuckDB file that somebody has opened for writing and not closed. */
    public static Optional<Path> logOf(Path file) {
        return Optional.of(file.resolveSibling(file.getFileName() + ".wal")).filter(Files::exists);
    }

    private String requireFree(String releaseId) {
        if (!ID.matcher(releaseId).matches() || Files.exists(releases.resolve(releaseId))) {
            throw new IllegalStateException("Cannot publish as " + releaseId + ": no release id, or taken");
        }
        return releaseId;
    }

    /** Whether a publication was killed, or goes on; what it left is removed by the next one. */
    public boolean hasUnfinished() {
        try {
            return !unfinished().isEmpty();
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot list " + published, cause);
        }
    }

    /** Removes what a killed publication left. */
    private void sweep() throws IOException {
        for (Path path : unfinished()) {
            DurableFiles.deleteTree(path);
        }
    }

    private List<Path> unfinished() throws IOException {
        return Stream.concat(entries(published).stream(), entries(releases).stream())
                .filter(path -> path.getFileName().toString().startsWith(UNFINISHED))
                .toList();
    }

    /** A reader that has a removed file open keeps it until it closes it. */
    private void removeOldest(int keep) throws IOException {
        var kept = new ArrayList<>(list());
        var current = current().map(Release::releaseId).orElse("");
        kept.removeIf(release -> release.releaseId().equals(current));
        for (Release release : kept.subList(0, Math.max(0, kept.size() + 1 - keep))) {
            var gone = releases.resolve(UNFINISHED + "gone-" + release.releaseId());
            Files.move(releases.resolve(release.releaseId()), gone, StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.deleteTree(gone);
        }
    }

    private List<Path> folders() {
        try {
            return entries(releases).stream()
                    .filter(path -> ID.matcher(path.getFileName().toString()).matches())
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot list " + releases, cause);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }

    private static Release read(Path folder) {
        return readFile(folder.resolve(ReleaseManifest.FILE));
    }

    private static Release readFile(Path manifest) {
        try {
            return ReleaseManifest.readFile(manifest);
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot read " + manifest, cause);
        }
    }
}
