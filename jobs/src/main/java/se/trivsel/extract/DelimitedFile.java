package se.trivsel.extract;

import java.io.BufferedInputStream;
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

    private final Source source;
    private final RememberingReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Headings headings;
    private final String[] fixed;
    private final boolean[] hasLine;
    private final Map<String, String> statedTotals = new HashMap<>();
    private Optional<CSVRecord> ahead;
    private int aheadLine;
    private long rows;
    private boolean ended;

    private DelimitedFile(Source source, Contract contract, Period period, RememberingReader text, CSVParser parser)
            throws UnreadableDelivery {
        this.source = source;
        this.text = text;
        this.parser = parser;
        this.records = parser.iterator();
        this.ahead = Optional.empty();
        this.aheadLine = 1;
        advance();
        for (int i = 0; i < source.format().preambleLines(); i++) {
            advance();
        }
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
        bytes.skipNBytes(decoding.markLength());
        var text = new RememberingReader(new InputStreamReader(bytes, decoding.decoder()));
        try {
            return new DelimitedFile(source, contract, period, text, CSVParser.parse(text, format(source.format())));
        } catch (UnreadableDelivery | RuntimeException refused) {
            text.close();
            throw refused;
        }
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
    public RowBlock next() throws UnreadableDelivery {
        if (ended) {
            throw new IllegalStateException("The last block was read already");
        }
        var block = new ArrayList<ExtractedRow>(ROWS_A_BLOCK);
        long start = ahead.map(CSVRecord::getCharacterPosition).orElseGet(text::end);
        while (ahead.isPresent() && block.size() < ROWS_A_BLOCK) {
            CSVRecord record = ahead.get();
            int line = aheadLine;
            advance();
            if (isTrailer(record)) {
                readTotals(record);
                continue;
            }
            long end = ahead.map(CSVRecord::getCharacterPosition).orElseGet(text::end);
            block.add(row(record, line, (int) (record.getCharacterPosition() - start), (int) (end - start)));
        }
        rows += block.size();
        ended = ahead.isEmpty();
        if (ended && rows == 0) {
            throw new UnreadableDelivery(new Finding(FindingCode.EMPTY_FILE, Place.WHOLE_FILE));
        }
        long end = ahead.map(CSVRecord::getCharacterPosition).orElseGet(text::end);
        var written = text.text(start, end);
        text.forget(end);
        return new RowBlock(block, written, ended);
    }

    private void advance() throws UnreadableDelivery {
        int line = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
        try {
            ahead = records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw new UnreadableDelivery(new Finding(reason(broken), Place.line(line)));
        }
        aheadLine = line;
    }

    private static FindingCode reason(RuntimeException broken) {
        return broken.getCause() instanceof CharacterCodingException
                ? FindingCode.UNREADABLE_TEXT
                : FindingCode.MALFORMED_FILE;
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
        if (record.size() < headings.width()) {
            return false;
        }
        for (int i = headings.width(); i < record.size(); i++) {
            if (!record.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private boolean isTrailer(CSVRecord record) {
        String first = record.get(0).strip();
        return source.trailer().firstCells().stream().anyMatch(first::startsWith);
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
