package se.trivsel.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Source;
import se.trivsel.extract.DeliveredFile;
import se.trivsel.extract.RowBlock;
import se.trivsel.extract.UnreadableDelivery;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.lake.Lake;
import se.trivsel.lake.LakeWriter;
import se.trivsel.normalise.NormalisedBlock;
import se.trivsel.normalise.RowNormaliser;
import se.trivsel.vocabulary.Home;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.SourceKind;

/** One row of absences on its way from CSV to Parquet: the mean over a file as large as many are. */
@State(Scope.Benchmark)
public class AbsenceBench {
    /** System properties that name the folder of the configuration, and one to write to. */
    static final String CONFIGURATION = "bench.configuration";

    static final String FOLDER = "bench.folder";

    private static final int ROWS = 10_000;
    private static final Period YEAR = Period.year(2015);

    private final Configuration configuration =
            ConfigurationReader.read(Path.of(System.getProperty(CONFIGURATION, "config")));
    private final Lake lake = new Lake(new Home(Path.of(System.getProperty(FOLDER, "target/bench-parts"))));
    private final Source source =
            configuration.source(SourceKind.HR, "lonelista", "absence").orElseThrow();
    private final Contract contract =
            Objects.requireNonNull(configuration.contracts().get(source.dataset()));
    private final MunicipalityKey key = MunicipalityKey.forThrowAway();
    private final byte[] text = text().getBytes(Charset.forName("windows-1252"));
    private final Delivery delivery = new Delivery(
            "2062-absence-201501-201512-000000000000",
            new MunicipalityCode("2062"),
            SourceKind.HR,
            source.system(),
            source.dataset(),
            YEAR,
            source.full(),
            "franvaro_2015.csv",
            text.length,
            "0".repeat(64),
            Instant.EPOCH,
            key.fingerprint());
    private final List<RowBlock> extracted = new ArrayList<>();
    private final List<NormalisedBlock> normalised = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();

    /** Reads the file once, for the parts that begin with what comes of it. */
    @Setup
    public void read() throws IOException, UnreadableDelivery {
        try (DeliveredFile rows = open()) {
            headings.addAll(rows.headings());
            readTo(rows, extracted::add);
        }
        normaliseTo(normalised::add);
        long kept = normalised.stream().mapToLong(block -> block.rows().size()).sum();
        if (kept != ROWS) {
            throw new IllegalStateException("Only " + kept + " rows of " + ROWS + " were kept");
        }
    }

    /** The CSV file decoded and taken apart into blocks of text cells. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void parsed(Blackhole parsed) throws IOException, UnreadableDelivery {
        try (DeliveredFile rows = open()) {
            readTo(rows, parsed::consume);
        }
    }

    /** Blocks of text cells checked and pseudonymised. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void normalised(Blackhole rows) {
        normaliseTo(rows::consume);
    }

    /** Blocks of rows encoded and compressed into a Parquet file, which is then thrown away. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void written() throws IOException {
        try (LakeWriter writer = LakeWriter.open(lake, delivery, configuration, source, key)) {
            for (NormalisedBlock block : normalised) {
                writer.write(block);
            }
        }
    }

    private DeliveredFile open() throws IOException, UnreadableDelivery {
        return DeliveredFile.open(() -> new ByteArrayInputStream(text), source, contract, YEAR);
    }

    private static void readTo(DeliveredFile rows, Consumer<RowBlock> reader) throws IOException, UnreadableDelivery {
        for (boolean isLast = false; !isLast; ) {
            RowBlock block = rows.next();
            reader.accept(block);
            isLast = block.last();
        }
    }

    private void normaliseTo(Consumer<NormalisedBlock> reader) {
        var normaliser = new RowNormaliser(configuration, source, key, YEAR, headings);
        extracted.forEach(block -> reader.accept(normaliser.normalise(block)));
    }

    /** As the payroll list writes it; some 2,000 employments, each absent now and then. */
    private static String text() {
        List<String> reasons = List.of("SJK", "VAB", "SEM", "FLX", "FÖR");
        var text = new StringBuilder("Frånv.nr;Anst.nr;Orsak;Fr.o.m;T.o.m;Omf %;Sched.tim;Attest\r\n");
        for (int row = 0; row < ROWS; row++) {
            LocalDate started = YearMonth.of(2015, 1).atDay(1).plusDays(row * 7919L % 350);
            text.append("F").append(100_000 + row).append(';');
            text.append(10_000 + row * 31 % 2_000).append(';');
            text.append(reasons.get(row % reasons.size())).append(';');
            text.append(started.format(DateTimeFormatter.BASIC_ISO_DATE)).append(';');
            text.append(started.plusDays(row % 14).format(DateTimeFormatter.BASIC_ISO_DATE))
                    .append(';');
            text.append(row % 3 == 0 ? "50" : "100").append(';');
            text.append(8 * (1 + row % 14)).append(row % 2 == 0 ? ",5" : "").append(";J\r\n");
        }
        return text.toString();
    }
}
