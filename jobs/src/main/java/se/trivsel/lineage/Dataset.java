package se.trivsel.lineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * Data that were read or written, with what is known of them.
 *
 * <p>Its name says where it is and never what is in it: an archived delivery is known by its id, not by the name of its file.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Dataset(
        String namespace,
        String name,
        Map<String, Facet> facets,
        Map<String, Facet> inputFacets,
        Map<String, Facet> outputFacets) {
    public static Dataset named(String name) {
        return new Dataset(Job.NAMESPACE, name, Map.of(), Map.of(), Map.of());
    }

    /** In a release. */
    public Dataset ofRelease(String releaseId) {
        return new Dataset(namespace, name, Map.of("version", Facet.version(releaseId)), inputFacets, outputFacets);
    }

    /** As it was written. */
    public Dataset withRows(long count) {
        return new Dataset(namespace, name, facets, inputFacets, Map.of("outputStatistics", Facet.rows(count)));
    }

    /** As it was read; without any, nothing was asked of it. */
    public Dataset withAssertions(Map<String, Boolean> holds) {
        Map<String, Facet> asserted =
                holds.isEmpty() ? Map.of() : Map.of("dataQualityAssertions", Facet.assertions(holds));
        return new Dataset(namespace, name, facets, asserted, outputFacets);
    }
}
