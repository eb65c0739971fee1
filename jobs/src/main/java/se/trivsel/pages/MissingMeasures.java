package se.trivsel.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A reason why measures have nothing to show, and which they are.
 *
 * <p>Left out they would look as if they did not exist.
 */
public record MissingMeasures(String reason, List<Frame.Link> measures) {
    public MissingMeasures {
        measures = List.copyOf(measures);
    }

    /** By reason, as they come. */
    static <T> List<MissingMeasures> of(List<T> items, Function<T, String> reason, Function<T, Frame.Link> measure) {
        return items.stream()
                .collect(Collectors.groupingBy(
                        reason, LinkedHashMap::new, Collectors.mapping(measure, Collectors.toList())))
                .entrySet()
                .stream()
                .map(entry -> new MissingMeasures(entry.getKey(), entry.getValue()))
                .toList();
    }
}
