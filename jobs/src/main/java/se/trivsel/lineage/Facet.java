package se.trivsel.lineage;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Something told of a run or a dataset, in one of OpenLineage's own forms, of a version of its own. */
record Facet(
        @JsonProperty("_producer") String producer,
        @JsonProperty("_schemaURL") String schema,
        @JsonAnyGetter Map<String, ?> content) {
    /** The program; that of a version is told by the release. */
    static final String PRODUCER = "urn:trivsel:run";

    private static Facet of(String version, String type, Map<String, ?> content) {
        return new Facet(
                PRODUCER,
                "https://openlineage.io/spec/facets/" + version + "/" + type + ".json#/$defs/" + type,
                content);
    }

    static Facet parent(UUID run, Job job) {
        return of("1-0-1", "ParentRunFacet", Map.of("run", Map.of("runId", run), "job", job));
    }

    static Facet nominalTime(Instant start) {
        return of("1-0-1", "NominalTimeRunFacet", Map.of("nominalStartTime", start));
    }

    static Facet error(String message) {
        return of("1-0-1", "ErrorMessageRunFacet", Map.of("message", message, "programmingLanguage", "Java"));
    }

    static Facet version(String version) {
        return of("1-0-1", "DatasetVersionDatasetFacet", Map.of("datasetVersion", version));
    }

    static Facet rows(long count) {
        return of("1-0-2", "OutputStatisticsOutputDatasetFacet", Map.of("rowCount", count));
    }

    static Facet assertions(Map<String, Boolean> holds) {
        return of(
                "1-0-1",
                "DataQualityAssertionsDatasetFacet",
                Map.of(
                        "assertions",
                        holds.entrySet().stream()
                                .map(one -> Map.of("assertion", one.getKey(), "success", one.getValue()))
                                .toList()));
    }
}
