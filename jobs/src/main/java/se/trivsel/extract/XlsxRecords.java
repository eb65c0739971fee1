package se.trivsel.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.trivsel.contract.FileFormat;
import se.trivsel.contract.Layout;

/**
 * The rows of one sheet of a workbook; a line is a row's number in the sheet.
 *
 * <p>Cells that hold nothing are not in the file, and a row ends with its last cell: it has as many fields as that.
 */
final class XlsxRecords implements Records {
    private static final int MOST_ROWS = 1 << 20;
    private static final int MOST_COLUMNS = 1 << 14;

    /** A formula that nobody has worked out shows what Excel shows for one that cannot be. */
    private static final String NOT_CALCULATED = "#CALC!";

    private static final Map<String, String> FLAGS =
            Map.of("1", "true", "true", "true", "0", "false", "false", "false");

    private final Workbook workbook;
    private final Workbook.Part sheet;
    private final SheetNumber numbers;
    private final int preambleLines;
    private final RenderedRows rows = new RenderedRows();
    private int row;
    private boolean isPastRows;

    private XlsxRecords(Workbook workbook, Workbook.Part sheet, SheetNumber numbers, int preambleLines) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.numbers = numbers;
        this.preambleLines = preambleLines;
    }

    static XlsxRecords open(ByteSource delivered, Layout.Xlsx layout, FileFormat format)
            throws IOException, UnreadableDelivery {
        Workbook workbook = Workbook.open(delivered);
        var numbers = new SheetNumber(format.numbers().decimal(), workbook.isFrom1904());
        return new XlsxRecords(workbook, workbook.sheet(layout), numbers, layout.preambleLines());
    }

    /** Goes on to the end of the sheet after its last row: only there can be seen that it came whole. */
    @Override
    public Optional<WrittenRecord> next() throws IOException, UnreadableDelivery {
        while (sheet.next()) {
            isPastRows |= sheet.ends("sheetData");
            if (sheet.begins("row") && !isPastRows) {
                row = place(sheet.attribute("r"), row, MOST_ROWS);
                sheet.at(row);
                String[] fields = fields();
                if (row > preambleLines) {
                    return Optional.of(rows.add(row, fields));
                }
            }
        }
        return Optional.empty();
    }

    private String[] fields() throws IOException, UnreadableDelivery {
        List<String> fields = new ArrayList<>();
        int column = 0;
        int length = 0;
        while (sheet.next() && !sheet.ends("row")) {
            if (sheet.begins("c")) {
                column = column(sheet.attribute("r"), column);
                while (fields.size() < column - 1) {
                    fields.add("");
                }
                String cell = cell();
                fields.add(cell);
                length += cell.length();
                if (length > WrittenRecord.LONGEST) {
                    throw sheet.malformed();
                }
            }
        }
        return fields.toArray(String[]::new);
    }

    /** Counted from 1; the one after the last where the file does not say. */
    private int place(String told, int last, int most) throws UnreadableDelivery {
        if (!told.isEmpty() && !told.matches("\\d{1,7}")) {
            throw sheet.malformed();
        }
        int place = told.isEmpty() ? last + 1 : Integer.parseInt(told);
        if (place <= last || place > most) {
            throw sheet.malformed();
        }
        return place;
    }

    /** The column of an address such as {@code AB12}. */
    private int column(String address, int last) throws UnreadableDelivery {
        int number = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            int letter = Character.toUpperCase(address.charAt(i)) - 'A' + 1;
            if (letter < 1 || letter > 26 || number > MOST_COLUMNS) {
                throw sheet.malformed();
            }
            number = number * 26 + letter;
        }
        return place(number == 0 ? "" : Integer.toString(number), last, MOST_COLUMNS);
    }

    private String cell() throws IOException, UnreadableDelivery {
        String type = sheet.attribute("t");
        String style = sheet.attribute("s");
        Optional<String> value = Optional.empty();
        boolean isFormula = false;
        while (sheet.next() && !sheet.ends("c")) {
            if (sheet.begins("v")) {
                value = Optional.of(sheet.text("v"));
            } else if (sheet.begins("is")) {
                value = Optional.of(sheet.text("is"));
            }
            isFormula |= sheet.begins("f");
        }
        if (value.isEmpty()) {
            return isFormula ? NOT_CALCULATED : "";
        }
        return written(type, style, value.get());
    }

    private String written(String type, String style, String value) throws UnreadableDelivery {
        if (value.isEmpty() || Set.of("str", "inlineStr", "e").contains(type)) {
            return value;
        }
        Optional<String> written = switch (type) {
            case "s" -> workbook.shared(value);
            case "", "n" -> numbers.written(value, workbook.format(style));
            case "b" -> Optional.ofNullable(FLAGS.get(value));
            case "d" ->
                Optional.of(value.replaceFirst("T00:00:00(\\.0+)?Z?$", "").replaceFirst("T", " "));
            default -> Optional.empty();
        };
        return written.orElseThrow(sheet::malformed);
    }

    @Override
    public String text(long from, long to) {
        return rows.text(from, to);
    }

    @Override
    public void forget(long position) {
        rows.forget(position);
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
