package se.trivsel.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import se.trivsel.report.ExcelText;

/**
 * The numbers of a chart as a table, and the same as a file for Excel that lies within the page.
 *
 * @param file what the file is called when it is saved
 */
public record Table(String caption, String file, List<String> headings, List<List<String>> rows) {
    public Table {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /** The file as an address: a page needs no other file beside it. */
    public String address() {
        String text = ExcelText.of(Stream.concat(Stream.of(headings), rows.stream()));
        return "data:text/csv;charset=utf-8,"
                + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
