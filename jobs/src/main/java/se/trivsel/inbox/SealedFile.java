package se.trivsel.inbox;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file encrypted with AES-GCM in segments, so that it is written and read as a stream.
 *
 * <p>One GCM message for the whole file would have to be held in memory until its tag is checked. Each segment's nonce
 * counts it and says whether it is the last: segments that are missing, moved or cut off are noticed.
 *
 * <p>Form: {@code TRV1}, eight random bytes, then for each segment its length in four bytes, of which the first bit
 * marks the last segment, and its cipher text.
 */
public final class SealedFile {
    private static final byte[] MAGIC = {'T', 'R', 'V', '1'};
    private static final int BUFFER = 1 << 16;

    /** Small: Java ciphers slowly until it was asked thousands of times, however much it is given each time. */
    private static final int SEGMENT = 1 << 14;

    private static final int CIPHERED_AT_ONCE = 1 << 11;

    /** As they once were written. */
    private static final int LONGEST_SEGMENT = 1 << 18;

    private static final int TAG_BITS = 128;
    private static final int TAG_BYTES = TAG_BITS / 8;
    private static final int PREFIX = 8;
    private static final int LAST = 1 << 31;

    private SealedFile() {}

    /** A stream that seals what is written to it; the file is whole only after it was closed. */
    public static OutputStream write(Path file, MunicipalityKey key) throws IOException {
        byte[] prefix = new byte[PREFIX];
        new SecureRandom().nextBytes(prefix);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        out.write(MAGIC);
        out.write(prefix);
        return new SealingStream(out, new Segments(key.sealing(), prefix));
    }

    /** A stream of the plain bytes; it fails where the file is not what was written. */
    public static InputStream read(Path file, MunicipalityKey key) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
        byte[] magic = in.readNBytes(MAGIC.length);
        byte[] prefix = in.readNBytes(PREFIX);
        if (!Arrays.equals(magic, MAGIC) || prefix.length != PREFIX) {
            in.close();
            throw new IOException("Not a sealed file: " + file);
        }
        return new OpeningStream(in, new Segments(key.sealing(), prefix), file);
    }

    /** The nonces of one file. */
    private static final class Segments {
        private final SecretKeySpec key;
        private final byte[] prefix;
        private final Cipher cipher;
        private int number;

        Segments(SecretKeySpec key, byte[] prefix) {
            this.key = key;
            this.prefix = prefix;
            try {
                this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
            } catch (GeneralSecurityException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }

        byte[] seal(byte[] plain, int length, boolean last) throws GeneralSecurityException {
            begin(Cipher.ENCRYPT_MODE, last);
            byte[] sealed = new byte[cipher.getOutputSize(length)];
            int done = 0;
            int from = 0;
            for (; length - from > CIPHERED_AT_ONCE; from += CIPHERED_AT_ONCE) {
                done += cipher.update(plain, from, CIPHERED_AT_ONCE, sealed, done);
            }
            cipher.doFinal(plain, from, length - from, sealed, done);
            return sealed;
        }

        byte[] open(byte[] sealed, boolean last) throws GeneralSecurityException {
            begin(Cipher.DECRYPT_MODE, last);
            return cipher.doFinal(sealed);
        }

        private void begin(int mode, boolean last) throws GeneralSecurityException {
            byte[] nonce = ByteBuffer.allocate(12)
                    .put(prefix)
                    .putInt(number++ << 1 | (last ? 1 : 0))
                    .array();
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        }
    }

    private static final class SealingStream extends OutputStream {
        private final OutputStream out;
        private final Segments segments;
        private final byte[] plain = new byte[SEGMENT];
        private int filled;
        private boolean closed;

        SealingStream(OutputStream out, Segments segments) {
            this.out = out;
            this.segments = segments;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            int left = length;
            while (left > 0) {
                if (filled == SEGMENT) {
                    seal(false);
                }
                int part = Math.min(left, SEGMENT - filled);
                System.arraycopy(bytes, from, plain, filled, part);
                filled += part;
                from += part;
                left -= part;
            }
        }

        private void seal(boolean last) throws IOException {
            try {
                byte[] sealed = segments.seal(plain, filled, last);
                out.write(ByteBuffer.allocate(4)
                        .putInt(last ? sealed.length | LAST : sealed.length)
                        .array());
                out.write(sealed);
                filled = 0;
            } catch (GeneralSecurityException broken) {
                throw new IOException("Cannot seal", broken);
            }
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try (out) {
                seal(true);
            }
        }
    }

    private static final class OpeningStream extends InputStream {
        private final DataInputStream in;
        private final Segments segments;
        private final Path file;
        private byte[] plain = new byte[0];
        private int position;
        private boolean ended;

        OpeningStream(DataInputStream in, Segments segments, Path file) {
            this.in = in;
            this.segments = segments;
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (position == plain.length) {
                if (ended) {
                    return -1;
                }
                open();
            }
            int part = Math.min(length, plain.length - position);
            System.arraycopy(plain, position, bytes, offset, part);
            position += part;
            return part;
        }

        private void open() throws IOException {
            try {
                int head = in.readInt();
                int length = head & ~LAST;
                if (length < TAG_BYTES || length > LONGEST_SEGMENT + TAG_BYTES) {
                    throw new IOException("A sealed file is damaged: " + file);
                }
                byte[] sealed = new byte[length];
                in.readFully(sealed);
                ended = (head & LAST) != 0;
                plain = segments.open(sealed, ended);
                position = 0;
            } catch (EOFException cutOff) {
                throw new IOException("A sealed file is cut off: " + file, cutOff);
            } catch (GeneralSecurityException damagedOrOtherKey) {
                throw new IOException(
                        "A sealed file is damaged, or was sealed with another key: " + file, damagedOrOtherKey);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
