package se.trivsel.job;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.trivsel.publish.CheckOutcome;
import se.trivsel.publish.Release;
import se.trivsel.publish.ReleasedDelivery;
import se.trivsel.publish.Releases;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.Home;

/**
 * How the runs of a home folder went, as Prometheus reads it.
 *
 * <p>Everything is read from the last summaries and the current release when it is asked for: a run in another process
 * shows too. What is not known has no sample; none is zero.
 */
public final class RunMetrics implements MultiCollector {
    /** Municipality, dataset, first and last month, content: as a delivery's id is made. */
    private static final Pattern DELIVERY = Pattern.compile("(\\d{4})-(.+)-\\d{6}-(\\d{6})-[0-9a-f]{12}.*");

    private static final DateTimeFormatter COMPACT_MONTH = DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);

    private final Home home;

    public RunMetrics(Home home) {
        this.home = home;
    }

    @Override
    public MetricSnapshots collect() {
        var metrics = new ArrayList<MetricSnapshot>();
        var history = new RunHistory(home);
        history.lastWellPublishing()
                .ifPresent(run -> metrics.add(gauge(
                        "trivsel_last_success_timestamp_seconds",
                        "When a run that publishes last ended well",
                        List.of(value(seconds(run.endedAt()), Labels.EMPTY)))));
        history.last().ifPresent(run -> {
            metrics.add(gauge(
                    "trivsel_last_run_exit_code",
                    "How the last run ended, as its exit code",
                    List.of(value(run.exitCode(), Labels.EMPTY))));
            metrics.add(gauge("trivsel_deliveries", "Deliveries of the last run", counts("outcome", run.outcomes())));
        });
        new Releases(home.published()).current().ifPresent(release -> {
            metrics.add(gauge(
                    "trivsel_data_through_timestamp_seconds",
                    "When the last month ended that every dataset of the municipality reaches",
                    through(release)));
            metrics.add(gauge(
                    "trivsel_checks", "Checks of the release in use", counts("outcome", outcomes(release.checks()))));
            metrics.add(InfoSnapshot.builder()
                    .name("trivsel_release")
                    .help("The release in use")
                    .dataPoint(InfoDataPointSnapshot.builder()
                            .labels(Labels.of("release_id", release.releaseId()))
                            .build())
                    .build());
        });
        return new MetricSnapshots(metrics);
    }

    /** Writes them for the textfile collector of Prometheus' node exporter, which reads whole files only. */
    public void write() throws IOException {
        var text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(text, collect(), EscapingScheme.UNDERSCORE_ESCAPING);
        Path folder = Files.createDirectories(home.metrics());
        DurableFiles.write(folder.resolve("trivsel.prom"), text.toByteArray());
    }

    private static Map<String, Integer> outcomes(List<CheckOutcome> checks) {
        return checks.stream()
                .collect(Collectors.toMap(CheckOutcome::severity, check -> 1, Integer::sum, TreeMap::new));
    }

    private static List<GaugeDataPointSnapshot> through(Release release) {
        var byDataset = new TreeMap<String, Map<String, YearMonth>>();
        for (ReleasedDelivery delivery : release.deliveries()) {
            Matcher id = DELIVERY.matcher(delivery.deliveryId());
            if (id.matches()) {
                byDataset
                        .computeIfAbsent(id.group(1), first -> new TreeMap<>())
                        .merge(
                                id.group(2),
                                YearMonth.parse(id.group(3), COMPACT_MONTH),
                                (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        var through = new ArrayList<GaugeDataPointSnapshot>();
        byDataset.forEach((municipality, months) -> months.values().stream()
                .min(YearMonth::compareTo)
                .map(month -> month.plusMonths(1).atDay(1).atStartOfDay(RunLog.SWEDEN))
                .ifPresent(
                        end -> through.add(value(seconds(end.toInstant()), Labels.of("municipality", municipality)))));
        return through;
    }

    private static List<GaugeDataPointSnapshot> counts(String label, Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry ->
                        value(entry.getValue(), Labels.of(label, entry.getKey().toLowerCase(Locale.ROOT))))
                .toList();
    }

    private static double seconds(Instant moment) {
        return moment.toEpochMilli() / 1000.0;
    }

    private static GaugeDataPointSnapshot value(double value, Labels labels) {
        return GaugeDataPointSnapshot.builder().value(value).labels(labels).build();
    }

    private static GaugeSnapshot gauge(String name, String help, List<GaugeDataPointSnapshot> values) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        values.forEach(gauge::dataPoint);
        return gauge.build();
    }
}
