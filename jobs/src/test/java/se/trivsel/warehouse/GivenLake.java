package se.trivsel.warehouse;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.trivsel.contract.Contract;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.DeliveryManifest.Status;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;

/** A lake with a few full deliveries of a few rows, as Parquet files with their manifests. */
public final class GivenLake {
    private final Path root;
    private final GivenConfiguration configuration;
    private final List<DeliveryManifest> manifests = new ArrayList<>();

    public GivenLake(Path root, GivenConfiguration configuration) {
        this.root = root;
        this.configuration = configuration;
    }

    public Path root() {
        return root;
    }

    public List<DeliveryManifest> manifests() {
        return List.copyOf(manifests);
    }

    /**
     * An accepted delivery.
     *
     * @param columns the stored columns that the rows give, all others are null
     * @param rows each as it stands between the parentheses after {@code values}
     */
    public GivenLake accepted(
            String municipality, String dataset, Period period, String knownOn, String columns, String... rows)
            throws IOException, SQLException {
        return add(municipality, dataset, period, knownOn, Status.ACCEPTED, rows.length, columns, rows);
    }

    public GivenLake rejected(String municipality, String dataset, Period period, String knownOn)
            throws IOException, SQLException {
        return add(municipality, dataset, period, knownOn, Status.REJECTED, 0, "");
    }

    /** As accepted, with a manifest that tells of another number of rows than the file has. */
    public GivenLake accepted(
            String municipality, String dataset, Period period, String knownOn, int told, String columns, String row)
            throws IOException, SQLException {
        return add(municipality, dataset, period, knownOn, Status.ACCEPTED, told, columns, row);
    }

    private GivenLake add(
            String municipality,
            String dataset,
            Period period,
            String knownOn,
            Status status,
            int told,
            String columns,
            String... rows)
            throws IOException, SQLException {
        String delivery = municipality + "-" + dataset + "-" + period + "-" + knownOn;
        Optional<String> file = rows.length == 0
                ? Optional.empty()
                : Optional.of("dataset=" + dataset + "/municipality=" + municipality + "/period=" + period.from() + "/"
                        + delivery + ".parquet");
        if (file.isPresent()) {
            write(root.resolve(file.get()), dataset, delivery, columns, rows);
        }
        Contract contract = configuration.contracts().get(dataset);
        var known = LocalDate.parse(knownOn);
        manifests.add(new DeliveryManifest(
                delivery,
                delivery + ".1",
                new MunicipalityCode(municipality),
                contract.kind(),
                "given",
                dataset,
                period,
                true,
                dataset + ".csv",
                1,
                "sha",
                known.atStartOfDay().toInstant(ZoneOffset.UTC),
                known,
                known.atStartOfDay().toInstant(ZoneOffset.UTC),
                "rules",
                "key",
                status,
                told,
                told,
                0,
                Optional.empty(),
                List.of(),
                List.of(),
                file,
                Optional.empty()));
        return this;
    }

    private void write(Path path, String dataset, String delivery, String columns, String... rows)
            throws IOException, SQLException {
        Files.createDirectories(path.getParent());
        String stored = configuration.contracts().get(dataset).storedColumns().stream()
                .map(column -> column.storedName() + " " + column.type().sqlType())
                .collect(joining(", "));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table stored (" + stored
                    + ", delivery_id varchar, line_no integer, missing_reasons varchar)");
            for (int line = 0; line < rows.length; line++) {
                statement.execute("insert into stored (" + columns + ", delivery_id, line_no) values (" + rows[line]
                        + ", '" + delivery + "', " + (line + 2) + ")");
            }
            statement.execute("copy stored to '" + path + "' (format parquet)");
        }
    }
}
