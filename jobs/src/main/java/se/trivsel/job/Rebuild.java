package se.trivsel.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import se.trivsel.inbox.Archive;
import se.trivsel.inbox.KeyRing;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.Lake;
import se.trivsel.lake.Rereading;
import se.trivsel.publish.Definitions;
import se.trivsel.publish.Release;
import se.trivsel.publish.ReleasedDelivery;
import se.trivsel.publish.Remade;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.Home;
import se.trivsel.warehouse.Limits;
import se.trivsel.warehouse.ReleaseBefore;
import se.trivsel.warehouse.ReleaseStamp;
import se.trivsel.warehouse.Warehouse;
import se.trivsel.warehouse.Withheld;

/**
 * A release made again from the archive, by the definitions kept for it, and held against what was published.
 *
 * <p>What was known then is told by the manifests of the lake. The lake's rows are used only of readings made by rules older than
 * the release's, or whose bytes are disposed of. Nothing is left behind, and a run may go on meanwhile: it changes nothing of what
 * is read here.
 */
public final class Rebuild {
    private final Release release;
    private final Home home;
    private final OperatingSettings settings;
    private final Path folder;
    private final Consumer<String> told;

    private Rebuild(Release release, Home home, OperatingSettings settings, Path folder, Consumer<String> told) {
        this.release = release;
        this.home = home;
        this.settings = settings;
        this.folder = folder;
        this.told = told;
    }

    /**
     * Makes a release again, and says whether it came out as it was published.
     *
     * @param told whoever is to hear, a sentence each, how it goes
     * @return also that one is being made again in the same home, and nothing was done
     * @throws se.trivsel.inbox.KeyRefused when a municipality's key is missing or another one than before
     * @throws se.trivsel.contract.InvalidConfiguration when this version of the program does not understand the definitions
     */
    public static ExitCode of(
            Release release, Home home, OperatingSettings settings, ProgramVersion program, Consumer<String> told)
            throws IOException, SQLException, InterruptedException {
        try (var lock = RunLock.tryAcquireForRebuild(home).orElse(null)) {
            if (lock == null) {
                told.accept("A release is being made again in " + home.root() + "; nothing was done.");
                return ExitCode.LOCKED;
            }
            var rebuild = new Rebuild(release, home, settings, home.building().resolve("rebuild"), told);
            DurableFiles.deleteTree(rebuild.folder);
            try {
                DurableFiles.createProtectedFolder(rebuild.folder);
                rebuild.tellOtherVersion(program);
                Outcome outcome = rebuild.outcome();
                told.accept("Release " + release.releaseId() + outcome.inWords);
                return outcome.exitCode;
            } finally {
                DurableFiles.deleteTree(rebuild.folder);
            }
        }
    }

    private void tellOtherVersion(ProgramVersion program) {
        String then = release.codeVersion().replaceFirst("\\+sql\\..*", "");
        if (!then.equals(program.version())) {
            told.accept("It was made by version " + then + " of the program, and is made again by " + program.version()
                    + ".");
        }
    }

    private enum Outcome {
        SAME(ExitCode.OK, " can be made again, and is what was published."),
        PURGED(
                ExitCode.INCOMPLETE,
                " cannot be made again as it was published: persons were purged since. What is left of it can."),
        OTHER(ExitCode.FAILED, " cannot be made again as it was published.");

        private final ExitCode exitCode;
        private final String inWords;

        Outcome(ExitCode exitCode, String inWords) {
            this.exitCode = exitCode;
            this.inWords = inWords;
        }
    }

    private Outcome outcome() throws IOException, SQLException, InterruptedException {
        Optional<Definitions> definitions = definitions();
        if (definitions.isEmpty()) {
            return Outcome.OTHER;
        }
        List<DeliveryManifest> known = known();
        if (!areAllThere(known) || !areReadAgain(known, definitions.get())) {
            return Outcome.OTHER;
        }
        if (isBuiltAgain(known, definitions.get())) {
            return Outcome.SAME;
        }
        return wasPurgedSince(known) ? Outcome.PURGED : Outcome.OTHER;
    }

    private boolean wasPurgedSince(List<DeliveryManifest> known) {
        var archive = new Archive(home.archive(), KeyRing.open(home.keys(), false));
        LocalDate publishedOn = Retention.day(release.publishedAt());
        return known.stream()
                .flatMap(reading -> archive.disposal(reading.deliveryId()).stream())
                .anyMatch(
                        disposal -> disposal.isPurge() && !disposal.disposedOn().isBefore(publishedOn));
    }

    private Optional<Definitions> definitions() throws IOException {
        if (release.definitionsHash().isEmpty()) {
            told.accept("It was made before definitions were kept: by what it was made is not known.");
            return Optional.empty();
        }
        String hash = release.definitionsHash().get();
        Optional<Definitions> definitions = Definitions.read(home.definitions(), hash);
        if (definitions.isEmpty()) {
            told.accept("Its definitions are gone: " + hash + ".zip is not in " + home.definitions()
                    + ", or holds others.");
        }
        return definitions;
    }

