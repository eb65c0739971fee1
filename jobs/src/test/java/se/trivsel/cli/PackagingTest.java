package se.trivsel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What {@code .ci/check-packaging} cannot ask a tool: that the files fit the program and one another. */
class PackagingTest {
    private static final Path REPOSITORY = Path.of("").toAbsolutePath().resolveSibling("");
    private static final Path PACKAGING = REPOSITORY.resolve("packaging");
    private static final Pattern COMMAND = Pattern.compile("/opt/trivsel/trivsel ((?:[a-z0-9/-]+ ?)+)");

    @Test
    void everyFileStartsTrivselByACommandThatThereIs() throws IOException {
        for (String file : List.of(
                "systemd/trivsel.service",
                "systemd/trivsel-serve.service",
                "systemd/trivsel-worker.service",
                "cron/trivsel",
                "kubernetes/cronjob.yaml")) {
            List<String> commands = COMMAND.matcher(read(file))
                    .results()
                    .map(found -> found.group(1).replaceFirst(" 2$", "").strip())
                    .toList();
            assertThat(commands).as(file).hasSize(1);
            assertThat(RootCommand.commandLine()
                            .parseArgs(commands.get(0).split(" "))
                            .subcommand()
                            .matchedOptions())
                    .as(commands.get(0))
                    .isNotEmpty();
        }
    }

    @Test
    void everyWayStartsTheNightAtTheSameTime() throws IOException {
        assertThat(read("systemd/trivsel.timer")).contains("OnCalendar=*-*-* 03:30:00 Europe/Stockholm\n");
        assertThat(read("cron/trivsel")).contains("\n30 3 * * * trivsel ");
        assertThat(cronJob().at("/spec/schedule").stringValue()).isEqualTo("30 3 * * *");
        assertThat(cronJob().at("/spec/timeZone").stringValue()).isEqualTo("Europe/Stockholm");
        assertThat(new YAMLMapper()
                        .readTree(Files.readString(REPOSITORY.resolve("config").resolve("application.yaml")))
                        .at("/trivsel/schedule/night")
                        .stringValue())
                .isEqualTo("0 30 3 * * *");
    }

    @Test
    void theCronJobIsNeverStartedTwiceAndMayWriteToItsVolumesOnly() throws IOException {
        JsonNode job = cronJob();
        assertThat(job.at("/apiVersion").stringValue()).isEqualTo("batch/v1");
        assertThat(job.at("/kind").stringValue()).isEqualTo("CronJob");
        assertThat(job.at("/spec/concurrencyPolicy").stringValue()).isEqualTo("Forbid");
        assertThat(job.at("/spec/jobTemplate/spec/backoffLimit").intValue()).isZero();
        JsonNode pod = job.at("/spec/jobTemplate/spec/template/spec");
        assertThat(pod.at("/restartPolicy").stringValue()).isEqualTo("Never");
        assertThat(pod.at("/securityContext/runAsNonRoot").booleanValue()).isTrue();
        assertThat(pod.at("/containers/0/securityContext/readOnlyRootFilesystem")
                        .booleanValue())
                .isTrue();
        assertThat(names(pod.at("/containers/0/volumeMounts")))
                .as("Every mount has its volume")
                .containsExactlyElementsOf(names(pod.at("/volumes")));
    }

    @Test
    void theCronJobRunsTheContainerAsTheUserThatItWasMadeFor() throws IOException {
        JsonNode pod = cronJob().at("/spec/jobTemplate/spec/template/spec");
        assertThat(read("container/Containerfile"))
                .contains(" -t " + pod.at("/containers/0/image").stringValue() + " ")
                .contains("\nUSER " + pod.at("/securityContext/runAsUser").intValue() + ":"
                        + pod.at("/securityContext/runAsGroup").intValue() + "\n");
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(entry -> entry.get("name").stringValue()).toList();
    }

    private static JsonNode cronJob() throws IOException {
        return new YAMLMapper().readTree(read("kubernetes/cronjob.yaml"));
    }

    private static String read(String file) throws IOException {
        return Files.readString(PACKAGING.resolve(file));
    }
}
