package se.trivsel.cli;

import java.time.LocalDate;
import java.util.List;

/** Which figure of a measure: of whom and when. The order of its parts is that of {@link #CONDITION}. */
record FigureKey(String municipality, String group, String periodType, LocalDate periodStart) {
    /** A condition with a place for each part. */
    static final String CONDITION = "municipality_code = ? and group_code = ? and period_type = ? and period_start = ?";

    List<Object> values() {
        return List.of(municipality, group, periodType, periodStart);
    }
}
