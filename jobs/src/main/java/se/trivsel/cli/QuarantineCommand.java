package se.trivsel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.contract.Source;
import se.trivsel.inbox.Archive;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.Disposal;
import se.trivsel.inbox.KeyRing;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.job.ExitCode;
import se.trivsel.job.RunLock;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.DeliveryReading;
import se.trivsel.lake.EarlierQuarantine;
import se.trivsel.lake.FindingCount;
import se.trivsel.lake.Lake;
import se.trivsel.lake.LakeWriter;
import se.trivsel.vocabulary.Home;
import se.trivsel.vocabulary.Severity;

/**
 * {@code quarantine}: the rejected rows of each delivery, and how they get in once the rules are mended.
 *
 * <p>Of a delivery that was read more than once, the newest reading counts: what it took in is rejected no longer.
 */
@Command(
        name = "quarantine",
        description = "Tells of rejected rows, shows them, and takes them in when the rules for them have been mended.")
final class QuarantineCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, show or replay.");
    }

    @Command(name = "list", description = "Counts the rejected rows of each delivery, by reason. No values, no key.")
    int list(@Mixin HomeOption home) {
        PrintWriter out = out();
        var lake = new Lake(home.home());
        List<DeliveryManifest> readings = withQuarantine(lake);
        for (DeliveryManifest reading : readings) {
            out.printf(
                    "%s  %s  %s  %d of %d rows rejected%n",
                    reading.deliveryId(),
                    reading.status() == DeliveryManifest.Status.ACCEPTED ? "accepted" : "rejected",
                    reading.fileName(),
                    reading.rowsRejected(),
                    reading.rowsRead());
            for (FindingCount finding : reading.findings()) {
                if (finding.code().severity() == Severity.ERROR) {
                    out.printf("    %s %d%n", finding.code().code(), finding.count());
                }
            }
            lake.quarantineDisposal(reading).ifPresent(gone -> out.printf("    the rows are %s%n", gone.inWords()));
        }
        if (readings.isEmpty()) {
            out.println("No rows are quarantined in " + home.home().root() + ".");
        }
        out.flush();
        return ExitCode.OK.code();
    }

    @Command(
            name = "show",
            description = {
                "Shows rejected rows as they were written: file, line, reasons, rule version, and the row.",
                "They may be personal data; showing them needs the municipality's key."
            })
    int show(
            @Mixin HomeOption home,
            @Parameters(paramLabel = "DELIVERY|CODE", description = "A delivery's number, or the code of a finding.")
                    String wanted,
            @Option(names = "--lines", paramLabel = "LINES", description = "Only these: 13 or 13,20-24.")
                    Optional<String> lines)
            throws IOException {
        KeyRing keys = KeyRing.open(home.home().keys(), false);
        var lake = new Lake(home.home());
        Optional<BitSet> chosen = lines.map(QuarantineCommand::lines);
        boolean isFound = false;
        PrintWriter out = out();
        spec.commandLine().getErr().println("These rows may hold personal data: keep them inside the protected zone.");
        for (DeliveryManifest reading : withQuarantine(lake)) {
            boolean isWhole = reading.deliveryId().equals(wanted);
            boolean hasCode = reading.findings().stream()
                    .anyMatch(finding -> finding.code().code().equals(wanted));
            if (!isWhole && !hasCode) {
                continue;
            }
            isFound = true;
            lake.quarantineDisposal(reading)
                    .ifPresent(gone -> out.printf("%s  the rows are %s%n", reading.deliveryId(), gone.inWords()));
            MunicipalityKey key = keys.asBefore(reading.municipality(), reading.keyId());
            lake.quarantined(reading, key, row -> {
                if ((isWhole || row.hasCode(wanted))
                        && chosen.map(some -> some.get(row.line())).orElse(true)) {
                    out.printf(
                            "%s  line %d  %s  rules %s%n    %s%n",
                            reading.fileName(), row.line(), row.why(), row.rulesVersion(), row.raw());
                }
            });
        }
        out.flush();
        if (!isFound) {
            throw new WrongUsage("Nothing is quarantined under " + wanted
                    + ": quarantine list tells the deliveries and codes that there are.");
        }
        return ExitCode.OK.code();
    }

    @Command(
            name = "replay",
            description = {
                "Reads archived deliveries with rejected rows again, by the rules of today, without a new delivery.",
                "Only those whose rules have changed. The figures follow with the next run, or with run benchmark."
            })
    int replay(
            @Mixin Folders folders,
            @Option(names = "--dry-run", description = "Only counts what would come in; writes nothing.")
                    boolean isDryRun,
            @Parameters(arity = "0..*", paramLabel = "DELIVERY", description = "Only these (default: all).")
                    List<String> wanted)
            throws IOException {
        Configuration configuration = ConfigurationReader.readForRun(folders.config());
        List<String> some = wanted == null ? List.of() : wanted;
        if (isDryRun) {
            return replay(folders.home(), configuration, some, true);
        }
        try (var lock = RunLock.tryAcquire(folders.home()).orElse(null)) {
            if (lock == null) {
                spec.commandLine()
                        .getErr()
                        .println("Another run holds " + folders.home().root() + ".");
                return ExitCode.LOCKED.code();
            }
            return replay(folders.home(), configuration, some, false);
        }
    }

    private int replay(Home home, Configuration configuration, List<String> wanted, boolean isDryRun)
            throws IOException {
        KeyRing keys = KeyRing.open(home.keys(), false);
        var archive = new Archive(home.archive(), keys);
        var lake = new Lake(home);
        var unknown = new ArrayList<>(wanted);
        int read = 0;
        for (DeliveryManifest reading : withQuarantine(lake)) {
            unknown.remove(reading.deliveryId());
            Optional<Delivery> delivery = archive.delivery(reading.municipality(), reading.deliveryId());
            Optional<Source> source = configuration.source(reading.kind(), reading.system(), reading.dataset());
            if ((!wanted.isEmpty() && !wanted.contains(reading.deliveryId()))
                    || delivery.isEmpty()
                    || source.isEmpty()
                    || !keys.makesPseudonyms(reading.municipality(), reading.keyId())
                    || configuration.rulesVersion(source.get()).equals(reading.rulesVersion())) {
                continue;
            }
            read++;
            Optional<Disposal> gone = archive.disposal(reading.deliveryId());
            if (gone.isPresent()) {
                out().printf(
                                "%s  cannot be read again: %s%n",
                                reading.deliveryId(), gone.get().inWords());
                continue;
            }
            MunicipalityKey key = keys.asBefore(reading.municipality(), reading.keyId());
            if (isDryRun) {
                tryOut(lake, archive, delivery.get(), configuration, source.get(), key);
            } else {
                takeIn(lake, archive, delivery.get(), configuration, source.get(), key);
            }
        }
        if (!unknown.isEmpty()) {
            throw new WrongUsage("Nothing is quarantined of " + String.join(", ", unknown) + ".");
        }
        if (read == 0) {
            out().println("Nothing to replay: the rules are those the rows were rejected by.");
        }
        out().flush();
        return ExitCode.OK.code();
    }

    private void tryOut(
            Lake lake,
            Archive archive,
            Delivery delivery,
            Configuration configuration,
            Source source,
            MunicipalityKey key)
            throws IOException {
        String readingId = lake.readingId(delivery, configuration.rulesVersion(source));
        Optional<EarlierQuarantine> earlier = EarlierQuarantine.of(lake, delivery, readingId, key);
        try (var reading =
                DeliveryReading.open(configuration, source, delivery.period(), key, () -> archive.open(delivery))) {
            reading.read(block -> {
                var normalised = reading.normalise(block);
                earlier.ifPresent(rejected -> rejected.count(normalised));
            });
            boolean isAccepted = reading.assessment().status() == DeliveryManifest.Status.ACCEPTED;
            tell(
                    delivery,
                    isAccepted ? "would be accepted" : "would be rejected",
                    isAccepted
                            ? earlier.map(rejected -> rejected.replay().rows()).orElse(0L)
                            : 0,
                    reading.assessment().rowsRejected());
        }
    }

    private void takeIn(
            Lake lake,
            Archive archive,
            Delivery delivery,
            Configuration configuration,
            Source source,
            MunicipalityKey key)
            throws IOException {
        try (var reading = DeliveryReading.open(
                        configuration, source, delivery.period(), key, () -> archive.open(delivery));
                var writer = LakeWriter.open(lake, delivery, configuration, source, key)) {
            for (var block = reading.read(); block.isPresent(); block = reading.read()) {
                writer.write(reading.normalise(block.get()));
            }
            Clock clock = Clock.system(ZoneId.of("Europe/Stockholm"));
            DeliveryManifest manifest = writer.finish(reading.assessment(), LocalDate.now(clock), clock.instant());
            tell(
                    delivery,
                    manifest.isAccepted() ? "accepted" : "rejected",
                    manifest.replay().map(replay -> replay.rows()).orElse(0L),
                    manifest.rowsRejected());
        }
    }

    private void tell(Delivery delivery, String verdict, long entered, long rejected) {
        out().printf(
                        "%s  %s: %d rows out of quarantine, %d still rejected%n",
                        delivery.id(), verdict, entered, rejected);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** The newest reading of each delivery, where it rejected something; what a municipality rejected itself is not here. */
    private static List<DeliveryManifest> withQuarantine(Lake lake) {
        return lake.newestReadings().values().stream()
                .filter(reading -> reading.rowsRejected() > 0 && !reading.isPrepared())
                .toList();
    }

    private static BitSet lines(String text) {
        var lines = new BitSet();
        try {
            for (String part : text.split(",", -1)) {
                String[] ends = part.strip().split("-", 2);
                lines.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
            }
            return lines;
        } catch (NumberFormatException | IndexOutOfBoundsException notLines) {
            throw new WrongUsage("--lines " + text + " is not a list of lines, such as 13 or 13,20-24.");
        }
    }
}
