package se.trivsel.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.batch.core.ExitStatus;
import se.trivsel.inbox.Inbox;
import se.trivsel.intake.Contents;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.ExpectedDelivery;
import se.trivsel.lineage.Dataset;
import se.trivsel.lineage.LineageRun;
import se.trivsel.pages.ReleasePages;
import se.trivsel.publish.Candidate;
import se.trivsel.publish.CheckOutcome;
import se.trivsel.publish.Definitions;
import se.trivsel.publish.Release;
import se.trivsel.publish.ReleasedDelivery;
import se.trivsel.publish.Releases;
import se.trivsel.quality.CheckResult;
import se.trivsel.quality.Gate;
import se.trivsel.quality.Verdict;
import se.trivsel.report.Receipts;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.warehouse.Engine;
import se.trivsel.warehouse.Limits;
import se.trivsel.warehouse.ReleaseBefore;
import se.trivsel.warehouse.ReleaseStamp;
import se.trivsel.warehouse.RuleFinding;
import se.trivsel.warehouse.RuleFindings;
import se.trivsel.warehouse.SparkEngine;
import se.trivsel.warehouse.SqlTiming;
import se.trivsel.warehouse.SqlTree;
import se.trivsel.warehouse.Warehouse;
import se.trivsel.warehouse.Withheld;

/**
 * The steps from lake to release: answer the senders, build and answer them again, check, publish.
 *
 * <p>They share a draft that lives as long as the process: a killed run builds its draft anew, so nothing of it has to
 * be found again.
 */
final class BenchmarkSteps {
    static final ExitStatus UNCHANGED = new ExitStatus("UNCHANGED");
    static final ExitStatus HELD = new ExitStatus("HELD");

    private static final int SLOWEST_SHOWN = 3;

    /** Where Spark computes, below where the release is built. */
    private static final String SPARK = "spark";

    private final Workplace workplace;
    private final OperatingSettings settings;
    private final String programVersion;
    private Optional<Draft> draft = Optional.empty();

    BenchmarkSteps(Workplace workplace, OperatingSettings settings, String programVersion) {
        this.workplace = workplace;
        this.settings = settings;
        this.programVersion = programVersion;
    }

    /** A database that was built and not yet published. */
    private record Draft(
            String releaseId,
            Path file,
            String inputHash,
            List<DeliveryManifest> deliveries,
            SqlTree tree,
            List<CheckOutcome> checks) {
        Draft with(List<CheckOutcome> outcomes) {
            return new Draft(releaseId, file, inputHash, deliveries, tree, outcomes);
        }
    }

    /** Answers by what the rules between rows found last, if they ever were asked: tonight they have not been yet. */
    ExitStatus answer() throws IOException {
        answer(RuleFindings.read(kept()).map(RuleFindings::findings).orElse(List.of()));
        return ExitStatus.COMPLETED;
    }

    private void answer(List<RuleFinding> ruled) throws IOException {
        var request = workplace.request();
        var configuration = workplace.configuration();
        Inbox inbox = workplace.inbox();
        List<Path> written = new Receipts(
                        request.home(),
                        programVersion + " " + configuration.catalogueVersion(),
                        configuration.contracts(),
                        configuration.municipalities(),
                        configuration.measures().values())
                .write(
                        workplace.lake().manifests(),
                        ruled,
                        inbox.strays(),
                        Contents.open(request.home().intake(), configuration).left(inbox.unsorted()),
                        workplace.expectedToday());
        workplace.log().step("receipts", written.size() + " files written");
    }

    private Path kept() {
        return workplace.request().home().findings();
    }

