package se.trivsel.extract;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import se.trivsel.vocabulary.FindingCode;

/**
 * The text file that a delivery is or holds: sent as it is, as {@code .gz}, or alone in a {@code .zip}.
 *
 * <p>It is unpacked while it is read, each time anew, and never to disk: what it holds may be personal data. That a
 * {@code .zip} holds a second file is known only at the end of the first.
 */
record Unpacked(ByteSource delivered, UnpackingLimits limits) implements ByteSource {
    private static final int BUFFER = 1 << 16;

    static ByteSource of(ByteSource delivered) {
        return new Unpacked(delivered, UnpackingLimits.USUAL);
    }

    @Override
    public InputStream open() throws IOException {
        var bytes = new PushbackInputStream(delivered.open(), FileKind.LONGEST);
        try {
            return switch (FileKind.of(bytes)) {
                case GZIP -> plain(gzip(new CountedBytes(bytes)));
                case ZIP -> alone(new ZipEntries(new CountedBytes(bytes), limits));
                case EMPTY_ZIP -> throw new RefusedPacking(FindingCode.ARCHIVE_NOT_ONE_FILE);
                case OLD_OFFICE, PDF -> throw new RefusedPacking(FindingCode.UNEXPECTED_FORMAT);
                case OTHER -> bytes;
            };
        } catch (IOException | RuntimeException refused) {
            bytes.close();
            throw refused;
        }
    }

    private InputStream gzip(CountedBytes bytes) throws IOException {
        try {
            return new BoundedBytes(new GZIPInputStream(bytes, BUFFER), bytes, limits);
        } catch (ZipException | EOFException broken) {
            throw new RefusedPacking(FindingCode.MALFORMED_ARCHIVE);
        }
    }

    private static InputStream alone(ZipEntries zip) throws IOException {
        if (!zip.next()) {
            throw new RefusedPacking(FindingCode.ARCHIVE_NOT_ONE_FILE);
        }
        if (zip.isPartOfADocument()) {
            throw new RefusedPacking(FindingCode.UNEXPECTED_FORMAT);
        }
        return new OnlyEntry(plain(zip), zip);
    }

    /** What was unpacked, unless it is packed once more. */
    private static InputStream plain(InputStream unpacked) throws IOException {
        var bytes = new PushbackInputStream(unpacked, FileKind.LONGEST);
        return switch (FileKind.of(bytes)) {
            case GZIP, ZIP, EMPTY_ZIP -> throw new RefusedPacking(FindingCode.ARCHIVE_NOT_ONE_FILE);
            case OLD_OFFICE, PDF -> throw new RefusedPacking(FindingCode.UNEXPECTED_FORMAT);
            case OTHER -> bytes;
        };
    }

    /** The first data file of a zip, which at its end turns out to be the last one too. */
    private static final class OnlyEntry extends FilterInputStream {
        private final ZipEntries zip;

        OnlyEntry(InputStream first, ZipEntries zip) {
            super(first);
            this.zip = zip;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            if (read < 0 && zip.next()) {
                throw new RefusedPacking(FindingCode.ARCHIVE_NOT_ONE_FILE);
            }
            return read;
        }
    }
}
