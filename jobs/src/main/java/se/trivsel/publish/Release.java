package se.trivsel.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a release says of itself in its {@code manifest.json}.
 *
 * <p>The content hash leaves out the release's own name and all times of arrival: two builds of the same deliveries have the same
 * hash, though no file of theirs has the same bytes.
 *
 * @param definitionsHash by what {@link Definitions} it was made; releases from before these were kept say nothing
 * @param inputHash over everything the release was computed from
 * @param contentHash over all rows of schema {@code bi}
 * @param rowCounts rows of each object of {@code bi}
 * @param files the SHA-256 of each file, by its path in the release
 */
public record Release(
        String releaseId,
        LocalDate asOf,
        Instant publishedAt,
        String codeVersion,
        String definitionVersion,
        Optional<String> definitionsHash,
        String inputHash,
        String contentHash,
        SortedMap<String, Long> rowCounts,
        SortedMap<String, String> files,
        List<ReleasedDelivery> deliveries,
        List<CheckOutcome> checks) {
    public Release {
        rowCounts = sorted(rowCounts);
        files = sorted(files);
        deliveries = List.copyOf(deliveries);
        checks = List.copyOf(checks);
    }

    /** The manifest as it is written. */
    public String toJson() {
        return ReleaseManifest.write(this);
    }

    private static <V> SortedMap<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
