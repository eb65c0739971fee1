package se.trivsel.extract;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * A {@code .zip} read from its beginning to its end; its bytes are those of the entry at hand.
 *
 * <p>Java 17's own reader refuses entries whose sizes come after them in eight bytes each, as programs write them that do
 * not know how large an entry will be. Passwords and methods other than "deflated" and "stored" are refused here too.
 */
final class ZipStream extends InputStream {
    private static final int ENTRY = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int DIRECTORY = 0x02014b50;
    private static final int EMPTY = 0x06054b50;
    private static final int HEADER = 30;
    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 8;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int ZIP64 = 1;
    private static final long IN_ZIP64 = 0xffff_ffffL;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();

    /** What is read and not yet used. */
    private final ByteBuffer ahead =
            ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN).limit(0);

    private boolean hasEntry;
    private boolean isDeflated;
    private boolean sizesFollow;
    private long statedCrc;
    private long statedPacked;
    private long statedUnpacked;
    private long packed;
    private long unpacked;

    ZipStream(InputStream in) {
        this.in = in;
    }

    /** Goes to the next entry and tells its name; the one before has to be read to its end. */
    Optional<String> next() throws IOException {
        require(4);
        int signature = ahead.getInt(ahead.position());
        if (signature == DIRECTORY || signature == EMPTY) {
            return Optional.empty();
        }
        if (signature != ENTRY) {
            throw new ZipException("No entry where one should begin");
        }
        require(HEADER);
        ByteBuffer header = ahead.slice(ahead.position(), HEADER).order(ByteOrder.LITTLE_ENDIAN);
        int flags = header.getShort(6);
        int method = header.getShort(8);
        if ((flags & ENCRYPTED) != 0 || (method != STORED && method != DEFLATED)) {
            throw new ZipException("An entry that is not just deflated");
        }
        statedCrc = unsigned(header.getInt(14));
        statedPacked = unsigned(header.getInt(18));
        statedUnpacked = unsigned(header.getInt(22));
        int nameLength = Short.toUnsignedInt(header.getShort(26));
        int extraLength = Short.toUnsignedInt(header.getShort(28));
        ahead.position(ahead.position() + HEADER);
        byte[] name = bytes(nameLength);
        readExtra(ByteBuffer.wrap(bytes(extraLength)).order(ByteOrder.LITTLE_ENDIAN));
        isDeflated = method == DEFLATED;
        sizesFollow = (flags & SIZES_FOLLOW) != 0;
        hasEntry = true;
        packed = 0;
        unpacked = 0;
        crc.reset();
        inflater.reset();
        // A name that is not said to be UTF-8 is in whatever the sender's computer used; here any letter will do.
        return Optional.of(new String(name, StandardCharsets.ISO_8859_1));
    }

    private void readExtra(ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int id = extra.getShort();
            int length = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
            if (id == ZIP64 && statedPacked == IN_ZIP64 && statedUnpacked == IN_ZIP64 && length >= 16) {
                statedUnpacked = extra.getLong(extra.position());
                statedPacked = extra.getLong(extra.position() + 8);
            }
            extra.position(extra.position() + length);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (!hasEntry) {
            return -1;
        }
        int read = isDeflated ? inflate(bytes, offset, length) : copy(bytes, offset, length);
        if (read < 0) {
            hasEntry = false;
            checkEnd();
            return -1;
        }
        crc.update(bytes, offset, read);
        unpacked += read;
        return read;
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        try {
            while (true) {
                int before = ahead.position();
                inflater.setInput(ahead);
                int inflated = inflater.inflate(bytes, offset, length);
                packed += ahead.position() - before;
                if (inflated > 0 || length == 0) {
                    return inflated;
                }
                if (inflater.finished()) {
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw new ZipException("An entry that needs a dictionary");
                }
                if (!ahead.hasRemaining()) {
                    require(1);
                }
            }
        } catch (DataFormatException broken) {
            throw new ZipException("An entry that cannot be inflated");
        }
    }

    private int copy(byte[] bytes, int offset, int length) throws IOException {
        if (packed == statedPacked) {
            return -1;
        }
        require(1);
        int count = (int) Math.min(Math.min(length, ahead.remaining()), statedPacked - packed);
        ahead.get(bytes, offset, count);
        packed += count;
        return count;
    }

    private void checkEnd() throws IOException {
        if (sizesFollow) {
            readDescriptor();
        }
        if (crc.getValue() != statedCrc || packed != statedPacked || unpacked != statedUnpacked) {
            throw new ZipException("An entry that is not what it should be");
        }
    }

    /** Sizes of eight bytes look like those of four followed by something else: only what was read tells. */
    private void readDescriptor() throws IOException {
        require(16);
        if (ahead.getInt(ahead.position()) == DESCRIPTOR) {
            ahead.getInt();
        }
        require(12);
        statedCrc = unsigned(ahead.getInt());
        if (fill(16) && hasLong(0, packed) && hasLong(8, unpacked)) {
            statedPacked = ahead.getLong();
            statedUnpacked = ahead.getLong();
            return;
        }
        statedPacked = unsigned(ahead.getInt());
        statedUnpacked = unsigned(ahead.getInt());
    }

    private boolean hasLong(int offset, long number) {
        return ahead.getLong(ahead.position() + offset) == number;
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int read = 0; read < length; ) {
            require(1);
            int count = Math.min(length - read, ahead.remaining());
            ahead.get(bytes, read, count);
            read += count;
        }
        return bytes;
    }

    private void require(int count) throws IOException {
        if (!fill(count)) {
            throw new EOFException();
        }
    }

    /** Reads on until so many bytes lie ahead; false where there are not as many. */
    private boolean fill(int count) throws IOException {
        if (ahead.remaining() >= count) {
            return true;
        }
        ahead.compact();
        int read = 0;
        while (ahead.position() < count && read >= 0) {
            read = in.read(ahead.array(), ahead.position(), ahead.remaining());
            ahead.position(ahead.position() + Math.max(0, read));
        }
        ahead.flip();
        return ahead.remaining() >= count;
    }

    private static long unsigned(int number) {
        return Integer.toUnsignedLong(number);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
