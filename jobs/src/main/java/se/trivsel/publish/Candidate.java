package se.trivsel.publish;

import java.nio.file.Path;
import java.util.List;

/**
 * A built analyst file that has passed its checks, with what its release is to be known by.
 *
 * <p>The file must be closed: a write-ahead log beside it holds changes that would be left behind. What the release is
 * called and when it was made stand in its {@code meta.release}.
 *
 * @param definitionsHash of the {@link Definitions} it was built by, which are kept already
 * @param inputHash over everything the release is computed from; the same hash again means there is nothing to publish
 * @param part what else the release has, made of what it serves
 */
public record Candidate(
        Path analystFile,
        String definitionsHash,
        String inputHash,
        List<ReleasedDelivery> deliveries,
        List<CheckOutcome> checks,
        ReleasePart part) {
    public Candidate {
        deliveries = List.copyOf(deliveries);
        checks = List.copyOf(checks);
    }
}
