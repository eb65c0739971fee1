package se.trivsel.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.trivsel.contract.Measure;

/**
 * Which measures a finding may move, and by how many of the rows that they are counted from.
 *
 * <p>It is an upper bound, said as one: a row that is left out moves nothing when the measure would not have counted it.
 *
 * @param rows the rows that the finding is about, at most; all of them when it is about the delivery as a whole
 * @param of the rows of the delivery
 * @param isExact whether it is about exactly so many
 */
record Reach(List<Measure> measures, long rows, long of, boolean isExact) {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final int NAMED = 3;

    /** What moves most comes first. */
    static final Comparator<Reach> FARTHEST_FIRST = Comparator.comparingDouble(Reach::share)
            .thenComparingInt(reach -> reach.measures().size())
            .reversed();

    Reach {
        measures = List.copyOf(measures);
    }

    private double share() {
        if (measures.isEmpty()) {
            return 0;
        }
        return isWhole() ? 1 : (double) rows / of;
    }

    private boolean isWhole() {
        return rows >= of;
    }

    String inWords() {
        if (measures.isEmpty()) {
            return "Inget nyckeltal påverkas.";
        }
        return "Kan påverka " + measuresInWords() + ": " + rowsInWords() + ".";
    }

    private String rowsInWords() {
        if (isWhole()) {
            return "hela leveransen";
        }
        return "%s%s av %s (%s)"
                .formatted(
                        isExact ? "" : "högst ",
                        SwedishNumbers.count(rows),
                        SwedishNumbers.counted(of, "rad", "rader"),
                        SwedishNumbers.percent(rows, of));
    }

    /** By name when they are few, by family when they are many. */
    private String measuresInWords() {
        if (measures.size() <= NAMED) {
            return Places.list(
                    measures.stream().map(measure -> "”" + measure.name() + "”").toList());
        }
        Map<String, Long> families =
                measures.stream().collect(Collectors.groupingBy(Measure::family, TreeMap::new, Collectors.counting()));
        return Places.list(families.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(family -> family.getKey().toLowerCase(SWEDISH) + " ("
                        + SwedishNumbers.counted(family.getValue(), "mått", "mått") + ")")
                .toList());
    }
}
