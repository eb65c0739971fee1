package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.cli.RootCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EcsLogTest {
    private static final String MORA = "2062-mora";

    @TempDir
    Path folder;

    private SmallWorld world;

    @BeforeEach
    void world() throws IOException {
        world = new SmallWorld(folder).knowsOnly("2062").receives(MORA, "tjanster_2015", "franvaro_2016");
        Path settings = world.config().resolve("application.yaml");
        Files.writeString(settings, Files.readString(settings).replace("log: text", "log: ecs"));
    }

    @Test
    void everyLineIsAnObjectWithItsRun() throws IOException {
        Files.writeString(world.inbox().resolve(MORA).resolve("lista 19800101-2387.txt"), "?");

        assertThat(world.runs()).as(world.output()).isEqualTo(ExitCode.INCOMPLETE);

        List<JsonNode> lines = lines(world.output());
        assertThat(lines).hasSizeGreaterThan(10).allSatisfy(line -> {
            assertThat(Instant.parse(line.path("@timestamp").asString())).isEqualTo("2018-01-08T03:30:00Z");
            assertThat(line.at("/log/level").asString()).isIn("INFO", "WARN", "ERROR");
            assertThat(line.path("message").asString()).isNotBlank();
            assertThat(line.at("/ecs/version").asString()).isEqualTo("8.11");
            assertThat(line.at("/service/name").asString()).isEqualTo("trivsel");
            assertThat(line.at("/trivsel/run_id").asString()).isEqualTo("20180108T033000Z");
            assertThat(line.at("/trivsel/job").asString()).isEqualTo("night");
        });
        assertThat(world.output()).doesNotContain("19800101-2387").contains("19800101-xxxx");
        assertThat(lines.get(lines.size() - 1).path("message").asString()).startsWith("Done.");
    }

    @Test
    void theLineOfADeliveryTellsWhoseAndHowManyRows() {
        world.runs();

        assertThat(lines(world.output()))
                .filteredOn(line -> line.at("/trivsel/rows_kept").isNumber())
                .hasSameSizeAs(world.manifests())
                .allSatisfy(line -> {
                    assertThat(line.at("/trivsel/municipality").asString()).isEqualTo("2062");
                    assertThat(line.at("/event/action").asString()).isEqualTo("read");
                    assertThat(line.at("/event/outcome").asString()).isEqualTo("success");
                    assertThat(line.at("/trivsel/rows_kept").asLong()).isPositive();
                })
                .extracting(line -> line.at("/trivsel/dataset").asString())
                .contains("absence", "position");
    }

    @Test
    void whyARunCannotBeginIsAnObjectToo() {
        var told = new StringWriter();

        int exit = RootCommand.commandLine()
                .setErr(new PrintWriter(told, true))
                .execute(
                        "run",
                        "--config",
                        world.config().toString(),
                        "--home",
                        world.home().root().toString(),
                        "--inbox",
                        folder.resolve("nowhere").toString());

        assertThat(exit).isEqualTo(ExitCode.NOT_RUNNABLE.code());
        assertThat(lines(told.toString()))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line.at("/log/level").asString()).isEqualTo("ERROR"))
                .allSatisfy(line -> assertThat(line.path("message").asString()).contains("There is no inbox"));
    }

    @Test
    void springWritesTheSame() throws Exception {
        Path settings = world.config().resolve("application.yaml");
        Files.writeString(settings, Files.readString(settings).replace("    root: warn", "    root: info"));
        Process run = world.process(world.home()).start();
        var out = new ByteArrayOutputStream();
        run.getInputStream().transferTo(out);
        run.waitFor();

        List<JsonNode> lines = lines(out.toString(StandardCharsets.UTF_8));
        assertThat(lines)
                .filteredOn(line -> line.at("/log/logger").asString().startsWith("org.springframework"))
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line.at("/service/name").asString()).isEqualTo("trivsel"))
                .allSatisfy(
                        line -> assertThat(line.at("/ecs/version").asString()).isEqualTo("8.11"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line.path("message").asString()).startsWith("Done."));
    }

    private static List<JsonNode> lines(String output) {
        return output.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }
}
