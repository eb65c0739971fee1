package se.trivsel.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Source;
import se.trivsel.inbox.Archive;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.Inbox;
import se.trivsel.inbox.KeyRing;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.DeliveryReading;
import se.trivsel.lake.ExpectedDeliveries;
import se.trivsel.lake.ExpectedDelivery;
import se.trivsel.lake.Lake;
import se.trivsel.lineage.LineageRun;
import se.trivsel.publish.Release;
import se.trivsel.publish.Releases;

/**
 * What the steps of one run share: the request, the rules, and the places they read from and write to.
 *
 * @param asOf the business date of the run
 */
record Workplace(
        RunRequest request,
        LocalDate asOf,
        SteadyClock clock,
        Configuration configuration,
        KeyRing keys,
        Archive archive,
        Lake lake,
        Releases releases,
        RunLog log,
        LineageRun lineage) {

    static Workplace open(
            RunRequest request,
            Configuration configuration,
            boolean generatesKeys,
            Clock clock,
            RunLog log,
            LineageRun lineage) {
        var keys = KeyRing.open(request.home().keys(), generatesKeys);
        var lake = new Lake(request.home());
        var releases = new Releases(request.home().published());
        var steady = SteadyClock.after(lastSeen(lake, releases), clock);
        return new Workplace(
                request,
                asOf(request, steady),
                steady,
                configuration,
                keys,
                new Archive(request.home().archive(), keys),
                lake,
                releases,
                log,
                lineage);
    }

    /** The business date of a run. */
    static LocalDate asOf(RunRequest request, InstantSource clock) {
        return request.asOf().orElseGet(() -> today(clock));
    }

    private static Optional<Instant> lastSeen(Lake lake, Releases releases) {
        return Stream.concat(
                        lake.manifests().stream().map(DeliveryManifest::readAt),
                        releases.list().stream().map(Release::publishedAt))
                .max(Comparator.naturalOrder());
    }

    /** What lies in a folder made as the inbox is, without what its sender should have prepared. */
    private Inbox look(Path folder) throws IOException {
        return Inbox.look(folder, configuration).onlyPreparedFrom(keys::isPreparing);
    }

    /** What a reading of the delivery by the rules of today is called. */
    String rulesVersion(Delivery delivery, Source source) {
        return DeliveryReading.rulesVersion(configuration, source, delivery, keys);
    }

    /** The day it is in Sweden: what becomes known now is known from this day. */
    LocalDate today() {
        return today(clock);
    }

    /** What the municipalities agreed to deliver, held against what is known on the run's business date. */
    List<ExpectedDelivery> expected() {
        return expected(asOf);
    }

    /** For senders: they are answered by what is known today, whichever day the release is for. */
    List<ExpectedDelivery> expectedToday() {
        return expected(today());
    }

    private List<ExpectedDelivery> expected(LocalDate day) {
        return ExpectedDeliveries.asOf(day, configuration.municipalities().values(), lake.manifests());
    }

    /** What lies in the inbox, and what was brought from elsewhere and is not archived yet. */
    Inbox inbox() throws IOException {
        Inbox sent = look(request.inbox());
        Path fetched = request.home().fetched();
        return Files.exists(fetched) ? sent.and(look(fetched)) : sent;
    }

    private static LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), RunLog.SWEDEN);
    }
}
