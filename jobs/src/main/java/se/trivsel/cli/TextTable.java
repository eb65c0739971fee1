package se.trivsel.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table for a terminal.
 *
 * <p>What is shown may be a sender's own words: signs that steer a terminal are taken out.
 *
 * @param toTheRight which columns hold numbers
 */
record TextTable(List<String> headings, List<Boolean> toTheRight, List<List<String>> rows) {
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final int WIDEST = 80;

    String asText() {
        var columns = new Column[headings.size()];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = new Column()
                    .header(onOneLine(headings.get(column)))
                    .headerAlign(HorizontalAlign.LEFT)
                    .dataAlign(toTheRight.get(column) ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
                    .maxWidth(WIDEST);
        }
        var cells = rows.stream()
                .map(row -> row.stream().map(TextTable::onOneLine).toArray())
                .toArray(Object[][]::new);
        return AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
                .lineSeparator("\n")
                .data(columns, cells)
                .asString();
    }

    static String onOneLine(String text) {
        return STEERING.matcher(text).replaceAll(" ");
    }
}
