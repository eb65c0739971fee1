package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.postgresql.PostgreSQLContainer;
import se.trivsel.fetch.Containers;
import se.trivsel.fetch.SftpServer;
import se.trivsel.lake.DeliveryManifest;

/** However a delivery comes, it is the same delivery. */
@Tag("containers")
class FetchedNightTest {
    private static final String MORA = "2062-mora";
    private static final String EMPLOYMENTS = "anst_201401-201712.csv";
    private static final String FIGURES = "select * from bi.measure_value order by all";
    private static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:17");

    private static SftpServer server;

    @TempDir
    Path folder;

    private SmallWorld byFolder;
    private SmallWorld fetching;

    @BeforeAll
    static void start() {
        Containers.assumeThere();
        server = SftpServer.start();
        POSTGRES.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        POSTGRES.stop();
    }

    @BeforeEach
    void worlds() {
        server.run("sh", "-c", "rm -rf " + server.path("*"));
        byFolder = new SmallWorld(folder.resolve("by-folder")).knowsOnly("2062");
        fetching = new SmallWorld(folder.resolve("fetching")).knowsOnly("2062", "0480");
    }

    @Test
    void filesBySftpAreTheSameDeliveriesAsByFolder() throws IOException {
        byFolder.receives(MORA, "anst_", "franvaro", "arbetstid").runs();
        lies("anst_", "franvaro", "arbetstid");
        fetchesFromSftp();

        fetching.knowing(Map.of("TRIVSEL_SFTP_2062_PASSWORD", SftpServer.PASSWORD))
                .runs();

        assertThat(fetching.output()).contains("2062 sftp: 9 brought, 0 unchanged");
        assertThat(deliveries(fetching)).isEqualTo(deliveries(byFolder)).hasSize(9);
        assertThat(fetchedFiles())
                .as("Fetched copies are gone when they are archived")
                .isEmpty();

        fetching.on("2018-01-09").runs();
        assertThat(fetching.output()).contains("2062 sftp: 0 brought, 9 unchanged");
    }

    @Test
    void aSourceThatFailsIsALoudFailureOfThatSourceOnly() throws IOException {
        lies("anst_");
        fetchesFromSftp();
        fetching.receives("0480-nykoping");

        ExitCode exit = fetching.knowing(Map.of("TRIVSEL_SFTP_2062_PASSWORD", "hemligt-men-fel"))
                .runs();

        assertThat(exit).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(fetching.output()).contains("FAILED  2062 sftp: the server").doesNotContain("hemligt");
        assertThat(deliveries(fetching)).isNotEmpty().allMatch(delivery -> delivery.startsWith("0480"));
        assertThat(summaries()).contains("Cannot fetch 2062 sftp").doesNotContain("hemligt");
    }

    @Test
    void theRowsOfAQueryGiveTheFiguresOfTheFile() throws Exception {
        byFolder.receives(MORA, "anst_").runs();
        employmentsAreInTheDatabase();
        fetchesFrom("""
                  - from: jdbc
                    url: "%s"
                    user: %s
                    queries:
                      - file: "anst_{from}-{to}.csv"
                        last: 48
                        sql: |
                          select %s from anst
                          where "Fr.o.m" <= to_char({to}, 'YYYYMMDD')
                          order by rad
                """.formatted(POSTGRES.getJdbcUrl(), POSTGRES.getUsername(), quoted(headings())));

        fetching.knowsOnly("2062")
                .knowing(Map.of("TRIVSEL_JDBC_2062_PASSWORD", POSTGRES.getPassword()))
                .runs();

        assertThat(fetching.manifests())
                .extracting(DeliveryManifest::rowsKept, DeliveryManifest::period)
                .isEqualTo(byFolder.manifests().stream()
                        .map(manifest -> org.assertj.core.groups.Tuple.tuple(manifest.rowsKept(), manifest.period()))
                        .toList());
        assertThat(fetching.asks(FIGURES)).isEqualTo(byFolder.asks(FIGURES)).isNotEmpty();

        String release = fetching.release().releaseId();
        fetching.on("2018-01-09").runs();
        assertThat(fetching.lastLine()).contains("OK=0 WARN=0 REJECT=0 SKIP=1 TOTAL=1");
        assertThat(fetching.release().releaseId()).isEqualTo(release);
    }

