package se.trivsel.lineage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** That a run began or ended, as OpenLineage has it: a line of the file. */
record RunEvent(
        Type eventType,
        Instant eventTime,
        String producer,
        @JsonProperty("schemaURL") String schema,
        Run run,
        Job job,
        List<Dataset> inputs,
        List<Dataset> outputs) {
    static final String SCHEMA = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";

    enum Type {
        START,
        COMPLETE,
        ABORT,
        FAIL
    }

    record Run(UUID runId, Map<String, Facet> facets) {}
}
