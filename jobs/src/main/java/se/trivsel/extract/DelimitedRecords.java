package se.trivsel.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import se.trivsel.contract.Layout;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

/**
 * Delimited text.
 *
 * <p>A row is known to be whole only when the next one begins, so one record is read ahead.
 */
final class DelimitedRecords implements Records {
    /** The record at hand, the one ahead, and what the parser has read of the next. */
    private static final long MOST_HELD = 2L * WrittenRecord.LONGEST + (1 << 16);

    private final DecodedText file;
    private final int preambleLines;
    private final RememberingReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private Optional<CSVRecord> ahead = Optional.empty();
    private int aheadLine;
    private long aheadStart;

    private DelimitedRecords(DecodedText file, Layout.Delimited layout) throws IOException {
        this.file = file;
        this.text = file.reader();
        this.preambleLines = layout.preambleLines();
        this.aheadStart = text.end();
        this.parser = CSVParser.builder()
                .setReader(text)
                .setFormat(format(layout))
                .setCharacterOffset(text.end())
                .get();
        this.records = parser.iterator();
    }

    static DelimitedRecords open(ByteSource file, Layout.Delimited layout) throws IOException, UnreadableDelivery {
        DecodedText text = DecodedText.open(file, layout.charset(), layout.preambleLines(), MOST_HELD);
        try {
            var records = new DelimitedRecords(text, layout);
            records.advance();
            return records;
        } catch (CharacterCodingException notText) {
            text.close();
            throw text.unreadable();
        } catch (UnreadableDelivery | IOException | RuntimeException refused) {
            text.close();
            throw refused;
        }
    }

    private static CSVFormat format(Layout.Delimited layout) {
        return CSVFormat.Builder.create()
                .setDelimiter(layout.separator())
                .setQuote(layout.quote().orElse(null))
                .setEscape(layout.escape().orElse(null))
                .setIgnoreEmptyLines(true)
                .get();
    }

    @Override
    public Optional<WrittenRecord> next() throws IOException, UnreadableDelivery {
        if (ahead.isEmpty()) {
            return Optional.empty();
        }
        CSVRecord record = ahead.get();
        int line = aheadLine;
        long start = aheadStart;
        long end = advance();
        return Optional.of(new WrittenRecord(line, record.values(), start, end));
    }

    /** Goes to the next record, and tells where the one before it ended. */
    private long advance() throws IOException, UnreadableDelivery {
        int line = aheadLine;
        long start = aheadStart;
        text.begin(start);
        aheadLine = preambleLines + Math.toIntExact(parser.getCurrentLineNumber()) + 1;
        ahead = read();
        long end = ahead.map(CSVRecord::getCharacterPosition).orElseGet(text::end);
        if (end - start > WrittenRecord.LONGEST) {
            throw new UnreadableDelivery(new Finding(FindingCode.MALFORMED_FILE, Place.line(line)));
        }
        aheadStart = end;
        skipBlankLines();
        return end;
    }

    private Optional<CSVRecord> read() throws IOException, UnreadableDelivery {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof CSVException || broken.getCause() instanceof EndlessRecord) {
                throw new UnreadableDelivery(new Finding(FindingCode.MALFORMED_FILE, Place.line(aheadLine)));
            }
            if (broken.getCause() instanceof CharacterCodingException) {
                throw file.unreadable();
            }
            throw broken.getCause();
        }
    }

    /** The parser passes over blank lines without a word and lets the next record begin at the first of them. */
    private void skipBlankLines() {
        char before = 0;
        for (; aheadStart < text.end() && RowBlock.isLineEnd(text.charAt(aheadStart)); aheadStart++) {
            char sign = text.charAt(aheadStart);
            aheadLine += before == '\r' && sign == '\n' ? 0 : 1;
            before = sign;
        }
    }

    @Override
    public String text(long from, long to) {
        return text.text(from, to);
    }

    @Override
    public void forget(long position) {
        text.forget(position);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
