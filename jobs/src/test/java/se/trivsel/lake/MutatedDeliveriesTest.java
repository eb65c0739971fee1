package se.trivsel.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.contract.Layout;
import se.trivsel.extract.TextDecoding;
import se.trivsel.inbox.FoundFile;
import se.trivsel.inbox.GivenKey;
import se.trivsel.inbox.Inbox;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.Severity;
import se.trivsel.vocabulary.SourceKind;
import se.trivsel.warehouse.Repository;

/**
 * Deliveries with faults that nobody thought of, made of good ones by {@link Mutation}: never a crash, never a hang, and
 * every row is kept, set aside or quarantined.
 *
 * <p>The same ones each time; {@code -Dtrivsel.fuzz.seed} makes others, {@code -Dtrivsel.fuzz.deliveries} more or fewer.
 */
@Tag("fuzz")
class MutatedDeliveriesTest {
    private static final int DELIVERIES = Integer.getInteger("trivsel.fuzz.deliveries", 100_000);
    private static final int LINES = 14;

    /** Longer ones are no trailers but rows that begin as one does. */
    private static final int LONGEST_TRAILER = 100;

    /** After these a file has still been read to its end. */
    private static final List<FindingCode> OF_THE_WHOLE =
            List.of(FindingCode.TOO_MANY_REJECTED, FindingCode.CONTROL_TOTAL_DIFFERS);

    private static final MunicipalityKey KEY = GivenKey.of(7);

    private static Configuration shipped;
    private static final List<Sample> samples = new ArrayList<>();

    /** A good delivery, short enough that a mutation mostly hits something. */
    private record Sample(FoundFile file, byte[] content) {}

    @BeforeAll
    static void cutTheSamplesShort() throws IOException {
        shipped = ConfigurationReader.readForRun(Repository.path("config"));
        var seen = new HashSet<String>();
        for (FoundFile file :
                Inbox.look(Repository.path("data-samples/inbox"), shipped).found()) {
            if (seen.add(file.source().system() + "/" + file.source().dataset())) {
                samples.add(new Sample(file, shortened(Files.readAllBytes(file.path()))));
            }
        }
        samples.add(given("sie4_2014.se", "sie4", "ledger_line", Period.year(2014)));
        samples.add(given("faktura_201403_1.xml", "peppol", "invoice_line", Period.year(2014)));
    }

    private static Sample given(String name, String system, String dataset, Period period) throws IOException {
        Path path = Repository.path("jobs/src/test/resources/intake").resolve(name);
        var source = shipped.source(SourceKind.INVOICE, system, dataset).orElseThrow();
        var file = new FoundFile(path, new MunicipalityCode("2062"), SourceKind.INVOICE, source, period);
        return new Sample(file, Files.readAllBytes(path));
    }

    /** The first lines and the last. */
    private static byte[] shortened(byte[] content) {
        int lines = 0;
        int end = 0;
        while (end < content.length && lines < LINES) {
            lines += isLineEnd(content, end) ? 1 : 0;
            end++;
        }
        int last = content.length - 2;
        while (last > end && !isLineEnd(content, last)) {
            last--;
        }
        return ByteBuffer.allocate(end + Math.max(0, content.length - last - 1))
                .put(content, 0, end)
                .put(content, Math.min(last + 1, content.length), Math.max(0, content.length - last - 1))
                .array();
    }

    private static boolean isLineEnd(byte[] content, int at) {
        return content[at] == '\n' || (content[at] == '\r' && (at + 1 == content.length || content[at + 1] != '\n'));
    }

