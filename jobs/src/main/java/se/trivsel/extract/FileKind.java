package se.trivsel.extract;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.Arrays;

/** What kind of file it is that begins with some bytes. A name may say anything; first bytes do not lie by mistake. */
enum FileKind {
    GZIP(0x1f, 0x8b, 8),
    ZIP('P', 'K', 3, 4),
    EMPTY_ZIP('P', 'K', 5, 6),
    /** Word, Excel and Outlook until 2003, and a workbook of today that has a password. */
    OLD_OFFICE(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    PDF('%', 'P', 'D', 'F', '-'),
    OTHER;

    static final int LONGEST = 8;

    private final byte[] start;

    FileKind(int... start) {
        this.start = new byte[start.length];
        for (int i = 0; i < start.length; i++) {
            this.start[i] = (byte) start[i];
        }
    }

    /** Looks at the first bytes and gives them back. */
    static FileKind of(PushbackInputStream in) throws IOException {
        byte[] bytes = new byte[LONGEST];
        int length = in.readNBytes(bytes, 0, LONGEST);
        in.unread(bytes, 0, length);
        return Arrays.stream(values())
                .filter(kind -> kind.begins(bytes, length))
                .findFirst()
                .orElse(OTHER);
    }

    private boolean begins(byte[] bytes, int length) {
        return start.length <= length && Arrays.equals(start, 0, start.length, bytes, 0, start.length);
    }
}