    @Test
    void theJobRepositoryMayBePostgres() throws IOException, SQLException {
        Path settings = byFolder.config().resolve("application.yaml");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replaceFirst(
                                "url: \"jdbc:h2:.*",
                                "url: \"%s\"\n    username: %s\n    password: %s"
                                        .formatted(
                                                POSTGRES.getJdbcUrl(),
                                                POSTGRES.getUsername(),
                                                POSTGRES.getPassword())));
        byFolder.receives(MORA);

        assertThat(byFolder.runs()).as(byFolder.output()).isEqualTo(ExitCode.OK);
        diesInTheMiddle();
        assertThat(byFolder.on("2018-01-09").runs()).isEqualTo(ExitCode.OK);

        assertThat(byFolder.output()).contains("was cut off; resuming");
        assertThat(byFolder.lastLine()).contains("OK=0 WARN=0 REJECT=0 SKIP=44 TOTAL=44");
        assertThat(byFolder.home().jobs()).doesNotExist();
    }

    /** What a killed run leaves in the repository: an execution that seems to run. */
    private static void diesInTheMiddle() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        POSTGRES.getJdbcUrl(), POSTGRES.getUsername(), POSTGRES.getPassword());
                var statement = connection.createStatement()) {
            statement.execute(
                    "update batch_job_execution set status = 'STARTED', exit_code = 'UNKNOWN', end_time = null");
            statement.execute("update batch_step_execution set status = 'STARTED', exit_code = 'EXECUTING',"
                    + " end_time = null where step_name = 'warehouse'");
        }
    }

    private static List<String> deliveries(SmallWorld world) {
        return world.manifests().stream()
                .map(manifest -> manifest.deliveryId() + " " + manifest.sha256() + " " + manifest.rowsKept())
                .sorted()
                .toList();
    }

    private void lies(String... parts) throws IOException {
        try (Stream<Path> files = Files.list(SmallWorld.sample(MORA))) {
            files.filter(file -> Stream.of(parts).anyMatch(file.getFileName().toString()::contains))
                    .forEach(file -> server.has(file.getFileName().toString(), file));
        }
    }

    private void fetchesFromSftp() throws IOException {
        fetchesFrom("""
                  - from: sftp
                    host: %s
                    port: %d
                    user: %s
                    host_key: "%s"
                    folder: /ut
                """.formatted(server.host(), server.port(), SftpServer.USER, server.hostKey()));
    }

    private void fetchesFrom(String source) throws IOException {
        Path mora = fetching.config().resolve("municipalities/2062-mora.yaml");
        Files.writeString(mora, Files.readString(mora) + "fetches:\n" + source);
    }

    private List<Path> fetchedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(fetching.home().fetched())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(".brought.json"))
                    .toList();
        }
    }

    private String summaries() throws IOException {
        try (Stream<Path> files = Files.walk(fetching.home().runs())) {
            var text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    private static List<String> employments() throws IOException {
        return Files.readAllLines(SmallWorld.sample(MORA).resolve(EMPLOYMENTS), Charset.forName("windows-1252"));
    }

    private static List<String> headings() throws IOException {
        return List.of(employments().get(0).split(";", -1));
    }

    private static String quoted(List<String> headings) {
        return headings.stream().map(heading -> '"' + heading + '"').collect(Collectors.joining(", "));
    }

    private static void employmentsAreInTheDatabase() throws IOException, SQLException {
        List<String> headings = headings();
        String places =
                IntStream.range(0, headings.size()).mapToObj(place -> "?").collect(Collectors.joining(", "));
        try (var connection = DriverManager.getConnection(
                        POSTGRES.getJdbcUrl(), POSTGRES.getUsername(), POSTGRES.getPassword());
                var create = connection.createStatement()) {
            create.execute("create table anst (rad serial, "
                    + headings.stream()
                            .map(heading -> '"' + heading + "\" text")
                            .collect(Collectors.joining(", "))
                    + ")");
            try (var insert = connection.prepareStatement(
                    "insert into anst (" + quoted(headings) + ") values (" + places + ")")) {
                for (String line : employments().subList(1, employments().size())) {
                    String[] cells = line.split(";", -1);
                    for (int place = 0; place < cells.length; place++) {
                        insert.setString(place + 1, cells[place]);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }
}
