package se.trivsel.contract;

import java.util.List;

/**
 * Official figures that ours are held beside.
 *
 * <p>They are entered by people, a few at a time: a municipality and year that is not there has not been looked up, and says nothing.
 */
public record OfficialStatistics(List<OfficialIndicator> indicators, List<OfficialFigure> figures) {
    public static final OfficialStatistics NONE = new OfficialStatistics(List.of(), List.of());

    public OfficialStatistics {
        indicators = List.copyOf(indicators);
        figures = List.copyOf(figures);
    }
}
