package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.contract.InvalidConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LineageNightTest {
    private static final String MORA = "2062-mora";

    @TempDir
    Path folder;

    private SmallWorld world;

    @BeforeEach
    void world() {
        world = new SmallWorld(folder).knowsOnly("2062").receives(MORA, "tjanster_2015", "franvaro_2016");
    }

    @Test
    void everyRunThatBeganEndsOnceAndEveryEventIsOneOfOpenLineage() throws IOException {
        assertThat(world.runs()).as(world.output()).isEqualTo(ExitCode.INCOMPLETE);

        List<JsonNode> events = events();
        assertThat(types("night")).containsExactly("START", "COMPLETE");
        assertThat(ids("START")).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids("COMPLETE"));
        assertThat(events)
                .extracting(event -> event.at("/job/name").asString())
                .contains("night.read.absence", "night.read.position", "night.warehouse", "night.quality")
                .contains("night.publish");
        String night = ids("START").get(0);
        assertThat(events)
                .filteredOn(event -> !event.at("/job/name").asString().equals("night"))
                .extracting(event -> event.at("/run/facets/parent/run/runId").asString())
                .containsOnly(night);
        assertThat(events)
                .extracting(event ->
                        event.at("/run/facets/nominalTime/nominalStartTime").asString())
                .containsOnly("2018-01-07T23:00:00Z");
    }

    @Test
    void theWayFromADeliveryToTheReleaseIsToldWithItsRows() throws IOException {
        world.runs();

        var manifest = world.manifests().stream()
                .filter(one -> one.dataset().equals("absence"))
                .findFirst()
                .orElseThrow();
        JsonNode read = end("night.read.absence");
        assertThat(names(read, "inputs")).containsExactly("archive/" + manifest.deliveryId());
        assertThat(names(read, "outputs")).containsExactly("lake/absence");
        assertThat(read.at("/outputs/0/outputFacets/outputStatistics/rowCount").asLong())
                .isEqualTo(manifest.rowsKept());
        assertThat(names(end("night.warehouse"), "inputs")).contains("lake/absence", "lake/position");
        assertThat(names(end("night.warehouse"), "outputs"))
                .isEqualTo(names(end("night.quality"), "inputs"))
                .isEqualTo(names(end("night.publish"), "inputs"))
                .containsExactly("warehouse");
        JsonNode checked = end("night.quality").at("/inputs/0/inputFacets/dataQualityAssertions/assertions");
        assertThat(checked).hasSameSizeAs(world.release().checks());
        JsonNode publish = end("night.publish");
        assertThat(names(publish, "outputs")).contains("bi/measure_value");
        assertThat(publish.path("outputs").values()).allSatisfy(dataset -> {
            assertThat(dataset.at("/facets/version/datasetVersion").asString()).isEqualTo("2018-01-08.1");
            assertThat(dataset.at("/outputFacets/outputStatistics/rowCount").asLong())
                    .isEqualTo(world.release()
                            .rowCounts()
                            .get(dataset.path("name").asString().substring("bi/".length())));
        });
    }

    @Test
    void aHeldReleaseGoesNowhereAndTheRunHasFailed() throws IOException {
        Files.writeString(world.sql().resolve("90_quality").resolve("there_is_nothing.sql"), """
                -- Nothing may ever be published.
                -- Severity: fail
                -- Remedy: remove this check
                select municipality_code from bi.municipality;
                """);
        world.runs();

        assertThat(types("night")).containsExactly("START", "FAIL");
        assertThat(end("night").at("/run/facets/errorMessage/message").asString())
                .isEqualTo("The release was held: there_is_nothing");
        assertThat(types("night.publish")).isEmpty();
        assertThat(end("night.quality")
                        .at("/inputs/0/inputFacets/dataQualityAssertions/assertions")
                        .values())
                .filteredOn(assertion -> !assertion.path("success").asBoolean())
                .extracting(assertion -> assertion.path("assertion").asString())
                .contains("there_is_nothing");
    }

    @Test
    void aRefusedDeliveryIsReadAndGoesNowhere() throws IOException {
        Path file = world.inbox().resolve(MORA).resolve("franvaro_2016.csv");
        Files.writeString(file, "Nonsens\n");

        world.runs();

        JsonNode read = end("night.read.absence");
        assertThat(read.path("outputs")).isEmpty();
        assertThat(read.at("/inputs/0/inputFacets/dataQualityAssertions/assertions/0/success")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void aRunThatIsStoppedIsAborted() throws IOException {
        world.runsUntil("rejected");

        assertThat(types("night")).containsExactly("START", "ABORT");
        assertThat(ids("START")).hasSameSizeAs(new HashSet<>(ids("COMPLETE", "ABORT", "FAIL")));
    }

    @Test
    void aRunThatCannotBeginHasFailedWithoutAWordOfWhatStoodThere() throws IOException {
        Files.writeString(world.config().resolve("parameters.yaml"), "no: such key\n");
        assertThatThrownBy(() -> world.runs()).isInstanceOf(InvalidConfiguration.class);

        assertThat(types("night")).containsExactly("START", "FAIL");
        assertThat(end("night").toString()).doesNotContain("such key");
    }

    /** OpenLineage's library is made from its published schema: what it does not know, or reads otherwise, comes out otherwise. */
    @Test
    void everyEventIsReadByOpenLineagesOwnLibraryAsItWasMeant() throws Exception {
        world.runs();
        List<JsonNode> events = events();

        try (var library = theirLibrary()) {
            Class<?> json = library.loadClass("io.openlineage.client.OpenLineageClientUtils");
            for (JsonNode event : events) {
                Object read = json.getMethod("runEventFromJson", String.class).invoke(null, event.toString());
                var written = (String) json.getMethod("toJson", Object.class).invoke(null, read);

                assertThat(JsonMapper.shared().readTree(written)).isEqualTo(event);
                assertKnowsAll(read);
            }
        }
    }

    /** In everything that was read, no property is one that their schema has no name for. */
    private static void assertKnowsAll(Object read) throws ReflectiveOperationException {
        for (Method getter : read.getClass().getMethods()) {
            if (!getter.getName().startsWith("get") || getter.getParameterCount() > 0) {
                continue;
            }
            Object value = getter.invoke(read);
            if (getter.getName().equals("getAdditionalProperties")) {
                assertThat((Map<?, ?>) value).as(read.getClass().getName()).isEmpty();
            } else {
                for (Object part : value instanceof List<?> list ? list : Collections.singletonList(value)) {
                    if (part != null && part.getClass().getName().startsWith("io.openlineage.")) {
                        assertKnowsAll(part);
                    }
                }
            }
        }
    }

    private static URLClassLoader theirLibrary() throws IOException {
        var jars = new ArrayList<URL>();
        try (Stream<Path> files = Files.list(Path.of("target", "openlineage"))) {
            for (Path jar : files.toList()) {
                jars.add(jar.toUri().toURL());
            }
        }
        return new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** All events of the last run, each held against what OpenLineage asks of it. */
    private List<JsonNode> events() throws IOException {
        Path file = world.home().runs().resolve("20180108T033000Z").resolve("openlineage.jsonl");
        Schema schema = schema();
        Consumer<ExecutionContext> formatsToo =
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true));
        return Files.readAllLines(file).stream()
                .peek(line -> assertThat(schema.validate(line, InputFormat.JSON, formatsToo))
                        .as(line)
                        .isEmpty())
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private static Schema schema() throws IOException {
        try (InputStream text = LineageNightTest.class.getResourceAsStream("/openlineage/run-event.schema.json")) {
            return SchemaRegistry.withDefaultDialect(Dialects.getDraft202012()).getSchema(text);
        }
    }

    private List<String> types(String job) throws IOException {
        return events().stream()
                .filter(event -> event.at("/job/name").asString().equals(job))
                .map(event -> event.path("eventType").asString())
                .toList();
    }

    private List<String> ids(String... types) throws IOException {
        return events().stream()
                .filter(event -> List.of(types).contains(event.path("eventType").asString()))
                .map(event -> event.at("/run/runId").asString())
                .toList();
    }

    /** How a job ended. */
    private JsonNode end(String job) throws IOException {
        return events().stream()
                .filter(event -> event.at("/job/name").asString().equals(job))
                .filter(event -> !event.path("eventType").asString().equals("START"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode event, String datasets) {
        return StreamSupport.stream(event.path(datasets).spliterator(), false)
                .map(dataset -> dataset.path("name").asString())
                .toList();
    }
}
