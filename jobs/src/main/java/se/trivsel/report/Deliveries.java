package se.trivsel.report;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;

/**
 * All that has been delivered, each delivery as it was read last.
 *
 * <p>A delivery is read again when the rules for it change; only what became of the newest reading is true.
 */
public final class Deliveries {
    private static final Comparator<DeliveryManifest> IN_ORDER_OF_ARRIVAL = Comparator.comparing(
                    DeliveryManifest::receivedAt)
            .thenComparing(DeliveryManifest::fileName)
            .thenComparing(DeliveryManifest::deliveryId);

    private final List<DeliveryManifest> newestFirst;
    private final Map<Sender, List<DeliveryManifest>> accepted;

    /** Whose deliveries of a dataset take each other's place. */
    private record Sender(MunicipalityCode municipality, String dataset) {
        static Sender of(DeliveryManifest delivery) {
            return new Sender(delivery.municipality(), delivery.dataset());
        }
    }

    public Deliveries(Collection<DeliveryManifest> readings) {
        newestFirst = readings.stream()
                .collect(Collectors.toMap(
                        DeliveryManifest::deliveryId,
                        Function.identity(),
                        BinaryOperator.maxBy(DeliveryManifest.BY_AGE)))
                .values()
                .stream()
                .sorted(IN_ORDER_OF_ARRIVAL.reversed())
                .toList();
        accepted = newestFirst.stream().filter(DeliveryManifest::isAccepted).collect(Collectors.groupingBy(Sender::of));
    }

    public List<DeliveryManifest> newestFirst() {
        return newestFirst;
    }

    /** An accepted delivery that came after this one and covers all of its period. */
    public Optional<DeliveryManifest> replacementOf(DeliveryManifest delivery) {
        return acceptedLike(delivery)
                .filter(other -> IN_ORDER_OF_ARRIVAL.compare(other, delivery) > 0)
                .filter(other -> other.period().contains(delivery.period()))
                .findFirst();
    }

    /** The newest accepted delivery before this one that covers something of its period. */
    public Optional<DeliveryManifest> acceptedBefore(DeliveryManifest delivery) {
        return acceptedLike(delivery)
                .filter(other -> IN_ORDER_OF_ARRIVAL.compare(other, delivery) < 0)
                .filter(other -> months(delivery.period()).anyMatch(month -> covers(other, month)))
                .findFirst();
    }

    /** Whether accepted deliveries cover every month of this delivery's period. */
    public boolean isCovered(DeliveryManifest delivery) {
        return months(delivery.period())
                .allMatch(month -> acceptedLike(delivery).anyMatch(other -> covers(other, month)));
    }

    private Stream<DeliveryManifest> acceptedLike(DeliveryManifest delivery) {
        return accepted.getOrDefault(Sender.of(delivery), List.of()).stream();
    }

    private static boolean covers(DeliveryManifest delivery, YearMonth month) {
        return delivery.period().contains(Period.month(month));
    }

    private static Stream<YearMonth> months(Period period) {
        return Stream.iterate(period.from(), month -> !month.isAfter(period.to()), month -> month.plusMonths(1));
    }
}
