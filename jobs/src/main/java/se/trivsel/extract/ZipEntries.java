package se.trivsel.extract;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import se.trivsel.vocabulary.FindingCode;

/**
 * The data files in a {@code .zip}, one after another, as a stream: its bytes are those of the entry at hand.
 *
 * <p>What macOS and Windows add by themselves is no data file. Names of entries are looked at and never used as paths.
 */
final class ZipEntries extends InputStream {
    private final ZipStream zip;
    private final BoundedBytes content;
    private final UnpackingLimits limits;
    private int entries;
    private String name = "";

    ZipEntries(CountedBytes packed, UnpackingLimits limits) {
        this.zip = new ZipStream(packed);
        this.content = new BoundedBytes(zip, packed, limits);
        this.limits = limits;
    }

    /** Goes to the next data file; false after the last one. */
    boolean next() throws IOException {
        for (Optional<String> entry = entry(); entry.isPresent(); entry = entry()) {
            entries++;
            if (entries > limits.entries()) {
                throw new RefusedPacking(FindingCode.ARCHIVE_TOO_LARGE);
            }
            name = entry.get();
            if (!name.endsWith("/") && !isAddedByComputers(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the entry at hand is of that name; in a workbook capital and small letters are the same. */
    boolean isNamed(String other) {
        return name.replace('\\', '/').equalsIgnoreCase(other);
    }

    /** Whether what is a zip to us is a workbook or another document to its sender. */
    boolean isPartOfADocument() {
        return name.equals("[Content_Types].xml")
                || name.equals("mimetype")
                || name.startsWith("docProps/")
                || name.startsWith("xl/");
    }

    private Optional<String> entry() throws IOException {
        skipRest();
        try {
            return zip.next();
        } catch (ZipException | EOFException broken) {
            throw new RefusedPacking(FindingCode.MALFORMED_ARCHIVE);
        }
    }

    /** The reader would pass over what is left by itself, but without end. */
    private void skipRest() throws IOException {
        byte[] unread = new byte[1 << 13];
        boolean isAtEnd = entries == 0;
        while (!isAtEnd) {
            isAtEnd = content.read(unread) < 0;
        }
    }

    private static boolean isAddedByComputers(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return path.startsWith("__MACOSX/")
                || file.startsWith(".")
                || file.equals("thumbs.db")
                || file.equals("desktop.ini");
    }

    @Override
    public int read() throws IOException {
        return content.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return content.read(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
