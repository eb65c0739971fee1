package se.trivsel.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import se.trivsel.contract.Column;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Source;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

/**
 * Where in a file's rows each column of the contract stands, found by the headings.
 *
 * <p>A heading that was agreed on and is missing refuses the file, also for a column that may be empty: otherwise "not
 * exported this time" would be read as "nobody has one".
 */
final class Headings {
    static final int ABSENT = -1;

    private final int[] positions;
    private final int[] asides;
    private final String[] names;
    private final int named;
    private final int width;
    private final Map<String, Integer> positionByName;
    private final List<Finding> warnings;

    private Headings(
            int[] positions,
            int[] asides,
            String[] names,
            String[] row,
            Map<String, Integer> positionByName,
            List<Finding> warnings) {
        this.positions = positions;
        this.asides = asides;
        this.names = names;
        this.named = named(row);
        this.width = row.length;
        this.positionByName = positionByName;
        this.warnings = List.copyOf(warnings);
    }

    /** By the file's own heading rows. */
    static Headings find(List<WrittenRecord> rows, Source source, Contract contract) throws UnreadableDelivery {
        String[] row = HeadingRows.joined(rows);
        int line = rows.get(rows.size() - 1).line();
        return find(row, line, source, contract, unknown(row, line, source));
    }

    /** By the places that the description names. */
    static Headings described(Source source, Contract contract) throws UnreadableDelivery {
        Map<String, Integer> places = source.format().names().placeByName();
        String[] row = new String[Collections.max(places.values()) + 1];
        Arrays.fill(row, "");
        places.forEach((name, place) -> row[place] = name);
        return find(row, 0, source, contract, List.of());
    }

    private static Headings find(String[] row, int line, Source source, Contract contract, List<Finding> warnings)
            throws UnreadableDelivery {
        Map<String, Integer> positionByName = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (int position = 0; position < row.length; position++) {
            if (positionByName.putIfAbsent(plain(row[position]), position) != null) {
                twice.add(plain(row[position]));
            }
        }
        var faults = new ArrayList<Finding>();
        int columns = contract.columns().size();
        int[] positions = new int[columns];
        String[] names = new String[columns];
        for (int i = 0; i < columns; i++) {
            Column column = contract.columns().get(i);
            List<String> accepted = source.headings().getOrDefault(column.name(), List.of());
            Optional<String> found = accepted.stream()
                    .filter(heading -> positionByName.containsKey(plain(heading)))
                    .findFirst();
            positions[i] =
                    found.map(heading -> positionByName.get(plain(heading))).orElse(ABSENT);
            names[i] = found.orElse(column.label());
            if (found.isEmpty() && !accepted.isEmpty()) {
                faults.add(new Finding(FindingCode.MISSING_COLUMN, Place.cell(line, accepted.get(0))));
            }
            found.filter(heading -> twice.contains(plain(heading)))
                    .ifPresent(
                            heading -> faults.add(new Finding(FindingCode.REPEATED_COLUMN, Place.cell(line, heading))));
        }
        List<String> besides = source.asides();
        int[] asides = new int[besides.size()];
        for (int i = 0; i < asides.length; i++) {
            String heading = besides.get(i);
            asides[i] = positionByName.getOrDefault(plain(heading), ABSENT);
            if (asides[i] == ABSENT || twice.contains(plain(heading))) {
                var code = asides[i] == ABSENT ? FindingCode.MISSING_COLUMN : FindingCode.REPEATED_COLUMN;
                faults.add(new Finding(code, Place.cell(line, heading)));
            }
        }
        if (!faults.isEmpty()) {
            throw new UnreadableDelivery(faults.stream().distinct().toList());
        }
        return new Headings(positions, asides, names, row, positionByName, warnings);
    }

    /** What nobody agreed on may be anything, a person's name too: it is told by its place, never by its words. */
    private static List<Finding> unknown(String[] row, int line, Source source) {
        Set<String> expected = new HashSet<>();
        source.headings().values().forEach(accepted -> accepted.forEach(heading -> expected.add(plain(heading))));
        source.asides().forEach(heading -> expected.add(plain(heading)));
        source.ignored().forEach(heading -> expected.add(plain(heading)));
        return IntStream.range(0, row.length)
                .filter(i -> !row[i].isBlank() && !expected.contains(plain(row[i])))
                .mapToObj(i -> new Finding(FindingCode.UNKNOWN_COLUMN, Place.cell(line, "nr " + (i + 1))))
                .toList();
    }

    /** The position of the contract's column, or {@link #ABSENT}. */
    int position(int column) {
        return positions[column];
    }

    /** The positions of the source's {@link Source#asides}. */
    int[] asides() {
        return asides;
    }

    /** The position of a heading that is not a column of ours, or {@link #ABSENT}. */
    int position(String heading) {
        return positionByName.getOrDefault(plain(heading), ABSENT);
    }

    /** What the sender calls the contract's columns, in the contract's order. */
    List<String> names() {
        return List.of(names);
    }

    /** How many fields a row has to have: headings left blank at the end of the line call for none. */
    int fewestFields() {
        return named;
    }

    /** How many fields of a row may hold something. */
    int mostFields() {
        return width;
    }

    List<Finding> warnings() {
        return warnings;
    }

    private static int named(String[] row) {
        int named = row.length;
        while (named > 0 && row[named - 1].isBlank()) {
            named--;
        }
        return named;
    }

    private static String plain(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }
}
