package se.trivsel.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.trivsel.job.RunHistory;
import se.trivsel.job.RunSummary;
import se.trivsel.lake.Lake;
import se.trivsel.publish.Release;
import se.trivsel.publish.Releases;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code status}: what is published, how fresh each municipality's deliveries are, and what waits to be sent again. */
@Command(
        name = "status",
        description = {
            "Tells what is published, how the last runs ended, how far each municipality's deliveries reach, which were rejected,"
                    + " and what is overdue.",
            "Times are Swedish; in JSON they are UTC."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:told, also when there is nothing yet", "1:the release or the lake cannot be read"})
public final class StatusCommand implements Callable<Integer> {
    private static final int RUNS_SHOWN = 5;
    private static final String VALUES = "select status, count(*) from bi.measure_value group by all order by all";
    private static final String NAMES = "select municipality_code, municipality_name from bi.municipality order by all";

    /** What is published, with the number of figures of each status. */
    record Published(
            String releaseId,
            LocalDate asOf,
            Instant publishedAt,
            String codeVersion,
            String definitionVersion,
            Map<String, Long> valuesByStatus) {}

    /** How a run ended. */
    record Ended(
            String runId, String job, Instant startedAt, Instant endedAt, int exitCode, Map<String, Integer> outcomes) {
        static Ended of(RunSummary run) {
            return new Ended(run.runId(), run.job(), run.startedAt(), run.endedAt(), run.exitCode(), run.outcomes());
        }
    }

    /** All that is told. */
    record Status(Optional<Published> release, List<Ended> runs, DeliveryStatus deliveries, List<Overdue> overdue) {}

    private final PrintStream output;

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--json", description = "As JSON, for programs that watch.")
    private boolean isJson;

    public StatusCommand() {
        this(System.out);
    }

    StatusCommand(PrintStream output) {
        this.output = output;
    }

    @Override
    public Integer call() throws SQLException {
        var releases = new Releases(home.home().published());
        var release = releases.current();
        var deliveries = DeliveryStatus.of(new Lake(home.home()).manifests());
        var names = new LinkedHashMap<String, String>();
        var values = new LinkedHashMap<String, Long>();
        var overdue = new ArrayList<Overdue>();
        if (release.isPresent()) {
            var file = releases.currentFolder().orElseThrow().resolve(Releases.SERVED_FILE);
            read(file, names, values, overdue);
        }
        var runs = new RunHistory(home.home())
                .recent(RUNS_SHOWN).stream().map(Ended::of).toList();
        var status = new Status(release.map(current -> published(current, values)), runs, deliveries, overdue);
        if (isJson) {
            output.println(json(status));
        } else {
            tell(status, names);
        }
        output.flush();
        return 0;
    }

    private static void read(Path file, Map<String, String> names, Map<String, Long> values, List<Overdue> overdue)
            throws SQLException {
        try (Connection connection = PublishedFile.open(file);
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(NAMES)) {
                while (rows.next()) {
                    names.put(rows.getString(1), rows.getString(2));
                }
            }
            try (ResultSet rows = statement.executeQuery(VALUES)) {
                while (rows.next()) {
                    values.put(rows.getString(1), rows.getLong(2));
                }
            }
            overdue.addAll(Overdue.read(statement));
        }
    }

    private static Published published(Release release, Map<String, Long> values) {
        return new Published(
                release.releaseId(),
                release.asOf(),
                release.publishedAt(),
                release.codeVersion(),
                release.definitionVersion(),
                values);
    }

    private static String json(Status status) {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(status);
    }

    private void tell(Status status, Map<String, String> names) {
        status.release()
                .ifPresentOrElse(
                        this::tell,
                        () -> output.printf(
                                "Nothing is published in %s yet. To publish: trivsel run --home %1$s%n",
                                home.home().root()));
        output.println();
        if (!status.runs().isEmpty()) {
            output.println("Last runs:");
            output.println(runs(status.runs()).asText());
            output.println();
        }
        if (status.deliveries().municipalities().isEmpty()) {
            output.println("Nothing has been delivered yet.");
            return;
        }
        output.println(municipalities(status.deliveries(), names).asText());
        if (!status.deliveries().rejected().isEmpty()) {
            output.println();
            output.println("Rejected, and not sent again yet:");
            output.println(rejected(status.deliveries(), names).asText());
        }
        if (!status.overdue().isEmpty()) {
            output.println();
            output.println("Overdue when the release was made:");
            output.println(overdue(status.overdue(), names).asText());
        }
    }

    private void tell(Published release) {
        output.printf(
                "Release %s as of %s, published %s (program %s, definitions %s)%n",
                release.releaseId(),
                release.asOf(),
                SwedishTime.format(release.publishedAt()),
                release.codeVersion(),
                release.definitionVersion());
        output.print("Figures:");
        release.valuesByStatus().forEach((status, count) -> output.printf(" %d %s", count, status));
        output.println();
    }

    private static TextTable runs(List<Ended> runs) {
        return new TextTable(
                List.of("run", "job", "ended", "exit", "ok", "warn", "reject", "skip"),
                List.of(false, false, false, true, true, true, true, true),
                runs.stream()
                        .map(run -> List.of(
                                run.runId(),
                                run.job(),
                                SwedishTime.format(run.endedAt()),
                                String.valueOf(run.exitCode()),
                                count(run, "OK"),
                                count(run, "WARN"),
                                count(run, "REJECT"),
                                count(run, "SKIP")))
                        .toList());
    }

    private static String count(Ended run, String outcome) {
        return String.valueOf(run.outcomes().getOrDefault(outcome, 0));
    }

    private static TextTable municipalities(DeliveryStatus deliveries, Map<String, String> names) {
        return new TextTable(
                List.of("municipality", "newest delivery", "data through", "accepted", "rejected", "stale"),
                List.of(false, false, false, true, true, false),
                deliveries.municipalities().stream()
                        .map(municipality -> List.of(
                                named(municipality.code(), names),
                                SwedishTime.format(municipality.newestReceivedAt()),
                                municipality.through(),
                                String.valueOf(municipality.accepted()),
                                String.valueOf(municipality.rejected()),
                                String.join(", ", municipality.stale())))
                        .toList());
    }

    private static TextTable rejected(DeliveryStatus deliveries, Map<String, String> names) {
        return new TextTable(
                List.of("municipality", "dataset", "period", "file", "received", "why", "until then"),
                List.of(false, false, false, false, false, false, false),
                deliveries.rejected().stream()
                        .map(delivery -> List.of(
                                named(delivery.code(), names),
                                delivery.dataset(),
                                delivery.period(),
                                delivery.fileName(),
                                SwedishTime.format(delivery.receivedAt()),
                                String.join(", ", delivery.findings()),
                                delivery.isEarlierInUse() ? "an earlier delivery is used" : "figures are missing"))
                        .toList());
    }

    private static TextTable overdue(List<Overdue> overdue, Map<String, String> names) {
        return new TextTable(
                List.of("municipality", "dataset", "due since", "deliveries"),
                List.of(false, false, false, true),
                overdue.stream()
                        .map(late -> List.of(
                                named(late.code(), names),
                                late.dataset(),
                                late.since(),
                                String.valueOf(late.deliveries())))
                        .toList());
    }

    private static String named(String code, Map<String, String> names) {
        return (code + " " + names.getOrDefault(code, "")).strip();
    }
}
