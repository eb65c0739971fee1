package se.trivsel.contract;

import java.util.List;

/**
 * What the law demands and since when, and where series of figures break.
 *
 * <p>A limit is looked up by the day a matter began, never by today's: what was late under the old act stays so.
 */
public record Law(List<Limit> limits, List<SeriesBreak> breaks) {
    public static final Law NONE = new Law(List.of(), List.of());

    public Law {
        limits = List.copyOf(limits);
        breaks = List.copyOf(breaks);
    }
}
