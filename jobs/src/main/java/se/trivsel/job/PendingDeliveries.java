package se.trivsel.job;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import se.trivsel.contract.Source;
import se.trivsel.inbox.Delivery;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.vocabulary.SourceKind;

/**
 * One partition for each archived delivery that has not been read by the rules of today.
 *
 * <p>That is a new one, one that a killed run left behind, or one whose rules have changed since; a delivery whose
 * system is no longer described, or whose bytes are disposed of, keeps its last reading.
 */
final class PendingDeliveries implements Partitioner {
    private final Workplace workplace;
    private final SourceKind kind;

    PendingDeliveries(Workplace workplace, SourceKind kind) {
        this.workplace = workplace;
        this.kind = kind;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        var partitions = new LinkedHashMap<String, ExecutionContext>();
        long bytes = 0;
        Map<String, DeliveryManifest> newest = workplace.lake().newestReadings();
        for (Delivery delivery : workplace.archive().deliveries()) {
            boolean isDisposed = workplace.archive().disposal(delivery.id()).isPresent();
            if (delivery.kind() != kind || !hasKey(delivery) || isDisposed) {
                continue;
            }
            Optional<String> rules = source(workplace, delivery)
                    .map(source -> workplace.rulesVersion(delivery, source))
                    .filter(version -> !isReadBy(version, Optional.ofNullable(newest.get(delivery.id()))));
            if (rules.isPresent()) {
                String readingId = workplace.lake().readingId(delivery, rules.get());
                partitions.put(
                        readingId,
                        Partition.of(delivery, readingId, workplace.log().runId()));
                bytes += delivery.bytes();
            }
        }
        workplace.log().expect(partitions.size(), bytes, kind.code());
        return partitions;
    }

    private static boolean isReadBy(String rules, Optional<DeliveryManifest> newest) {
        return newest.filter(reading -> reading.rulesVersion().equals(rules)).isPresent();
    }

    /** What was sent before its municipality began to prepare with a key of its own gets no other pseudonyms beside those. */
    private boolean hasKey(Delivery delivery) {
        return delivery.isPrepared() || workplace.keys().makesPseudonyms(delivery.municipality(), delivery.keyId());
    }

    static Optional<Source> source(Workplace workplace, Delivery delivery) {
        return workplace.configuration().source(delivery.kind(), delivery.system(), delivery.dataset());
    }
}
