package se.trivsel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.trivsel.inbox.Json;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.publish.CandidateFiles;
import se.trivsel.publish.Releases;
import se.trivsel.report.Delivered;
import se.trivsel.serve.EndedRun;
import se.trivsel.vocabulary.Home;
import se.trivsel.vocabulary.Period;
import tools.jackson.databind.json.JsonMapper;

class StatusCommandTest {
    @TempDir
    private Path home;

    @Test
    void anEmptyHomeIsToldWhatToDo() {
        assertThat(status())
                .isEqualTo(
                        "Nothing is published in %s yet. To publish: trivsel run --home %1$s%n%nNothing has been delivered yet.%n"
                                .formatted(home));
    }

    @Test
    void theReleaseAndEachMunicipalitysDeliveriesAreTold() throws SQLException, IOException {
        new Releases(home.resolve("published"))
                .publish(CandidateFiles.candidate(home, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);
        deliver(
                Delivered.accepted("d1", "2016-02-01T02:30:00Z"),
                Delivered.rejected("d2", "2016-03-01T02:30:00Z").fileName("igen.csv"),
                Delivered.accepted("d3", "2016-02-01T02:30:00Z").municipality("2062"));

        assertThat(status()).isEqualTo("""
                        Release 2017-12-31.1 as of 2017-12-31, published 2018-01-08 03:30 (program 0.1.0, definitions d1)
                        Figures: 1 not_delivered 2 ok

                        +--------------+------------------+--------------+----------+----------+---------+
                        | municipality | newest delivery  | data through | accepted | rejected | stale   |
                        +--------------+------------------+--------------+----------+----------+---------+
                        | 0380 Uppsala | 2016-03-01 03:30 | 2015-12      |        1 |        1 | absence |
                        | 2062 Mora    | 2016-02-01 03:30 | 2015-12      |        1 |        0 |         |
                        +--------------+------------------+--------------+----------+----------+---------+

                        Rejected, and not sent again yet:
                        +--------------+---------+------------------+----------+------------------+----------------+-----------------------------+
                        | municipality | dataset | period           | file     | received         | why            | until then                  |
                        +--------------+---------+------------------+----------+------------------+----------------+-----------------------------+
                        | 0380 Uppsala | absence | 2015-01--2015-12 | igen.csv | 2016-03-01 03:30 | missing_column | an earlier delivery is used |
                        +--------------+---------+------------------+----------+------------------+----------------+-----------------------------+
                        """);
    }

    @Test
    void howTheLastRunsEndedIsTold() throws IOException {
        for (int day = 1; day < 7; day++) {
            EndedRun.write(new Home(home), "2018-01-0" + day + "T02:45:00Z", day == 6 ? 1 : 0);
        }

        assertThat(status()).contains("""
                        Last runs:
                        +------------------+-------+------------------+------+----+------+--------+------+
                        | run              | job   | ended            | exit | ok | warn | reject | skip |
                        +------------------+-------+------------------+------+----+------+--------+------+
                        | 20180106T024500Z | night | 2018-01-06 03:45 |    1 |  0 |    0 |      0 |    0 |
                        | 20180105T024500Z | night | 2018-01-05 03:45 |    0 |  0 |    0 |      0 |    0 |
                        """).doesNotContain("20180101T024500Z");
        var json = JsonMapper.shared().readTree(status("--json"));
        assertThat(json.path("runs")).hasSize(5);
        assertThat(json.at("/runs/0/exit_code").asInt()).isEqualTo(1);
        assertThat(json.at("/runs/0/ended_at").asString()).isEqualTo("2018-01-06T02:45:00Z");
    }

    @Test
    void whatIsOverdueIsTold() throws SQLException, IOException {
        new Releases(home.resolve("published"))
                .publish(CandidateFiles.candidateOf(home, "2017-12-31.1", """
                        create table meta.expected as
                        select * from (values ('0380', 'absence', date '2017-02-15', 2), ('0380', 'unit', null, 0))
                            as row (municipality_code, dataset, overdue_since_on, overdue_deliveries);
                        create view bi.freshness as select * from meta.expected;
                        create view bi.municipality as
                        select '0380' as municipality_code, 'Uppsala' as municipality_name;
                        create view bi.measure_value as select '0380' as municipality_code, 'ok' as status;
                        """), 3, CandidateFiles.LIMITS);
        deliver(Delivered.accepted("d1", "2016-02-01T02:30:00Z"));

        assertThat(status()).endsWith("""
                        Overdue when the release was made:
                        +--------------+---------+------------+------------+
                        | municipality | dataset | due since  | deliveries |
                        +--------------+---------+------------+------------+
                        | 0380 Uppsala | absence | 2017-02-15 |          2 |
                        +--------------+---------+------------+------------+
                        """);
    }

    @Test
    void aRejectedDeliveryThatWasSentAgainIsNoLongerWaitedFor() {
        var status = DeliveryStatus.of(manifests(
                Delivered.rejected("d1", "2016-02-01T02:30:00Z"), Delivered.accepted("d2", "2016-03-01T02:30:00Z")));

        assertThat(status.rejected()).isEmpty();
        assertThat(status.municipalities().get(0).stale()).isEmpty();
    }

    @Test
    void theNewestMonthIsTheOneReachedByWhatWasAccepted() {
        var january = Period.month(YearMonth.of(2015, 1));
        var status = DeliveryStatus.of(manifests(
                Delivered.accepted("d1", "2015-02-01T02:30:00Z").period(january),
                Delivered.rejected("d2", "2016-03-01T02:30:00Z")));

        assertThat(status.municipalities().get(0).through()).isEqualTo("2015-01");
    }

    @Test
    void aMunicipalityWithoutAnyAcceptedDeliveryHasNoData() {
        var status = DeliveryStatus.of(manifests(Delivered.rejected("d1", "2016-03-01T02:30:00Z")));

        assertThat(status.municipalities().get(0).through()).isEmpty();
        assertThat(status.rejected().get(0).isEarlierInUse()).isFalse();
    }

    @Test
    void jsonHasTheSame() throws SQLException, IOException {
        new Releases(home.resolve("published"))
                .publish(CandidateFiles.candidate(home, "2017-12-31.1", "0.12"), 3, CandidateFiles.LIMITS);
        deliver(Delivered.accepted("d1", "2016-02-01T02:30:00Z"));

        var json = JsonMapper.shared().readTree(status("--json"));

        assertThat(json.at("/release/release_id").asString()).isEqualTo("2017-12-31.1");
        assertThat(json.at("/release/published_at").asString()).isEqualTo("2018-01-08T02:30:01Z");
        assertThat(json.at("/release/values_by_status/ok").asInt()).isEqualTo(2);
        assertThat(json.at("/deliveries/municipalities/0/through").asString()).isEqualTo("2015-12");
    }

    private void deliver(Delivered... deliveries) throws IOException {
        for (Delivered delivery : deliveries) {
            var folder = Files.createDirectories(home.resolve("lake/_manifests/" + delivery.municipality()));
            Files.write(folder.resolve(delivery.reading() + ".json"), Json.write(delivery.manifest()));
        }
    }

    private static List<DeliveryManifest> manifests(Delivered... deliveries) {
        return Stream.of(deliveries).map(Delivered::manifest).toList();
    }

    private String status(String... arguments) {
        var output = new ByteArrayOutputStream();
        var command = new CommandLine(new StatusCommand(new PrintStream(output, true, StandardCharsets.UTF_8)));
        var all = Stream.concat(Stream.of("--home", home.toString()), Stream.of(arguments));
        assertThat(command.execute(all.toArray(String[]::new))).isZero();
        return output.toString(StandardCharsets.UTF_8);
    }
}
