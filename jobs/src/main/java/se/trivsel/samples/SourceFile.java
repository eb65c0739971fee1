package se.trivsel.samples;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Layout;
import se.trivsel.contract.Source;

/**
 * A file as one system writes it, row by row: title lines, headings, rows, and the sums in the last row.
 *
 * <p>The columns stand in the order of the source description, so the description is all there is to know of a layout.
 */
final class SourceFile implements Closeable {
    private final Source source;
    private final Layout.Delimited layout;
    private final Spelling spelling;
    private final String lineEnd;
    private final BufferedWriter out;
    private final List<String> columns;
    private final List<String> ignored;
    private final StringBuilder line = new StringBuilder();
    private final Map<String, BigDecimal> sums = new LinkedHashMap<>();

    private SourceFile(Source source, Layout.Delimited layout, Spelling spelling, String lineEnd, BufferedWriter out) {
        this.source = source;
        this.layout = layout;
        this.spelling = spelling;
        this.lineEnd = lineEnd;
        this.out = out;
        columns = List.copyOf(source.headings().keySet());
        ignored = List.copyOf(source.ignored());
        source.trailer().totals().keySet().forEach(column -> sums.put(column, BigDecimal.ZERO));
    }

    static SourceFile create(Path file, Contract contract, Source source, Habits habits) throws IOException {
        Layout.Delimited layout = layout(source);
        BufferedWriter out = Files.newBufferedWriter(file, layout.charset());
        var created = new SourceFile(source, layout, new Spelling(contract, source, habits), habits.lineEnd(), out);
        if (habits.hasMark()) {
            out.write('\ufeff');
        }
        for (int line = 0; line < layout.preambleLines(); line++) {
            created.line(List.of("Utdrag " + file.getFileName()));
        }
        created.line(created.headings());
        return created;
    }

    /** How a system lays out its files; the systems of the samples all write delimited text. */
    static Layout.Delimited layout(Source source) {
        if (source.format().layout() instanceof Layout.Delimited delimited) {
            return delimited;
        }
        throw new IllegalArgumentException("The system " + source.system() + " does not write delimited text");
    }

    void write(Row row) throws IOException {
        var cells = new ArrayList<String>(columns.size() + ignored.size());
        for (String column : columns) {
            cells.add(spelling.write(column, row.cell(column)));
        }
        for (String heading : ignored) {
            cells.add(row.aside(heading));
        }
        sums.replaceAll((column, sum) -> sum.add(quantity(row, column)));
        line(cells);
    }

    private static BigDecimal quantity(Row row, String column) {
        return row.cell(column)
                .map(cell -> cell instanceof Cell.Quantity quantity ? quantity.value() : BigDecimal.ZERO)
                .orElse(BigDecimal.ZERO);
    }

    private List<String> headings() {
        var headings = new ArrayList<String>();
        source.headings().values().forEach(accepted -> headings.add(accepted.get(0)));
        headings.addAll(ignored);
        return headings;
    }

    private void line(List<String> cells) throws IOException {
        line.setLength(0);
        for (String cell : cells) {
            line.append(quoted(cell)).append(layout.separator());
        }
        line.setLength(line.length() - 1);
        out.append(line.append(lineEnd));
    }

    private String quoted(String cell) {
        boolean isPlain = cell.indexOf(layout.separator()) < 0 && cell.indexOf('"') < 0;
        if (isPlain) {
            return cell;
        }
        char quote = layout.quote()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The system " + source.system() + " cannot write the separator in a cell"));
        return quote + cell.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
    }

    private void trailer() throws IOException {
        if (source.trailer().firstCells().isEmpty()) {
            return;
        }
        List<String> headings = headings();
        var cells = new ArrayList<String>();
        headings.forEach(heading -> cells.add(""));
        cells.set(0, source.trailer().firstCells().get(0));
        source.trailer()
                .totals()
                .forEach((column, heading) -> cells.set(
                        headings.indexOf(heading),
                        spelling.quantity(column, sums.getOrDefault(column, BigDecimal.ZERO))));
        line(cells);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            trailer();
        }
    }
}