    private List<DeliveryManifest> known() {
        return new Lake(home)
                .manifests().stream()
                        .filter(reading -> reading.wasKnown(release.asOf(), release.publishedAt()))
                        .toList();
    }

    private boolean areAllThere(List<DeliveryManifest> known) {
        var there = known.stream()
                .filter(DeliveryManifest::isAccepted)
                .map(reading -> new ReleasedDelivery(reading.deliveryId(), reading.sha256()))
                .collect(Collectors.toSet());
        List<String> gone = release.deliveries().stream()
                .filter(delivery -> !there.contains(delivery))
                .map(delivery ->
                        "Delivery " + delivery.deliveryId() + ", which it stands on, is not in the lake any more.")
                .toList();
        gone.forEach(told);
        return gone.isEmpty();
    }

    private boolean areReadAgain(List<DeliveryManifest> known, Definitions definitions)
            throws IOException, InterruptedException {
        var keys = KeyRing.open(home.keys(), false);
        var rereading = new Rereading(
                definitions.configuration(), new Archive(home.archive(), keys), keys, new Lake(home), lake());
        var readingsByDelivery = known.stream().collect(Collectors.groupingBy(DeliveryManifest::deliveryId));
        List<Callable<Rereading.Result>> tasks = known.stream()
                .<Callable<Rereading.Result>>map(first -> () -> {
                    var readings = Objects.requireNonNull(readingsByDelivery.get(first.deliveryId()));
                    return rereading.read(first, before(first, readings));
                })
                .toList();
        var wrong = new ArrayList<String>();
        int again = 0;
        int older = 0;
        for (Rereading.Result result : InParallel.run(tasks, settings.threads())) {
            if (result instanceof Rereading.Result.Same) {
                again++;
            } else if (result instanceof Rereading.Result.OtherRules taken) {
                older++;
                take(taken.first()).ifPresent(wrong::add);
            } else if (result instanceof Rereading.Result.Disposed disposed) {
                told.accept(disposed(disposed));
                take(disposed.first()).ifPresent(wrong::add);
            } else if (result instanceof Rereading.Result.Unreadable unreadable) {
                wrong.add("Delivery " + unreadable.first().deliveryId() + " " + unreadable.reason() + ".");
            } else if (result instanceof Rereading.Result.Other other) {
                wrong.add("Reading " + other.first().readingId() + " comes out otherwise: "
                        + counts(other.first().rowsKept(), other.first().rowsRejected()) + " then, "
                        + counts(other.rowsKept(), other.rowsRejected()) + " now, or other findings.");
            }
        }
        told.accept(again + " of " + known.size() + " readings were made again from the archive.");
        if (older > 0) {
            told.accept(
                    older + " of " + known.size() + " readings were made by older rules and are taken as they are.");
        }
        wrong.forEach(told);
        return wrong.isEmpty();
    }

    private static String disposed(Rereading.Result.Disposed result) {
        return "Delivery " + result.first().deliveryId() + " is no longer in the archive, "
                + result.disposal().inWords() + ": reading " + result.first().readingId() + " is taken as it is.";
    }

    private static List<DeliveryManifest> before(DeliveryManifest reading, List<DeliveryManifest> readings) {
        return readings.stream()
                .filter(other -> DeliveryManifest.BY_AGE.compare(other, reading) < 0)
                .toList();
    }

    private static String counts(long kept, long rejected) {
        return kept + " rows kept and " + rejected + " rejected";
    }

    /** Puts the rows of a reading beside those made again; says what is wrong when they are gone. */
    private Optional<String> take(DeliveryManifest reading) throws IOException {
        if (reading.lakeFile().isEmpty()) {
            return Optional.empty();
        }
        Path rows = home.lake().resolve(reading.lakeFile().get());
        if (!Files.exists(rows)) {
            return Optional.of("The rows of reading " + reading.readingId() + " are gone from the lake.");
        }
        Path link = lake().resolve(reading.lakeFile().get());
        Files.createDirectories(link.resolveSibling(""));
        Files.createSymbolicLink(link, rows.toAbsolutePath());
        return Optional.empty();
    }

    private boolean isBuiltAgain(List<DeliveryManifest> known, Definitions definitions)
            throws IOException, SQLException {
        var limits = new Limits(settings.memory(), settings.threads());
        Path analystFile = folder.resolve("analyst.duckdb");
        new Warehouse(
                        definitions.tree(),
                        definitions.configuration(),
                        lake(),
                        new Withheld(home.withheld()),
                        ReleaseBefore.none(),
                        limits)
                .build(
                        analystFile,
                        known,
                        new ReleaseStamp(
                                release.releaseId(),
                                release.asOf(),
                                release.publishedAt(),
                                release.codeVersion(),
                                release.definitionVersion()));
        var remade = Remade.of(analystFile, Files.createDirectory(folder.resolve("release")), limits);
        if (remade.isSameAs(release)) {
            told.accept("Its content is what was published: " + release.contentHash() + ".");
            return true;
        }
        told.accept("Its content is another than was published: " + release.contentHash() + " then, "
                + remade.contentHash() + " now.");
        remade.differencesTo(release).forEach(told);
        return false;
    }

    private Path lake() {
        return folder.resolve("lake");
    }
}
