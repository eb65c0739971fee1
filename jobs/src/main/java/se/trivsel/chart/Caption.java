package se.trivsel.chart;

import java.util.regex.Pattern;

/**
 * What a chart is called and what it says, for those who do not see it.
 *
 * <p>The id begins the ids inside the chart, so no two charts of a page may have the same.
 */
public record Caption(String id, String title, String description) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    public Caption {
        requireId(id);
    }

    static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("An id of small letters, digits and hyphens is asked for");
        }
    }
}
