package se.trivsel.lake;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Since when deliveries are out of use: a later one of the same dataset that covers all their months was accepted.
 *
 * <p>The same as {@code lake.live_delivery} says at the end of a night. A refused delivery is replaced too, by its correction; one
 * that was refused replaces nothing, though an older reading of it may have been accepted.
 */
public final class Replacements {
    private final Map<String, List<DeliveryManifest>> acceptedBySender;

    private Replacements(Map<String, List<DeliveryManifest>> acceptedBySender) {
        this.acceptedBySender = acceptedBySender;
    }

    /** Of these readings, the newest of each delivery. */
    public static Replacements among(Collection<DeliveryManifest> readings) {
        return new Replacements(readings.stream()
                .filter(reading -> reading.isAccepted() && reading.full())
                .collect(Collectors.groupingBy(Replacements::sender)));
    }

    private static String sender(DeliveryManifest reading) {
        return reading.municipality() + " " + reading.dataset();
    }

    /** When the first delivery came that replaces this one; nothing while it may be in use. */
    public Optional<Instant> replacedAt(DeliveryManifest reading) {
        return acceptedBySender.getOrDefault(sender(reading), List.of()).stream()
                .filter(later -> later.receivedAt().isAfter(reading.receivedAt()))
                .filter(later -> later.period().contains(reading.period()))
                .map(DeliveryManifest::receivedAt)
                .min(Comparator.naturalOrder());
    }
}