    ExitStatus build(LineageRun lineage) throws IOException, SQLException {
        Instant started = workplace.clock().instant();
        workplace.releases().remember();
        SqlTree tree = SqlTree.read(workplace.request().sql());
        String codeVersion = programVersion + "+sql." + sqlHash();
        List<DeliveryManifest> known = workplace.lake().manifests().stream()
                .filter(manifest -> !manifest.knownOn().isAfter(workplace.asOf()))
                .toList();
        if (known.stream().noneMatch(DeliveryManifest::isAccepted)) {
            workplace
                    .log()
                    .step("warehouse", "nothing to publish: no delivery has been taken in by " + workplace.asOf());
            return UNCHANGED;
        }
        String inputHash = inputHash(known, codeVersion);
        if (hasAnswersFor(inputHash)) {
            Optional<String> made = releaseOf(inputHash);
            if (made.isPresent()) {
                workplace.log().step("warehouse", "nothing new since release " + made.get());
                return UNCHANGED;
            }
        }
        String releaseId = workplace.releases().nextId(workplace.asOf());
        Path folder = workplace.request().home().building();
        DurableFiles.createProtectedFolder(folder);
        empty(folder);
        DurableFiles.deleteTree(folder.resolve(SPARK));
        Path file = folder.resolve("analyst.duckdb");
        var warehouse = new Warehouse(
                tree,
                workplace.configuration(),
                workplace.request().home().lake(),
                withheld(),
                before(),
                limits(),
                engine(folder));
        var stamp = new ReleaseStamp(
                releaseId,
                workplace.asOf(),
                workplace.clock().instant(),
                codeVersion,
                workplace.configuration().catalogueVersion());
        workplace.log().expectObjects(warehouse.objects(), "warehouse");
        List<SqlTiming> timings = warehouse.build(file, known, stamp, workplace.log()::built);
        workplace.log().expectNoMore();
        draft = Optional.of(new Draft(releaseId, file, inputHash, known, tree, List.of()));
        known.stream()
                .filter(DeliveryManifest::isAccepted)
                .map(manifest -> Dataset.named("lake/" + manifest.dataset()))
                .distinct()
                .forEach(lineage::reads);
        lineage.writes(built(releaseId));
        workplace.log().step("warehouse", "release " + releaseId + " built" + took(started) + slowest(timings));
        if (!looksBack()) {
            var findings = RuleFindings.in(file, inputHash, limits());
            findings.write(kept());
            answer(findings.findings());
        }
        return ExitStatus.COMPLETED;
    }

    private Engine engine(Path building) {
        RunRequest request = workplace.request();
        return request.spark()
                .<Engine>map(program -> new SparkEngine(
                        program,
                        building.resolve(SPARK),
                        request.sql(),
                        workplace.configuration().contracts().values(),
                        request.home().lake()))
                .orElse(Engine.DUCKDB);
    }

    private static Dataset built(String releaseId) {
        return Dataset.named("warehouse").ofRelease(releaseId);
    }

    /** The release that was made of this already and stands, or was recalled: in words. */
    private Optional<String> releaseOf(String inputHash) {
        Releases releases = workplace.releases();
        Optional<Release> current = releases.current();
        if (current.map(Release::inputHash).equals(Optional.of(inputHash))) {
            return current.map(Release::releaseId);
        }
        return releases.list().stream()
                .filter(release -> release.inputHash().equals(inputHash) && releases.isRecalled(release))
                .map(release -> release.releaseId() + ", which was recalled; to publish it again: release promote")
                .findFirst();
    }

    /** Whether what the rules between rows said of this input is kept; if not, they are asked again. */
    private boolean hasAnswersFor(String inputHash) {
        return looksBack()
                || RuleFindings.read(kept())
                        .filter(findings -> findings.inputHash().equals(inputHash))
                        .isPresent();
    }

    /** A release as of an earlier day is for readers; senders are answered by what is known today. */
    private boolean looksBack() {
        return workplace.asOf().isBefore(workplace.today());
    }

    /** Where the time went, for whoever wonders why tonight took longer. */
    private static String slowest(List<SqlTiming> timings) {
        return timings.stream()
                .limit(SLOWEST_SHOWN)
                .map(timing -> String.format(
                        Locale.ROOT, "%s %.1f s", timing.file(), timing.took().toMillis() / 1000.0))
                .collect(Collectors.joining(", ", "  slowest: ", ""));
    }

    ExitStatus check(LineageRun lineage) throws SQLException {
        Instant started = workplace.clock().instant();
        Draft built = draft.orElseThrow();
        Verdict verdict = new Gate(built.tree(), limits()).judge(built.file());
        draft = Optional.of(built.with(
                verdict.results().stream().map(BenchmarkSteps::outcome).toList()));
        lineage.reads(built(built.releaseId())
                .withAssertions(verdict.results().stream()
                        .collect(Collectors.toMap(
                                CheckResult::name, result -> result.outcome() == CheckResult.Outcome.PASS))));
        verdict.advised().forEach(this::tell);
        verdict.failed().forEach(this::tell);
        workplace
                .log()
                .step(
                        "quality",
                        verdict.results().size() + " checks, "
                                + verdict.advised().size() + " to be aware of, "
                                + verdict.failed().size() + " failed" + took(started));
        if (verdict.isPublishable()) {
            return ExitStatus.COMPLETED;
        }
        workplace.log().held(verdict.failed().stream().map(CheckResult::name).toList());
        return HELD;
    }