    @Test
    @Timeout(1800)
    void everyRowOfAnyDeliveryIsKeptOrQuarantined() {
        long seed = Long.getLong("trivsel.fuzz.seed", 20_261_122L);
        System.out.printf("Mutated deliveries: %,d, seed %d%n", DELIVERIES, seed);
        var accepted = new AtomicLong();
        var counted = new AtomicLong();
        IntStream.range(0, DELIVERIES).parallel().forEach(number -> {
            var chance = new Random(seed + number);
            Sample sample = samples.get(chance.nextInt(samples.size()));
            byte[] content = Mutation.some(sample.content(), chance);
            try {
                Outcome outcome = read(sample.file(), content);
                accepted.addAndGet(outcome.isAccepted() ? 1 : 0);
                counted.addAndGet(outcome.isCounted() ? 1 : 0);
            } catch (IOException | RuntimeException | AssertionError | StackOverflowError broken) {
                fail(
                        "Delivery " + number + " of seed " + seed + ", "
                                + sample.file().path(),
                        broken);
            }
        });

        assertThat(accepted.get()).as("accepted all the same").isGreaterThan(DELIVERIES / 100);
        assertThat(counted.get()).as("counted by other means too").isGreaterThan(DELIVERIES / 100);
    }

    private record Outcome(boolean isAccepted, boolean isCounted) {}

    private static Outcome read(FoundFile file, byte[] content) throws IOException {
        var extracted = new AtomicLong();
        var accounted = new AtomicLong();
        try (var reading = DeliveryReading.open(
                shipped, file.source(), file.period(), KEY, () -> new ByteArrayInputStream(content))) {
            reading.read(block -> {
                extracted.addAndGet(block.rows().size());
                var normalised = reading.normalise(block);
                accounted.addAndGet(
                        normalised.rows().size() + normalised.rejected().size() + normalised.setAside());
                normalised.rejected().forEach(row -> assertThat(row.findings()).isNotEmpty());
            });
            Assessment assessment = reading.assessment();
            List<FindingCode> fatal = assessment.findings().stream()
                    .map(FindingCount::code)
                    .filter(code -> code.severity() == Severity.FATAL)
                    .toList();
            boolean isAccepted = assessment.status() == DeliveryManifest.Status.ACCEPTED;
            assertThat(isAccepted).isEqualTo(fatal.isEmpty());
            assertThat(accounted.get()).isEqualTo(extracted.get()).isEqualTo(assessment.rowsRead());
            Optional<Long> lines = OF_THE_WHOLE.containsAll(fatal) ? linesOfRows(file, content) : Optional.empty();
            lines.ifPresent(count -> assertThat(assessment.rowsRead()).isEqualTo(count));
            return new Outcome(isAccepted, lines.isPresent());
        }
    }

    /** How many rows there are, told without a CSV parser: of delimited text in which nothing is quoted or packed. */
    private static Optional<Long> linesOfRows(FoundFile file, byte[] content) throws IOException {
        boolean isPacked = content.length > 1 && (content[0] == 0x1f || content[0] == 'P');
        if (isPacked || !(file.source().format().layout() instanceof Layout.Delimited layout)) {
            return Optional.empty();
        }
        TextDecoding decoding = TextDecoding.detect(new ByteArrayInputStream(content), layout.charset());
        String text;
        try {
            int mark = decoding.markLength();
            text = decoding.decoder()
                    .decode(ByteBuffer.wrap(content, mark, content.length - mark))
                    .toString();
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
        if (layout.quote().isPresent() && text.indexOf(layout.quote().get()) >= 0) {
            return Optional.empty();
        }
        List<String> rows = Stream.of(text.split("\r\n|\r|\n", -1))
                .skip(layout.preambleLines())
                .filter(line -> !isBlank(line, layout.separator()))
                .skip(1)
                .toList();
        int end = rows.size();
        while (end > 0 && isTrailer(file, firstField(rows.get(end - 1), layout.separator()))) {
            end--;
        }
        boolean isTooLong = rows.size() - end >= LONGEST_TRAILER;
        return isTooLong ? Optional.empty() : Optional.of((long) end);
    }

    private static boolean isBlank(String line, char separator) {
        return line.chars().allMatch(sign -> sign == separator || Character.isWhitespace(sign));
    }

    private static String firstField(String line, char separator) {
        int end = line.indexOf(separator);
        return end < 0 ? line : line.substring(0, end);
    }

    private static boolean isTrailer(FoundFile file, String firstField) {
        return file.source().trailer().firstCells().stream()
                .anyMatch(word -> firstField.strip().startsWith(word));
    }
}
