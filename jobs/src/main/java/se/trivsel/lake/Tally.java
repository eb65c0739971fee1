package se.trivsel.lake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

/** Counts findings exactly and remembers the first places of each. */
final class Tally {
    private static final int EXAMPLES = 20;

    private final Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);
    private final Map<FindingCode, List<Place>> examples = new EnumMap<>(FindingCode.class);

    void add(Finding finding) {
        counts.merge(finding.code(), 1L, Long::sum);
        List<Place> places = examples.computeIfAbsent(finding.code(), code -> new ArrayList<>());
        if (places.size() < EXAMPLES) {
            places.add(finding.place());
        }
    }

    /** Takes over what somebody else has counted. */
    void add(FindingCount counted) {
        counts.merge(counted.code(), counted.count(), Long::sum);
        examples.computeIfAbsent(counted.code(), code -> new ArrayList<>()).addAll(counted.examples());
    }

    /** In the order of the catalogue: what refuses the delivery first. */
    List<FindingCount> counts() {
        return counts.entrySet().stream()
                .map(count -> new FindingCount(
                        count.getKey(), count.getValue(), examples.getOrDefault(count.getKey(), List.of())))
                .toList();
    }
}
