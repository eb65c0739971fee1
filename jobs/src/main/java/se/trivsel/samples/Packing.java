package se.trivsel.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packed files as text of one character a byte.
 *
 * <p>They are stored and not deflated: deflated bytes differ from one Java to the next, and samples must not.
 */
final class Packing {
    /** How a workbook of Excel 97 begins. */
    static final String OLD_EXCEL = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    private static final LocalDateTime PACKED_AT = LocalDateTime.of(2015, 1, 31, 12, 0);

    private Packing() {}

    /** A zip of entries with these names, each with the same content; a name that ends in / is a folder. */
    static String zip(List<String> names, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (String name : names) {
                zip.putNextEntry(stored(name, bytes));
                zip.write(bytes);
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot pack " + names, failure);
        }
        return packed.toString(StandardCharsets.ISO_8859_1);
    }

    private static ZipEntry stored(String name, byte[] bytes) {
        var checksum = new CRC32();
        checksum.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(PACKED_AT);
        return entry;
    }
}
