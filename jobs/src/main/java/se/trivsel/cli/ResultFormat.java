package se.trivsel.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How an answer is written.
 *
 * <p>A table is held in memory, because a column is as wide as its widest value; the others are written row by row,
 * however many there are.
 */
enum ResultFormat {
    TABLE {
        @Override
        void write(ResultSet rows, PrintStream output) throws SQLException {
            var table = new TextTable(
                    Cell.headings(rows.getMetaData()), Cell.areNumbers(rows.getMetaData()), new ArrayList<>());
            while (rows.next()) {
                table.rows().add(texts(rows));
            }
            int count = table.rows().size();
            output.println(table.asText());
            output.println(count == 1 ? "(1 row)" : "(" + count + " rows)");
        }
    },

    /** As RFC 4180 has it, but with the line ends of every other program: scripts compare the last field too. */
    CSV {
        @Override
        void write(ResultSet rows, PrintStream output) throws SQLException, IOException {
            var format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
            // Closing the printer would close the output.
            var printer = new CSVPrinter(output, format);
            printer.printRecord(Cell.headings(rows.getMetaData()));
            while (rows.next()) {
                printer.printRecord(texts(rows));
            }
            printer.flush();
        }
    },

    /** An array with an object on each line. */
    JSON {
        @Override
        void write(ResultSet rows, PrintStream output) throws SQLException {
            var names = Cell.headings(rows.getMetaData());
            var factory = new JsonFactory();
            var before = "[\n";
            while (rows.next()) {
                output.print(before + "  " + object(factory, names, Cell.row(rows)));
                before = ",\n";
            }
            output.println(before.equals("[\n") ? "[]" : "\n]");
        }
    },

    MARKDOWN {
        @Override
        void write(ResultSet rows, PrintStream output) throws SQLException {
            var columns = rows.getMetaData();
            output.println(line(Cell.headings(columns).stream()));
            output.println(line(Cell.areNumbers(columns).stream().map(isNumber -> isNumber ? "---:" : "---")));
            while (rows.next()) {
                output.println(line(texts(rows).stream()));
            }
        }
    };

    abstract void write(ResultSet rows, PrintStream output) throws SQLException, IOException;

    private static List<String> texts(ResultSet rows) throws SQLException {
        return Cell.row(rows).stream().map(Cell::orEmpty).toList();
    }

    private static String line(Stream<String> cells) {
        return cells.map(cell -> TextTable.onOneLine(cell).replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String object(JsonFactory factory, List<String> names, List<Cell> cells) {
        var text = new StringWriter();
        try (var json = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            for (int column = 0; column < names.size(); column++) {
                json.writeName(names.get(column));
                var cell = cells.get(column);
                if (cell.text().isEmpty()) {
                    json.writeNull();
                } else if (cell.isBare()) {
                    json.writeRawValue(cell.orEmpty());
                } else {
                    json.writeString(cell.orEmpty());
                }
            }
            json.writeEndObject();
        }
        return text.toString();
    }
}
