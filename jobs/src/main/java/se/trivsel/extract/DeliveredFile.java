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
import se.trivsel.contract.FieldPart;
import se.trivsel.contract.Source;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.Place;

/** A delivered file as its source describes it, read in blocks of rows. Memory holds one block. */
public final class DeliveredFile implements Closeable {
    private static final int ROWS_A_BLOCK = 2048;
    private static final long CHARACTERS_A_BLOCK = 4L << 20;

    /** More rows than this in a row that look like the end are data that look like it. */
    private static final int LONGEST_TRAILER = 100;

    private static final Optional<FindingCode> WRONG_FIELD_COUNT = Optional.of(FindingCode.WRONG_FIELD_COUNT);
    private static final Optional<FindingCode> EXTRA_FIELDS = Optional.of(FindingCode.EXTRA_FIELDS);

    private final Source source;
    private final Records records;
    private final List<HeadingLine> headingLines = new ArrayList<>();
    private final Headings headings;
    private final FieldPart[] parts;
    private final String[] fixed;
    private final boolean[] hasLine;
    private final Map<String, String> statedTotals = new HashMap<>();
    private Optional<String> statedCount = Optional.empty();
    private Optional<WrittenRecord> ahead = Optional.empty();
    private long rows;
    private boolean ended;

    private DeliveredFile(Records records, Source source, Contract contract, Period period)
            throws IOException, UnreadableDelivery {
        this.source = source;
        this.records = records;
        this.headings = headings(source, contract);
        this.parts = contract.columns().stream()
                .map(column -> source.parts().getOrDefault(column.name(), FieldPart.WHOLE))
                .toArray(FieldPart[]::new);
        this.fixed = fixedCells(source, contract, period);
        this.hasLine = new boolean[fixed.length];
        for (int i = 0; i < fixed.length; i++) {
            hasLine[i] = fixed[i].contains("{line}");
        }
        this.ahead = read();
    }

    private Headings headings(Source source, Contract contract) throws IOException, UnreadableDelivery {
        int count = source.format().names().headingRows();
        if (count == 0) {
            return Headings.described(source, contract);
        }
        var rows = new ArrayList<WrittenRecord>();
        while (rows.size() < count) {
            WrittenRecord row = read().orElseThrow(
                            () -> new UnreadableDelivery(new Finding(FindingCode.EMPTY_FILE, Place.WHOLE_FILE)));
            if (!row.isBlank()) {
                rows.add(row);
                headingLines.add(
                        new HeadingLine(row.line(), RowBlock.withoutLineEnd(records.text(row.start(), row.end()))));
            }
            records.forget(row.start());
        }
        return Headings.find(rows, source, contract);
    }

    /**
     * Opens a file and reads its headings.
     *
     * @throws UnreadableDelivery when the file is empty, lacks a column or cannot be taken apart
     */
    public static DeliveredFile open(ByteSource file, Source source, Contract contract, Period period)
            throws IOException, UnreadableDelivery {
        Records records = Formats.open(file, source.format());
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

    /** The rows of headings as they were written; none where the description names the fields. */
    public List<HeadingLine> headingLines() {
        return List.copyOf(headingLines);
    }

    /** What there is to say about the heading line though the file can be read. */
    public List<Finding> warnings() {
        return headings.warnings();
    }

    /** The sums that the trailer states, by our column, as text; known after the last block. */
    public Map<String, String> statedTotals() {
        return Map.copyOf(statedTotals);
    }

    /** How many rows the trailer says there are, as text; known after the last block. */
    public Optional<String> statedCount() {
        return statedCount;
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
        while (ahead.isPresent()
                && ((block.size() < ROWS_A_BLOCK && end - start < CHARACTERS_A_BLOCK) || !trailer.isEmpty())) {
            WrittenRecord record = ahead.get();
            end = record.end();
            ahead = read();
            if (record.isBlank()) {
                continue;
            }
            block.add(row(record, start));
            if (isTrailer(record) && trailer.size() < LONGEST_TRAILER) {
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
        var written = records.text(start, end);
        records.forget(end);
        return new RowBlock(block, written, ended);
    }

    private Optional<WrittenRecord> read() throws IOException, UnreadableDelivery {
        return records.next();
    }

    private ExtractedRow row(WrittenRecord record, long blockStart) {
        String[] fields = record.fields();
        int[] asides = headings.asides();
        String[] cells = new String[fixed.length + asides.length];
        for (int i = 0; i < asides.length; i++) {
            cells[fixed.length + i] = asides[i] < fields.length ? fields[asides[i]].strip() : "";
        }
        for (int i = 0; i < fixed.length; i++) {
            int position = headings.position(i);
            if (position == Headings.ABSENT || position >= fields.length) {
                cells[i] = hasLine[i] ? fixed[i].replace("{line}", Integer.toString(record.line())) : fixed[i];
                continue;
            }
            cells[i] = parts[i].of(fields[position].strip());
        }
        return new ExtractedRow(
                record.line(), Arrays.asList(cells), fault(fields), (int) (record.start() - blockStart), (int)
                        (record.end() - blockStart));
    }

    /** Separators at the end of a line, with nothing after them, are a habit of some systems and no fault. */
    private Optional<FindingCode> fault(String[] fields) {
        if (fields.length < headings.fewestFields() && source.format().layout().countsFields()) {
            return WRONG_FIELD_COUNT;
        }
        for (int i = headings.mostFields(); i < fields.length; i++) {
            if (!fields[i].isBlank()) {
                return source.format().names().allowsMore() ? EXTRA_FIELDS : WRONG_FIELD_COUNT;
            }
        }
        return Optional.empty();
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
        source.trailer()
                .totals()
                .forEach((column, heading) ->
                        stated(record, heading).ifPresent(total -> statedTotals.put(column, total)));
        statedCount = source.trailer()
                .count()
                .flatMap(heading -> stated(record, heading))
                .or(() -> statedCount);
    }

    /** What stands under a heading, without the words that tell a trailer: {@code Antal rader: 17} states 17. */
    private Optional<String> stated(WrittenRecord record, String heading) {
        int position = headings.position(heading);
        if (position == Headings.ABSENT || position >= record.fields().length) {
            return Optional.empty();
        }
        String text = record.fields()[position].strip();
        for (String word : source.trailer().firstCells()) {
            if (text.startsWith(word)) {
                text = text.substring(word.length()).replaceFirst("^\\s*:", "").strip();
                break;
            }
        }
        return Optional.of(text).filter(stated -> !stated.isEmpty());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
