package se.trivsel.extract;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What kind of file it is that begins with some bytes. A name may say anything; first bytes do not lie by mistake. */
enum FileKind {
    GZIP("\u001f\u008b\b"),
    ZIP("PK\u0003\u0004"),
    EMPTY_ZIP("PK\u0005\u0006"),
    /** Word, Excel and Outlook until 2003, and a workbook of today that has a password. */
    OLD_OFFICE("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
    PDF("%PDF-"),
    OTHER("");

    static final int LONGEST = 8;

    /** One character a byte. */
    private final String start;

    FileKind(String start) {
        this.start = start;
    }

    /** Looks at the first bytes and gives them back. */
    static FileKind of(PushbackInputStream in) throws IOException {
        byte[] bytes = new byte[LONGEST];
        int length = in.readNBytes(bytes, 0, LONGEST);
        in.unread(bytes, 0, length);
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(kind -> text.startsWith(kind.start))
                .findFirst()
                .orElse(OTHER);
    }
}
