package se.trivsel.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.trivsel.pages.Comparison.Middle;

/**
 * The numbers of a measure through time: the municipality's where it has any, and the group's.
 *
 * <p>A time that only the group has is a row too, with the sign of what was not delivered.
 */
final class CourseTable {
    private CourseTable() {}

    static Table of(Measure measure, List<Figure> own, Map<Stretch, Middle> group, Catalogue catalogue) {
        var stretches = new TreeMap<Stretch, Optional<Figure>>(Comparator.comparing(Stretch::start));
        group.keySet().forEach(stretch -> stretches.put(stretch, Optional.empty()));
        own.forEach(figure -> stretches.put(figure.stretch(), Optional.of(figure)));
        String tooFew = catalogue.status("few_peers").sign();
        var headings = new ArrayList<String>();
        headings.add("Tid");
        if (!own.isEmpty()) {
            headings.addAll(List.of(Words.heading("Värde", measure), "Intervall från", "till", "n"));
        }
        headings.addAll(List.of("Gruppens nedre kvartil", "median", "övre kvartil"));
        return new Table(
                measure.name(),
                measure.code().toLowerCase(Locale.ROOT) + "-over-tid.csv",
                headings,
                stretches.entrySet().stream()
                        .map(entry -> {
                            var row = new ArrayList<String>();
                            row.add(entry.getKey().inWords());
                            if (!own.isEmpty()) {
                                row.addAll(cells(entry.getValue(), measure, catalogue));
                            }
                            Middle middle = group.getOrDefault(entry.getKey(), Middle.UNKNOWN);
                            row.add(Words.plain(middle.lower(), measure, tooFew));
                            row.add(Words.plain(middle.median(), measure, tooFew));
                            row.add(Words.plain(middle.upper(), measure, tooFew));
                            return List.copyOf(row);
                        })
                        .toList());
    }

    private static List<String> cells(Optional<Figure> figure, Measure measure, Catalogue catalogue) {
        return figure.map(known -> List.of(
                        Words.plain(known, measure, catalogue),
                        Words.plain(known.lower(), measure, ""),
                        Words.plain(known.upper(), measure, ""),
                        Words.persons(known, measure)))
                .orElse(List.of(catalogue.status("not_delivered").sign(), "", "", ""));
    }
}
