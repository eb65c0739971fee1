package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.contract.InvalidConfiguration;

class RunMetricsTest {
    @TempDir
    Path folder;

    private SmallWorld world;

    @BeforeEach
    void world() {
        world = new SmallWorld(folder).knowsOnly("2062").receives("2062-mora", "tjanster_2015", "franvaro_2016");
    }

    @Test
    void aRunLeavesItsFiguresForPrometheus() throws IOException {
        assertThat(world.runs()).as(world.output()).isEqualTo(ExitCode.INCOMPLETE);

        List<String> lines = written();
        assertThat(lines)
                .contains(
                        "trivsel_last_success_timestamp_seconds " + seconds("2018-01-08T03:30:00Z"),
                        "trivsel_last_run_exit_code 3.0",
                        "trivsel_release_info{release_id=\"2018-01-08.1\"} 1")
                .as("Posts end with 2015, though absences go on to 2016")
                .contains("trivsel_data_through_timestamp_seconds{municipality=\"2062\"} "
                        + seconds("2015-12-31T23:00:00Z"));
        assertThat(sum(lines, "trivsel_deliveries")).isEqualTo(world.manifests().size());
        assertThat(sum(lines, "trivsel_checks"))
                .isEqualTo(world.release().checks().size());
        assertThat(lines)
                .as("Prometheus' text format")
                .allMatch(line -> line.startsWith("# HELP trivsel_")
                        || line.matches("# TYPE trivsel_[a-z_]+ gauge")
                        || line.matches("trivsel_[a-z_]+(\\{[a-z_]+=\"[^\"\\\\]*\"})? [-+.0-9E]+"));
    }

    @Test
    void aRunThatCannotEvenStartShowsAndTheLastSuccessStays() throws IOException {
        world.runs();
        Files.writeString(world.config().resolve("parameters.yaml"), "no: such key\n");

        assertThatThrownBy(() -> world.on("2018-01-09").runs()).isInstanceOf(InvalidConfiguration.class);

        assertThat(written())
                .contains("trivsel_last_run_exit_code 2.0")
                .contains("trivsel_last_success_timestamp_seconds " + seconds("2018-01-08T03:30:00Z"));
        assertThat(new RunHistory(world.home()).last().orElseThrow().failures())
                .containsExactly("InvalidConfiguration");
    }

    @Test
    void whatIsNotKnownHasNoSample() {
        assertThat(new RunMetrics(world.home()).collect().stream()).isEmpty();
    }

    private List<String> written() throws IOException {
        return Files.readAllLines(world.home().metrics().resolve("trivsel.prom"));
    }

    private static double seconds(String moment) {
        return Instant.parse(moment).getEpochSecond();
    }

    private static int sum(List<String> lines, String metric) {
        return lines.stream()
                .filter(line -> line.startsWith(metric + "{"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
