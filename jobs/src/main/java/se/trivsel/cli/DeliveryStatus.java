package se.trivsel.cli;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.FindingCount;
import se.trivsel.report.Deliveries;
import se.trivsel.vocabulary.MunicipalityCode;

/** How fresh what the municipalities have delivered is, and what waits for them to send again. */
record DeliveryStatus(List<OfMunicipality> municipalities, List<Rejected> rejected) {
    /**
     * One municipality's deliveries.
     *
     * @param through the last month that every dataset it delivers reaches; the one that lags behind decides
     * @param accepted how many deliveries, each counted once however often it was read
     * @param stale datasets for which an earlier delivery is used because a newer one was rejected
     */
    record OfMunicipality(
            String code, Instant newestReceivedAt, String through, int accepted, int rejected, List<String> stale) {}

    /** A rejected delivery that no accepted one has replaced yet. */
    record Rejected(
            String code,
            String dataset,
            String period,
            String fileName,
            Instant receivedAt,
            List<String> findings,
            boolean isEarlierInUse) {}

    static DeliveryStatus of(Collection<DeliveryManifest> readings) {
        var all = new Deliveries(readings);
        var byMunicipality = new TreeMap<MunicipalityCode, List<DeliveryManifest>>();
        for (DeliveryManifest delivery : all.newestFirst()) {
            byMunicipality
                    .computeIfAbsent(delivery.municipality(), none -> new ArrayList<>())
                    .add(delivery);
        }
        var municipalities = byMunicipality.values().stream()
                .map(deliveries -> ofMunicipality(deliveries, all))
                .toList();
        var rejected = all.newestFirst().stream()
                .filter(delivery -> isWaitedFor(delivery, all))
                .map(delivery -> rejected(delivery, all))
                .toList();
        return new DeliveryStatus(municipalities, rejected);
    }

    private static OfMunicipality ofMunicipality(List<DeliveryManifest> newestFirst, Deliveries all) {
        var accepted = newestFirst.stream().filter(DeliveryManifest::isAccepted).toList();
        var throughByDataset = new TreeMap<String, YearMonth>();
        for (DeliveryManifest delivery : accepted) {
            throughByDataset.merge(
                    delivery.dataset(), delivery.period().to(), (one, other) -> one.isAfter(other) ? one : other);
        }
        var stale = new TreeSet<String>();
        newestFirst.stream()
                .filter(delivery -> isWaitedFor(delivery, all))
                .filter(delivery -> all.acceptedBefore(delivery).isPresent())
                .forEach(delivery -> stale.add(delivery.dataset()));
        return new OfMunicipality(
                newestFirst.get(0).municipality().value(),
                newestFirst.get(0).receivedAt(),
                throughByDataset.values().stream()
                        .min(Comparator.naturalOrder())
                        .map(YearMonth::toString)
                        .orElse(""),
                accepted.size(),
                newestFirst.size() - accepted.size(),
                List.copyOf(stale));
    }

    private static boolean isWaitedFor(DeliveryManifest delivery, Deliveries all) {
        return !delivery.isAccepted() && all.replacementOf(delivery).isEmpty();
    }

    private static Rejected rejected(DeliveryManifest delivery, Deliveries all) {
        return new Rejected(
                delivery.municipality().value(),
                delivery.dataset(),
                delivery.period().toString(),
                delivery.fileName(),
                delivery.receivedAt(),
                delivery.findings().stream()
                        .map(FindingCount::code)
                        .map(code -> code.code())
                        .toList(),
                all.acceptedBefore(delivery).isPresent());
    }
}
