package se.trivsel.extract;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import se.trivsel.vocabulary.FindingCode;

/** Unpacked bytes, given out only as far as the limits allow; packed bytes that make no sense are a finding. */
final class BoundedBytes extends FilterInputStream {
    private static final int BUFFER = 1 << 13;

    private final CountedBytes packed;
    private final UnpackingLimits limits;
    private long unpacked;

    /**
     * Bounds what is unpacked.
     *
     * @param packed what the unpacker reads from
     */
    BoundedBytes(InputStream unpacker, CountedBytes packed, UnpackingLimits limits) {
        super(unpacker);
        this.packed = packed;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(bytes, offset, length);
        } catch (ZipException | EOFException broken) {
            throw new RefusedPacking(FindingCode.MALFORMED_ARCHIVE);
        }
        unpacked += Math.max(0, read);
        if (!limits.allow(packed.count(), unpacked)) {
            throw new RefusedPacking(FindingCode.ARCHIVE_TOO_LARGE);
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.min(Math.max(0, count), BUFFER)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