    private static CheckOutcome outcome(CheckResult result) {
        return new CheckOutcome(
                result.name(), result.outcome().name(), result.outcome() == CheckResult.Outcome.PASS, result.rows());
    }

    private void tell(CheckResult result) {
        workplace
                .log()
                .say("          " + result.outcome() + " " + result.name() + ", " + result.rows() + " rows: "
                        + result.remedy());
        result.examples().forEach(example -> workplace.log().say("              " + example));
    }

    private Limits limits() {
        return new Limits(settings.memory(), settings.threads());
    }

    private ReleaseBefore before() {
        return ReleaseBefore.of(
                workplace.releases().currentFolder().map(folder -> folder.resolve(Releases.SERVED_FILE)));
    }

    private Withheld withheld() {
        return new Withheld(workplace.request().home().withheld());
    }

    ExitStatus publish(LineageRun lineage) throws IOException, SQLException {
        Instant started = workplace.clock().instant();
        Draft checked = draft.orElseThrow();
        List<ReleasedDelivery> deliveries = checked.deliveries().stream()
                .filter(DeliveryManifest::isAccepted)
                .map(manifest -> new ReleasedDelivery(manifest.deliveryId(), manifest.sha256()))
                .distinct()
                .toList();
        var definitions = new Definitions(workplace.configuration(), checked.tree());
        definitions.keep(workplace.request().home().definitions());
        withheld().keep(checked.file(), checked.releaseId(), limits());
        Release release = workplace
                .releases()
                .publish(
                        new Candidate(
                                checked.file(),
                                definitions.hash(),
                                checked.inputHash(),
                                deliveries,
                                checked.checks(),
                                new ReleasePages()),
                        settings.keepReleases(),
                        limits());
        lineage.reads(built(checked.releaseId()));
        release.rowCounts()
                .forEach((object, rows) -> lineage.writes(Dataset.named("bi/" + object)
                        .ofRelease(release.releaseId())
                        .withRows(rows)));
        workplace.log().step("publish", "release " + release.releaseId() + took(started));
        return ExitStatus.COMPLETED;
    }

    /** In place of publishing: what was built stays where it was built, for whoever rehearses to look at. */
    ExitStatus leave() {
        workplace.log().step("publish", "left out");
        return ExitStatus.COMPLETED;
    }

    private String inputHash(List<DeliveryManifest> known, String codeVersion) {
        MessageDigest digest = sha256();
        for (DeliveryManifest manifest : known) {
            update(digest, manifest.readingId(), manifest.status().name());
            if (manifest.rowsPurged() > 0) {
                update(digest, "purged", String.valueOf(manifest.rowsPurged()));
            }
        }
        update(digest, codeVersion, workplace.configuration().catalogueVersion());
        // What became late since is news too, though nothing came.
        for (ExpectedDelivery delivery : workplace.expected()) {
            if (delivery.isOverdue(workplace.asOf())) {
                update(digest, delivery.toString());
            }
        }
        for (DeliveryManifest manifest : known) {
            if (!manifest.isAccepted() && isWaitedForTooLong(manifest)) {
                update(digest, "waited too long", manifest.readingId());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** From this day on, what stood in for it gives no figures: see {@code core.coverage}. */
    private boolean isWaitedForTooLong(DeliveryManifest refused) {
        String months = workplace.configuration().parameters().get("carry_forward_months");
        return months != null
                && refused.knownOn().plusMonths(Long.parseLong(months)).isBefore(workplace.asOf());
    }

    private String sqlHash() throws IOException {
        MessageDigest digest = sha256();
        Path root = workplace.request().sql();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                update(digest, root.relativize(file).toString(), Files.readString(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 4);
    }

    private static void update(MessageDigest digest, String... texts) {
        for (String text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Removes what a killed run was building. */
    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private String took(Instant started) {
        Duration took = Duration.between(started, workplace.clock().instant());
        return String.format(Locale.ROOT, "  [%.1f s]", took.toMillis() / 1000.0);
    }
}
