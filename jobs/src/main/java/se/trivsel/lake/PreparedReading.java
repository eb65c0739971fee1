package se.trivsel.lake;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import se.trivsel.contract.Column;
import se.trivsel.contract.ColumnType;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Source;
import se.trivsel.extract.ByteSource;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.Json;
import se.trivsel.inbox.SignatureKey;
import se.trivsel.normalise.NormalisedBlock;
import se.trivsel.normalise.NormalisedRow;
import se.trivsel.normalise.WrittenPersonalNumber;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;
import tools.jackson.core.JacksonException;

/**
 * A delivery that its municipality has prepared, verified and given on as it is.
 *
 * <p>The rows were judged at the municipality: the judgement is taken over, and nothing can be read anew. A row that could
 * not have come of the contract refuses the whole, since no single row can be mended here. One thread.
 */
public final class PreparedReading implements Closeable {
    private static final int ROWS_A_BLOCK = 2048;
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{32}");

    private final Configuration configuration;
    private final Contract contract;
    private final Assessment assessment;
    private final PreparedRows rows;
    private final InputStream in;
    private Optional<BufferedReader> lines = Optional.empty();
    private long given;
    private boolean isEnded;

    private PreparedReading(Configuration configuration, Contract contract, Assessment assessment, InputStream in) {
        this.configuration = configuration;
        this.contract = contract;
        this.assessment = assessment;
        this.rows = new PreparedRows(contract);
        this.in = in;
    }

    /** What a prepared delivery's reading is called: another contract or another key makes it another one. */
    public static String rulesVersion(Configuration configuration, Source source, SignatureKey key) {
        return configuration.contractVersion(contract(configuration, source)) + "-" + key.fingerprint();
    }

    private static Contract contract(Configuration configuration, Source source) {
        return Objects.requireNonNull(configuration.contracts().get(source.dataset()));
    }

    /**
     * Verifies every byte, and begins to read; a delivery that is refused has no rows.
     *
     * @param earlier the delivery's readings before this one
     */
    public static PreparedReading open(
            Collection<DeliveryManifest> earlier,
            Delivery delivery,
            Configuration configuration,
            Source source,
            SignatureKey key,
            ByteSource bytes)
            throws IOException {
        Contract contract = contract(configuration, source);
        Optional<PreparedManifest> manifest;
        try (InputStream in = bytes.open()) {
            Optional<byte[]> signed = PreparedFile.signedManifest(in, key);
            if (signed.isEmpty()) {
                return refused(configuration, source, FindingCode.SIGNATURE_INVALID);
            }
            manifest = parsed(signed.get());
            if (manifest.isPresent()
                    && !(isAbout(manifest.get(), delivery) && PreparedFile.areRowsOf(manifest.get(), in))) {
                return refused(configuration, source, FindingCode.SIGNATURE_INVALID);
            }
        }
        boolean isOurs = manifest.isPresent()
                && manifest.get().system().equals(source.system())
                && manifest.get().full() == delivery.full()
                && (manifest.get().contractVersion().equals(configuration.contractVersion(contract))
                        || wasAccepted(earlier));
        if (!isOurs) {
            return refused(configuration, source, FindingCode.PREPARED_BY_OTHER_RULES);
        }
        var assessment = Assessment.of(source, manifest.get());
        return new PreparedReading(configuration, contract, assessment, bytes.open());
    }

    private static PreparedReading refused(Configuration configuration, Source source, FindingCode why) {
        var assessment = new Assessment(source);
        assessment.note(new Finding(why, Place.WHOLE_FILE));
        return new PreparedReading(
                configuration, contract(configuration, source), assessment, InputStream.nullInputStream());
    }

    /** One with keys or codes that are not known here was written by another version of the program. */
    private static Optional<PreparedManifest> parsed(byte[] manifest) {
        try {
            return Optional.of(Json.read(manifest, PreparedManifest.class));
        } catch (JacksonException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static boolean isAbout(PreparedManifest manifest, Delivery delivery) {
        return manifest.municipality().equals(delivery.municipality())
                && manifest.dataset().equals(delivery.dataset())
                && manifest.period().equals(delivery.period());
    }

    /** What was taken in once stays in use when the contract gets another column: there is no other reading of it. */
    private static boolean wasAccepted(Collection<DeliveryManifest> earlier) {
        return earlier.stream().anyMatch(DeliveryManifest::isAccepted);
    }

    /** The next rows; nothing after the last one. Of a delivery that is refused, the only block is empty. */
    public Optional<NormalisedBlock> read() throws IOException {
        if (isEnded) {
            return Optional.empty();
        }
        List<NormalisedRow> next = List.of();
        if (assessment.status() == DeliveryManifest.Status.ACCEPTED) {
            try {
                next = next();
            } catch (ZipException | EOFException | RuntimeException notWrittenByUs) {
                refuse();
            }
        }
        isEnded = next.isEmpty();
        return Optional.of(new NormalisedBlock(next, List.of(), List.of(), 0, isEnded));
    }

    /** A signature tells who wrote the rows, not that they are rows of ours. */
    private List<NormalisedRow> next() throws IOException {
        if (lines.isEmpty()) {
            lines = Optional.of(PreparedFile.rows(in));
            rows.readHeadings(lines.get().readLine());
        }
        var next = new ArrayList<NormalisedRow>(ROWS_A_BLOCK);
        while (next.size() < ROWS_A_BLOCK) {
            String line = lines.get().readLine();
            if (line == null) {
                break;
            }
            next.add(rows.read(line));
        }
        given += next.size();
        boolean isShort = next.isEmpty() && given != assessment.rowsKept();
        if (isShort || !next.stream().allMatch(this::isPossible)) {
            refuse();
            return List.of();
        }
        return next;
    }

    private void refuse() {
        assessment.note(new Finding(FindingCode.PREPARED_BY_OTHER_RULES, Place.WHOLE_FILE));
    }

    /** Whether it could have come of the contract, pseudonymised. */
    private boolean isPossible(NormalisedRow row) {
        List<Column> columns = contract.storedColumns();
        for (int position = 0; position < columns.size(); position++) {
            Column column = columns.get(position);
            Object value = row.value(position);
            if (value == null ? column.required() : value instanceof String text && !isPossible(column.type(), text)) {
                return false;
            }
        }
        return !WrittenPersonalNumber.isIn(row.missingReasons());
    }

    private boolean isPossible(ColumnType type, String text) {
        if (type.isPseudonym()) {
            return PSEUDONYM.matcher(text).matches();
        }
        if (type instanceof ColumnType.Code code) {
            return Objects.requireNonNull(configuration.codeLists().get(code.list()))
                    .has(text);
        }
        return !WrittenPersonalNumber.isIn(text);
    }

    public Assessment assessment() {
        return assessment;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
