package se.trivsel.extract;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import se.trivsel.contract.Column;
import se.trivsel.contract.Contract;
import se.trivsel.contract.FileFormat;
import se.trivsel.contract.Source;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.Place;

/**
 * A delimited text file as its source describes it, read in blocks of rows.
 *
 * <p>Memory holds one block. A row is known to be whole only when the next one begins, so one record is read ahead.
 */
public final class DelimitedFile implements Closeable {
    private static final int ROWS_A_BLOCK = 2048;

    private final ByteSource file;
    private final TextDecoding decoding;
    private final Source source;
    private final RememberingReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Headings headings;
    private final String[] fixed;
    private final boolean[] hasLine;
    private final Map<String, String> statedTotals = new HashMap<>();
    private Optional<CSVRecord> ahead = Optional.empty();
    private int aheadLine;
    private long aheadStart;
    private long behindEnd;
    private long rows;
    private boolean ended;

    private DelimitedFile(
            ByteSource file,
            TextDecoding decoding,
            Source source,
            Contract contract,
            Period period,
            RememberingReader text,
            CSVParser parser)
            throws IOException, UnreadableDelivery {
        this.file = file;
        this.decoding = decoding;
        this.source = source;
        this.text = text;
        this.parser = parser;
        this.records = parser.iterator();
        advance();
        CSVRecord heading =
                ahead.orElseThrow(() -> new UnreadableDelivery(new Finding(FindingCode.EMPTY_FILE, Place.WHOLE_FILE)));
        this.headings = Headings.find(heading.values(), aheadLine, source, contract);
        this.fixed = fixedCells(source, contract, period);
        this.hasLine = new boolean[fixed.length];
        for (int i = 0; i < fixed.length; i++) {
            hasLine[i] = fixed[i].contains("{line}");
        }
        advance();
    }

    /**
     * Opens a file and reads its headings.
     *
     * @throws UnreadableDelivery when the file is empty, lacks a column or cannot be taken apart
     */
    public static DelimitedFile open(ByteSource file, Source source, Contract contract, Period period)
            throws IOException, UnreadableDelivery {
        TextDecoding decoding = decoding(file, source);
        var bytes = new BufferedInputStream(file.open(), 1 << 16);
        var text = new RememberingReader(new BufferedReader(new InputStreamReader(bytes, decoding.decoder())));
        try {
            bytes.skipNBytes(decoding.markLength());
            for (int i = 0; i < source.format().preambleLines(); i++) {
                text.skipLine();
            }
            return new DelimitedFile(file, decoding, source, contract, period, text, parser(text, source.format()));
        } catch (CharacterCodingException notText) {
            text.close();
            throw new UnreadableDelivery(unreadableText(file, decoding));
        } catch (UnreadableDelivery | IOException | RuntimeException refused) {
            text.close();
            throw refused;
        }
    }

    private static CSVParser parser(RememberingReader text, FileFormat format) throws IOException {
        return CSVParser.builder()
                .setReader(text)
                .setFormat(format(format))
                .setCharacterOffset(text.end())
                .get();
    }

    private static TextDecoding decoding(ByteSource file, Source source) throws IOException {
        try (InputStream in = file.open()) {
            return TextDecoding.detect(in, source.format().charset());
        }
    }

    private static CSVFormat format(FileFormat format) {
        return CSVFormat.Builder.create()
                .setDelimiter(format.separator())
                .setQuote(format.quote().orElse(null))
                .setIgnoreEmptyLines(true)
                .get();
    }

    private static String[] fixedCells(Source source, Contract contract, Period period) {
        return contract.columns().stream()
                .map(Column::name)
                .map(column -> source.fixed()
                        .getOrDefault(column, "")
                        .replace("{period_from}", period.from().atDay(1).toString())
                        .replace("{period_to}", period.to().atEndOfMonth().toString()))
                .toArray(String[]::new);
    }

    /** What the sender calls the contract's columns, in the contract's order. */
    public List<String> headings() {
        return headings.names();
    }

    /** What there is to say about the heading line though the file can be read. */
    public List<Finding> warnings() {
        return headings.warnings();
    }

    /** The sums that the trailer states, by our column, as text; known after the last block. */
    public Map<String, String> statedTotals() {
        return Map.copyOf(statedTotals);
    }

