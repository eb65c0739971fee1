package se.trivsel.extract;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.trivsel.contract.Column;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Source;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.Place;

/** A delivered file as its source describes it, read in blocks of rows. Memory holds one block. */
public final class DeliveredFile implements Closeable {
    private static final int ROWS_A_BLOCK = 2048;

    private final Source source;
    private final Records records;
    private final Headings headings;
    private final String[] fixed;
    private final boolean[] hasLine;
    private final Map<String, String> statedTotals = new HashMap<>();
    private Optional<WrittenRecord> ahead = Optional.empty();
    private long rows;
    private boolean ended;

    private DeliveredFile(Records records, Source source, Contract contract, Period period)
            throws IOException, UnreadableDelivery {
        this.source = source;
        this.records = records;
        advance();
        WrittenRecord heading =
                ahead.orElseThrow(() -> new UnreadableDelivery(new Finding(FindingCode.EMPTY_FILE, Place.WHOLE_FILE)));
        this.headings = Headings.find(heading.fields(), heading.line(), source, contract);
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
    public static DeliveredFile open(ByteSource file, Source source, Contract contract, Period period)
            throws IOException, UnreadableDelivery {
        Records records = Formats.open(file, source.format().layout());
        try {
            return new DeliveredFile(records, source, contract, period);
        } catch (UnreadableDelivery | IOException | RuntimeException refused) {
            records.close();
            throw refused;
        }
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
        var trailer = new ArrayList<WrittenRecord>();
        long start = ahead.map(WrittenRecord::start).orElse(0L);
        long end = start;
        while (ahead.isPresent() && (block.size() < ROWS_A_BLOCK || !trailer.isEmpty())) {
            WrittenRecord record = ahead.get();
            end = record.end();
            block.add(row(record, start));
            if (isTrailer(record)) {
                trailer.add(record);
            } else {
                trailer.clear();
            }
            advance();
        }
        block.subList(block.size() - trailer.size(), block.size()).clear();
        trailer.forEach(this::readTotals);
        rows += block.size();
        ended = ahead.isEmpty();
        if (ended && rows == 0) {
            throw new UnreadableDelivery(new Finding(FindingCode.EMPTY_FILE, Place.WHOLE_FILE));
        }
        var written = records.text(start, end);
        records.forget(end);
        return new RowBlock(block, written, ended);
    }

    private void advance() throws IOException, UnreadableDelivery {
        ahead = records.next();
        while (ahead.isPresent() && ahead.get().isBlank()) {
            ahead = records.next();
        }
    }

    private ExtractedRow row(WrittenRecord record, long blockStart) {
        String[] fields = record.fields();
        Optional<FindingCode> fault =
                hasFieldsAsHeadings(fields) ? Optional.empty() : Optional.of(FindingCode.WRONG_FIELD_COUNT);
        String[] cells = new String[fixed.length];
        for (int i = 0; i < cells.length; i++) {
            int position = headings.position(i);
            if (position == Headings.ABSENT || position >= fields.length) {
                cells[i] = hasLine[i] ? fixed[i].replace("{line}", Integer.toString(record.line())) : fixed[i];
                continue;
            }
            cells[i] = fields[position].strip();
        }
        return new ExtractedRow(record.line(), Arrays.asList(cells), fault, (int) (record.start() - blockStart), (int)
                (record.end() - blockStart));
    }

    /** Separators at the end of a line, with nothing after them, are a habit of some systems and no fault. */
    private boolean hasFieldsAsHeadings(String[] fields) {
        if (fields.length < headings.fewestFields()) {
            return false;
        }
        for (int i = headings.mostFields(); i < fields.length; i++) {
            if (!fields[i].isBlank()) {
                return false;
            }
        }
        return true;
    }

    private boolean isTrailer(WrittenRecord record) {
        for (String word : source.trailer().firstCells()) {
            if (record.fields()[0].strip().startsWith(word)) {
                return true;
            }
        }
        return false;
    }

    private void readTotals(WrittenRecord record) {
        source.trailer().totals().forEach((column, heading) -> {
            int position = headings.position(heading);
            if (position != Headings.ABSENT && position < record.fields().length) {
                statedTotals.put(column, record.fields()[position].strip());
            }
        });
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
