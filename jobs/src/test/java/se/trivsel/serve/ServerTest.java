package se.trivsel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.job.ExitCode;
import se.trivsel.job.Night;
import se.trivsel.job.NotRunnable;
import se.trivsel.job.RunHistory;
import se.trivsel.job.RunLock;
import se.trivsel.job.SmallWorld;

class ServerTest {
    @TempDir
    Path folder;

    private SmallWorld world;
    private PrintedLines lines;

    @BeforeEach
    void world() {
        world = new SmallWorld(folder).knowsOnly("2062").receives("2062-mora", "tjanster_2015");
        lines = new PrintedLines();
    }

    @Test
    void beforeTheFirstNightThereIsNothingAndNothingIsWrong() throws Exception {
        try (Server server = start("2018-01-08T09:00:00Z")) {
            assertThat(get(server, "/actuator/health").statusCode()).isEqualTo(200);
            assertThat(get(server, "/actuator/health").body())
                    .contains("\"nightly\":{\"details\":{\"night\":\"has never ended well\"},\"status\":\"UNKNOWN\"")
                    .contains("\"warehouse\":{\"details\":{\"release\":\"none yet\"},\"status\":\"UNKNOWN\"");
            assertThat(get(server, "/release").statusCode()).isEqualTo(404);
            assertThat(get(server, "/").statusCode()).isEqualTo(404);
            assertThat(get(server, "/").body()).isEqualTo("The current release has no report.\n");
            assertThat(get(server, "/actuator/env").statusCode()).isEqualTo(404);
            assertThat(String.join("\n", lines.until("Next night"))).contains("2018-01-09 03:30");
        }
    }

    @Test
    void aMissedNightIsCaughtUpWithAndSeenFromOutside() throws Exception {
        EndedRun.write(world.home(), "2018-01-08T03:30:00Z", 0);

        try (Server server = start("2018-01-10T09:00:00Z")) {
            lines.until("Done.");

            assertThat(get(server, "/release").body()).contains("\"release_id\" : \"2018-01-10.1\"");
            assertThat(get(server, "/actuator/health").statusCode()).isEqualTo(200);
            assertThat(get(server, "/actuator/health").body())
                    .contains("\"night\":\"last ended well 2018-01-10T09:00:00Z\"")
                    .contains("\"release\":\"2018-01-10.1\"");
            assertThat(get(server, "/actuator/prometheus").body())
                    .contains("trivsel_last_success_timestamp_seconds 1.5155748E9")
                    .contains("trivsel_last_run_exit_code 3.0")
                    .contains("trivsel_release_info{release_id=\"2018-01-10.1\"} 1")
                    .contains("jvm_memory_used_bytes");
            assertThat(report(server)).containsExactly("200 <p>Trivsel</p>", "400", "400", "400", "404");
        }
    }

    @Test
    void aServerThatIsStoppedStopsTheRunAndTheNextOneGoesOn() throws Exception {
        EndedRun.write(world.home(), "2018-01-08T03:30:00Z", 0);
        world.receives("2062-mora", "franvaro", "arbetstid");

        Server first = start("2018-01-10T09:00:00Z");
        lines.until("rejected");
        first.stop();
        assertThat(first.serve()).isEqualTo(ExitCode.STOPPED);
        lines.until("Stopped; the next run goes on from here.");
        lines.until("exit 130");
        assertThat(history().last().orElseThrow().exitCode()).isEqualTo(130);

        try (Server second = start("2018-01-10T09:05:00Z")) {
            lines.until("Done.");
            assertThat(get(second, "/release").body()).contains("\"release_id\" : \"2018-01-10.1\"");
        }
    }

    @Test
    void aRunThatFindsTheLockHeldWaitsForTheNextTime() throws Exception {
        EndedRun.write(world.home(), "2018-01-08T03:30:00Z", 0);

        try (RunLock held = RunLock.tryAcquire(world.home()).orElseThrow();
                Server server = start("2018-01-10T09:00:00Z")) {
            assertThat(held).isNotNull();
            lines.until("Another run holds");
            assertThat(get(server, "/actuator/health").statusCode())
                    .as("Nothing has ended well since the night before last")
                    .isEqualTo(503);
        }
        assertThat(history().last().orElseThrow().endedAt()).isEqualTo(Instant.parse("2018-01-08T03:30:00Z"));
    }

    @Test
    void aFailedNightIsBadHealthAndTheServerStays() throws Exception {
        EndedRun.write(world.home(), "2018-01-08T03:30:00Z", 0);
        Files.writeString(world.config().resolve("parameters.yaml"), "no: such key\n");

        try (Server server = start("2018-01-09T02:31:00Z")) {
            lines.until("problem(s)");
            HttpResponse<String> health = get(server, "/actuator/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body())
                    .contains("night ended 2018-01-09T02:31:00Z with 2")
                    .contains("last ended well 2018-01-08T03:30:00Z");
        }
    }

    @Test
    void aTimeThatCannotBeAndAPortThatIsTakenAreSaid() throws IOException {
        try (Server server = start("2018-01-08T09:00:00Z")) {
            assertThatThrownBy(() -> start("2018-01-08T09:00:00Z", server.port()))
                    .isInstanceOf(NotRunnable.class)
                    .hasMessageContaining("Port " + server.port() + " is taken");
        }
        Path settings = world.config().resolve("application.yaml");
        Files.writeString(settings, Files.readString(settings).replace("0 30 3 * * *", "03:30"));
        assertThatThrownBy(() -> start("2018-01-08T09:00:00Z"))
                .isInstanceOf(NotRunnable.class)
                .hasMessageContaining("trivsel.schedule.night");
    }

    /** A page of the report, and ways out of it. */
    private List<String> report(Server server) throws IOException, InterruptedException {
        Path release = world.home().published().resolve("current").toRealPath();
        Files.createDirectories(release.resolve("report"));
        Files.writeString(release.resolve("report").resolve("index.html"), "<p>Trivsel</p>");
        HttpResponse<String> page = get(server, "/");
        return List.of(
                page.statusCode() + " " + page.body(),
                raw(server, "/x/../../manifest.json"),
                raw(server, "/..%2fmanifest.json"),
                raw(server, "/..\\manifest.json"),
                raw(server, "/%252e%252e/manifest.json"));
    }

    private Server start(String now) throws IOException {
        return start(now, 0);
    }

    private Server start(String now, int port) throws IOException {
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        var request = new ServeRequest(world.home(), world.inbox(), world.config(), world.sql(), port);
        return Server.start(
                request, clock, lines.out(), Map.of(), () -> new Night(clock, lines.out(), false, Map.of()));
    }

    private RunHistory history() {
        return new RunHistory(world.home());
    }

    private static HttpResponse<String> get(Server server, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** The status of a path as it stands: a client would tidy it first. */
    private static String raw(Server server, String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8).split(" ")[1];
        }
    }
}