    /**
     * The next block of rows; not to be called again after the last one.
     *
     * @throws UnreadableDelivery when the text is not of the charset or cannot be taken apart, or there are no rows
     */
    public RowBlock next() throws IOException, UnreadableDelivery {
        if (ended) {
            throw new IllegalStateException("The last block was read already");
        }
        var block = new ArrayList<ExtractedRow>(ROWS_A_BLOCK);
        var trailer = new ArrayList<CSVRecord>();
        long start = aheadStart;
        while (ahead.isPresent() && (block.size() < ROWS_A_BLOCK || !trailer.isEmpty())) {
            CSVRecord record = ahead.get();
            int line = aheadLine;
            int from = (int) (aheadStart - start);
            advance();
            block.add(row(record, line, from, (int) (behindEnd - start)));
            if (isTrailer(record)) {
                trailer.add(record);
            } else {
                trailer.clear();
            }
        }
        block.subList(block.size() - trailer.size(), block.size()).clear();
        trailer.forEach(this::readTotals);
        rows += block.size();
        ended = ahead.isEmpty();
        if (ended && rows == 0) {
            throw new UnreadableDelivery(new Finding(FindingCode.EMPTY_FILE, Place.WHOLE_FILE));
        }
        var written = text.text(start, behindEnd);
        text.forget(aheadStart);
        return new RowBlock(block, written, ended);
    }

    /** Goes to the next row in which something stands; rows of separators only are what spreadsheets leave behind. */
    private void advance() throws IOException, UnreadableDelivery {
        ahead = read();
        behindEnd = ahead.map(CSVRecord::getCharacterPosition).orElseGet(text::end);
        while (ahead.isPresent() && isBlank(ahead.get())) {
            ahead = read();
        }
        aheadStart = ahead.map(CSVRecord::getCharacterPosition).orElseGet(text::end);
        skipBlankLines();
    }

    private Optional<CSVRecord> read() throws IOException, UnreadableDelivery {
        aheadLine = source.format().preambleLines() + Math.toIntExact(parser.getCurrentLineNumber()) + 1;
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof CSVException) {
                throw new UnreadableDelivery(new Finding(FindingCode.MALFORMED_FILE, Place.line(aheadLine)));
            }
            if (broken.getCause() instanceof CharacterCodingException) {
                throw new UnreadableDelivery(unreadableText(file, decoding));
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

    /** The parser reads far ahead of the row at hand, so the place is looked for anew. */
    private static Finding unreadableText(ByteSource file, TextDecoding decoding) throws IOException {
        try (InputStream in = file.open()) {
            int line = decoding.lineOfFault(in).orElse(0);
            return new Finding(FindingCode.UNREADABLE_TEXT, Place.line(line));
        }
    }

    private static boolean isBlank(CSVRecord record) {
        for (int i = 0; i < record.size(); i++) {
            if (!record.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private ExtractedRow row(CSVRecord record, int line, int start, int end) {
        Optional<FindingCode> fault =
                hasFieldsAsHeadings(record) ? Optional.empty() : Optional.of(FindingCode.WRONG_FIELD_COUNT);
        String[] cells = new String[fixed.length];
        for (int i = 0; i < cells.length; i++) {
            int position = headings.position(i);
            if (position == Headings.ABSENT || position >= record.size()) {
                cells[i] = hasLine[i] ? fixed[i].replace("{line}", Integer.toString(line)) : fixed[i];
                continue;
            }
            cells[i] = record.get(position).strip();
        }
        return new ExtractedRow(line, Arrays.asList(cells), fault, start, end);
    }

    /** Separators at the end of a line, with nothing after them, are a habit of some systems and no fault. */
    private boolean hasFieldsAsHeadings(CSVRecord record) {
        if (record.size() < headings.fewestFields()) {
            return false;
        }
        for (int i = headings.mostFields(); i < record.size(); i++) {
            if (!record.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private boolean isTrailer(CSVRecord record) {
        for (String word : source.trailer().firstCells()) {
            if (record.get(0).strip().startsWith(word)) {
                return true;
            }
        }
        return false;
    }

    private void readTotals(CSVRecord record) {
        source.trailer().totals().forEach((column, heading) -> {
            int position = headings.position(heading);
            if (position != Headings.ABSENT && position < record.size()) {
                statedTotals.put(column, record.get(position).strip());
            }
        });
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
