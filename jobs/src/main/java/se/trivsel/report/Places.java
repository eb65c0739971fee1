package se.trivsel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import se.trivsel.contract.Column;
import se.trivsel.contract.Contract;
import se.trivsel.lake.FindingCount;
import se.trivsel.vocabulary.Place;
import se.trivsel.warehouse.RuleFinding;

/**
 * Where a finding was made, in words: {@code rad 12, 15 och 18, kolumn ”Personnummer”}.
 *
 * <p>The count behind a finding is exact and the places are only the first, so what is left out is told.
 */
final class Places {
    private static final int TOLD = 20;

    private Places() {}

    /** One line for each column. */
    static List<String> inWords(FindingCount finding) {
        var linesByHeading = new TreeMap<String, TreeSet<Integer>>();
        for (Place place : finding.examples()) {
            var heading = place.heading().map(Places::heading);
            linesByHeading
                    .computeIfAbsent(heading.orElse(""), none -> new TreeSet<>())
                    .add(place.line());
        }
        var words = new ArrayList<String>();
        linesByHeading.forEach(
                (heading, lines) -> inWords(heading, List.copyOf(lines)).ifPresent(words::add));
        long untold = finding.count() - finding.examples().size();
        if (untold > 0 && !words.isEmpty()) {
            words.add("och " + SwedishNumbers.counted(untold, "ställe", "ställen") + " till");
        }
        return words;
    }

    /** One line for each organisational unit; for what is about the delivery as a whole only how large it is, if that is it. */
    static List<String> inWords(List<RuleFinding> units, Optional<Contract> contract) {
        var words = new ArrayList<String>();
        for (RuleFinding unit : units) {
            unit.sizes().map(sizes -> sizes(sizes, contract)).ifPresent(words::add);
            if (unit.lines().isEmpty()) {
                continue;
            }
            var first = unit.lines().stream().limit(TOLD).map(String::valueOf).toList();
            long untold = unit.count() - first.size();
            words.add(unit.unit().map(Places::unit).orElse("")
                    + "rad " + list(first)
                    + (untold > 0 ? " och " + SwedishNumbers.counted(untold, "rad", "rader") + " till" : ""));
        }
        return words;
    }

    private static String sizes(RuleFinding.SizeChange sizes, Optional<Contract> contract) {
        String what = sizes.column()
                .map(name -> contract.flatMap(known -> known.column(name))
                        .map(Column::label)
                        .orElse(name))
                .orElse("rader");
        return "%s per månad: %s, mot %s i den förra, filen ”%s”"
                .formatted(
                        what,
                        SwedishNumbers.rounded(sizes.now()),
                        SwedishNumbers.rounded(sizes.before()),
                        Shown.line(sizes.fileBefore()));
    }

    private static String unit(String code) {
        return Shown.isSafeUnit(code) ? "enhet " + Shown.line(code) + ": " : "en enhet vars kod inte visas här: ";
    }

    private static Optional<String> inWords(String heading, List<Integer> lines) {
        var rows = lines.stream().filter(line -> line > 0).map(String::valueOf).toList();
        if (rows.isEmpty()) {
            return heading.isEmpty() ? Optional.empty() : Optional.of(heading);
        }
        return Optional.of("rad " + list(rows) + (heading.isEmpty() ? "" : ", " + heading));
    }

    private static String heading(String heading) {
        return Shown.isSafeHeading(heading)
                ? "kolumn ”" + Shown.line(heading) + "”"
                : "en kolumn vars rubrik inte visas här";
    }

    /** {@code a, b och c}. */
    static String list(List<String> items) {
        int last = items.size() - 1;
        return last == 0 ? items.get(0) : String.join(", ", items.subList(0, last)) + " och " + items.get(last);
    }
}
