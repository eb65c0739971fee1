package se.trivsel.lake;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import se.trivsel.contract.Contract;
import se.trivsel.inbox.Json;
import se.trivsel.inbox.SignatureKey;
import se.trivsel.normalise.NormalisedBlock;
import se.trivsel.normalise.NormalisedRow;
import se.trivsel.vocabulary.DurableFiles;

/**
 * A prepared delivery as one file, while its municipality writes it.
 *
 * <p>Form: three lines of text, which are the form's name, the signature of the manifest and the manifest; then the rows as
 * {@link PreparedRows}, gzipped. The manifest has the rows' hash: no byte can be changed, left out or put after them. The
 * file is whole or not there, and the same rows give the same bytes.
 */
public final class PreparedFile implements Closeable {
    private static final String FORM = "trivsel-prepared-1";
    private static final int LONGEST_LINE = 1 << 22;

    private final Path target;
    private final Path temporaryRows;
    private final MessageDigest digest = sha256();
    private final PreparedRows columns;
    private final Writer rows;

    private PreparedFile(Path target, Contract contract) throws IOException {
        this.target = target;
        this.temporaryRows = DurableFiles.temporaryBeside(target.resolveSibling(target.getFileName() + ".rows"));
        this.columns = new PreparedRows(contract);
        this.rows = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(new DigestOutputStream(Files.newOutputStream(temporaryRows), digest)),
                StandardCharsets.UTF_8));
    }

    public static PreparedFile create(Path target, Contract contract) throws IOException {
        var file = new PreparedFile(target, contract);
        file.rows.write(file.columns.headings() + "\n");
        return file;
    }

    public void write(NormalisedBlock block) throws IOException {
        for (NormalisedRow row : block.rows()) {
            rows.write(columns.line(row) + "\n");
        }
    }

    /** Signs what was written, as the accepted reading that it is. */
    public void commit(DeliveryManifest reading, String contractVersion, String programVersion, SignatureKey key)
            throws IOException {
        rows.close();
        var manifest = new PreparedManifest(
                reading.municipality(),
                reading.kind(),
                reading.system(),
                reading.dataset(),
                reading.period(),
                reading.full(),
                reading.rulesVersion(),
                contractVersion,
                key.fingerprint(),
                programVersion,
                reading.rowsRead(),
                reading.rowsKept(),
                reading.rowsRejected(),
                reading.findings(),
                reading.controlTotals(),
                HexFormat.of().formatHex(digest.digest()));
        String text = Json.line(manifest);
        String signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        Path temporary = DurableFiles.temporaryBeside(target);
        try (OutputStream out = Files.newOutputStream(temporary)) {
            out.write(String.join("\n", FORM, signature, text, "").getBytes(StandardCharsets.UTF_8));
            Files.copy(temporaryRows, out);
        }
        DurableFiles.commit(temporary, target);
    }

    @Override
    public void close() throws IOException {
        rows.close();
        Files.deleteIfExists(temporaryRows);
    }

    /**
     * Reads the manifest, and leaves the stream where the rows begin.
     *
     * @return nothing when the key has not signed it
     */
    static Optional<byte[]> signedManifest(InputStream in, SignatureKey key) throws IOException {
        String form = new String(line(in), StandardCharsets.UTF_8);
        String signature = new String(line(in), StandardCharsets.UTF_8);
        byte[] manifest = line(in);
        return form.equals(FORM) && key.hasSigned(manifest, signature) ? Optional.of(manifest) : Optional.empty();
    }

    /** Reads to the end: whether the bytes after the manifest are the rows that it tells of. */
    static boolean areRowsOf(PreparedManifest manifest, InputStream in) throws IOException {
        MessageDigest digest = sha256();
        try (var hashed = new DigestInputStream(in, digest)) {
            hashed.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest()).equals(manifest.rowsSha256());
    }

    /** The rows' lines, of a stream that stands at its beginning. */
    static BufferedReader rows(InputStream in) throws IOException {
        for (int line = 0; line < 3; line++) {
            line(in);
        }
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
    }

    /** Up to the next line break; of a line without end its beginning, which no signature covers. */
    private static byte[] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n' && line.size() < LONGEST_LINE; next = in.read()) {
            line.write(next);
        }
        return line.toByteArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
