package se.trivsel.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A line of a SIE file, taken apart.
 *
 * <p>The braces around a voucher stand on lines of their own and are labels; those in a line hold its objects.
 *
 * @param label such as {@code #TRANS}
 * @param fields what stands after it, objects left out
 * @param objects the code of the object by its dimension
 */
record SieLine(String label, List<String> fields, Map<String, String> objects) {

    /**
     * Nothing where braces do not close, or an object has a dimension only.
     *
     * <p>A text whose closing quotation mark is missing ends with its line: there are systems that cut long lines off.
     */
    static Optional<SieLine> read(String line) {
        var outside = new ArrayList<String>();
        var inside = new ArrayList<String>();
        boolean isInside = false;
        int at = 0;
        while (at < line.length()) {
            char sign = line.charAt(at);
            if (sign <= ' ') {
                at++;
            } else if ((sign == '{' || sign == '}') && !outside.isEmpty()) {
                if (isInside == (sign == '{')) {
                    return Optional.empty();
                }
                isInside = sign == '{';
                at++;
            } else {
                var field = new StringBuilder();
                at = sign == '"' ? quoted(line, at + 1, field) : bare(line, at, field);
                (isInside ? inside : outside).add(field.toString());
            }
        }
        if (isInside || inside.size() % 2 != 0) {
            return Optional.empty();
        }
        var objects = new TreeMap<String, String>();
        for (int i = 0; i < inside.size(); i += 2) {
            objects.put(inside.get(i), inside.get(i + 1));
        }
        return Optional.of(
                outside.isEmpty()
                        ? new SieLine("", List.of(), Map.of())
                        : new SieLine(outside.get(0), outside.subList(1, outside.size()), objects));
    }

    /** The field of that number, empty where there are not as many. */
    String field(int index) {
        return index < fields.size() ? fields.get(index) : "";
    }

    /** Where it goes on after the closing quotation mark. */
    private static int quoted(String line, int start, StringBuilder field) {
        for (int at = start; at < line.length(); at++) {
            char sign = line.charAt(at);
            if (sign == '"') {
                return at + 1;
            }
            if (sign == '\\' && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                at++;
            }
            field.append(line.charAt(at));
        }
        return line.length();
    }

    private static int bare(String line, int start, StringBuilder field) {
        int at = start;
        boolean isLabel = line.charAt(at) == '{' || line.charAt(at) == '}';
        while (at < line.length() && line.charAt(at) > ' ' && (isLabel || "{}".indexOf(line.charAt(at)) < 0)) {
            field.append(line.charAt(at));
            at++;
        }
        return at;
    }
}
