package se.trivsel.contract;

import java.time.LocalDate;
import java.util.List;

/**
 * A day from which figures are not comparable with earlier ones, for reasons that lie outside every municipality.
 *
 * @param measures the codes of those concerned
 * @param what what changed, in Swedish
 */
public record SeriesBreak(LocalDate on, List<String> measures, String what) {
    public SeriesBreak {
        measures = List.copyOf(measures);
    }
}
