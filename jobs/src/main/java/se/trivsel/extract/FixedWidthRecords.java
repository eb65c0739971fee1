package se.trivsel.extract;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Optional;
import se.trivsel.contract.Layout;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

/**
 * Text in which every field has its place on the line; a line is a row.
 *
 * <p>A line that ends before its last field begins has too few fields: whether blanks were cut off at its end or half of
 * it is lost cannot be seen, so it has to be agreed.
 */
final class FixedWidthRecords implements Records {
    private final Layout.FixedWidth layout;
    private final DecodedText text;
    private final char[] buffer = new char[1 << 13];
    private final StringBuilder line = new StringBuilder();
    private int next;
    private int filled;
    private long position;
    private int lineNumber;

    private FixedWidthRecords(Layout.FixedWidth layout, DecodedText text) {
        this.layout = layout;
        this.text = text;
        this.position = text.reader().end();
        this.lineNumber = layout.preambleLines();
    }

    static FixedWidthRecords open(ByteSource file, Layout.FixedWidth layout) throws IOException, UnreadableDelivery {
        return new FixedWidthRecords(
                layout, DecodedText.open(file, layout.charset(), layout.preambleLines(), 2L * WrittenRecord.LONGEST));
    }

    @Override
    public Optional<WrittenRecord> next() throws IOException, UnreadableDelivery {
        try {
            long start = position;
            text.reader().begin(start);
            lineNumber++;
            if (!readLine()) {
                return Optional.empty();
            }
            return Optional.of(new WrittenRecord(lineNumber, fields(), start, position));
        } catch (CharacterCodingException notText) {
            throw text.unreadable();
        }
    }

    /** Reads a line with its end; false where there is none. */
    private boolean readLine() throws IOException, UnreadableDelivery {
        line.setLength(0);
        if (peek() < 0) {
            return false;
        }
        for (int sign = peek(); sign >= 0; sign = peek()) {
            next++;
            position++;
            if (sign == '\n') {
                return true;
            }
            if (sign == '\r') {
                if (peek() == '\n') {
                    next++;
                    position++;
                }
                return true;
            }
            if (line.length() == WrittenRecord.LONGEST) {
                throw new UnreadableDelivery(new Finding(FindingCode.MALFORMED_FILE, Place.line(lineNumber)));
            }
            line.append((char) sign);
        }
        return true;
    }

    private int peek() throws IOException {
        if (next == filled) {
            next = 0;
            filled = Math.max(0, text.reader().read(buffer, 0, buffer.length));
        }
        return next < filled ? buffer[next] : -1;
    }

    private String[] fields() {
        var fields = new ArrayList<String>(layout.fields().size());
        for (Layout.Extent field : layout.fields()) {
            if (field.start() >= line.length() && !layout.allowsShort()) {
                break;
            }
            int start = Math.min(field.start(), line.length());
            fields.add(line.substring(start, Math.min(start + field.width(), line.length())));
        }
        return fields.toArray(String[]::new);
    }

    @Override
    public String text(long from, long to) {
        return text.reader().text(from, to);
    }

    @Override
    public void forget(long before) {
        text.reader().forget(before);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
