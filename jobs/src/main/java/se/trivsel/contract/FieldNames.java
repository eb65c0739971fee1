package se.trivsel.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the fields of a file get the names that a source calls them by.
 *
 * <p>Either the file says them in heading rows, or the description does by their places; never both.
 *
 * @param headingRows how many rows hold headings; of several, those above stand over all that follow to the right until
 *     the next one, and are read together with the one below
 * @param placeByName the names the description gives, each with the place of its field, counted from 0
 * @param allowsMore whether a row may have more fields than there are names; what stands in them is not read
 */
public record FieldNames(int headingRows, Map<String, Integer> placeByName, boolean allowsMore) {
    /** One row of headings, and no field without one. */
    public static final FieldNames HEADED = new FieldNames(1, Map.of(), false);

    public FieldNames {
        if ((headingRows == 0) == placeByName.isEmpty()) {
            throw new IllegalArgumentException("Names come from the file or from the description");
        }
        placeByName = Collections.unmodifiableMap(new LinkedHashMap<>(placeByName));
    }
}
