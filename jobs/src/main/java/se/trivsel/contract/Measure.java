package se.trivsel.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One definition of a figure, as the catalogue states it; its SQL is {@code sql/40_measure}.
 *
 * <p>Two definitions of "the same" figure are two measures: 12 % and 60 % turnover are both right.
 *
 * @param code the definition's id, such as {@code PO_EXT_EB}
 * @param version semantic version of the definition
 * @param validFrom the day this version came into use; releases as of days before are made by it all the same
 * @param unit {@code share}, {@code ratio}, {@code count}, {@code days}, {@code hours}, {@code sek} or {@code index}
 * @param direction {@code lower_is_better}, {@code higher_is_better} or {@code none}
 * @param protection what of it is not shown
 * @param splits what it is divided by besides the whole: of {@code yrke}, {@code kon}, {@code alder}, {@code niva},
 *     {@code tid}, {@code enhet} and {@code kon_alder}, which is never shown, see {@code core.staff_group}
 * @param periodTypes of {@code month}, {@code november}, {@code rolling_12} and {@code year}
 * @param datasets the contracts without which it cannot be calculated
 * @param interval how its uncertainty is stated: {@code wilson} for a share of persons or cases, {@code byar} for events
 *     per person, {@code none} where neither is a fair model
 * @param official the id of the official counterpart, if any
 * @param rows what it is counted from, row by row
 */
public record Measure(
        String code,
        String version,
        LocalDate validFrom,
        String family,
        String name,
        String definition,
        String numerator,
        String denominator,
        String population,
        String unit,
        String direction,
        Protection protection,
        List<String> splits,
        List<String> periodTypes,
        List<String> datasets,
        String interval,
        Optional<String> official,
        MeasureRows rows) {
    public Measure {
        splits = List.copyOf(splits);
        periodTypes = List.copyOf(periodTypes);
        datasets = List.copyOf(datasets);
    }
}
