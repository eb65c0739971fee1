package se.trivsel.contract;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * How a file is laid out: what has to be known to take it apart into rows of fields.
 *
 * <p>What the fields then mean is the same for all layouts, see {@link FileFormat}.
 */
public sealed interface Layout {
    /** Whether a row is one or more lines of text, and nothing of it stands elsewhere in the file. */
    default boolean isLines() {
        return this instanceof Delimited || this instanceof FixedWidth;
    }

    /** Whether a row with fewer fields than headings has lost some; the empty cells of a sheet are just not there. */
    default boolean countsFields() {
        return true;
    }

    /**
     * Text with a sign between the fields.
     *
     * <p>The charset is the last resort: a byte order mark and strict UTF-8 go before it.
     *
     * @param quote the quotation mark, or none where the system never quotes
     * @param escape the sign that takes its meaning from the next one, where the system writes one
     * @param preambleLines lines before the heading line
     */
    record Delimited(
            char separator, Optional<Character> quote, Optional<Character> escape, Charset charset, int preambleLines)
            implements Layout {}

    /**
     * The postings of a SIE 4 file: headings, forms of days and amounts are those of the standard.
     *
     * @param charset what the system writes whatever it declares; without it, what the file's {@code #FORMAT} says
     */
    record Sie(Optional<Charset> charset) implements Layout {}

    /**
     * Text in which every field has its place on the line.
     *
     * @param fields in the order of their places
     * @param allowsShort whether a line may end before its last fields, which then are empty
     */
    record FixedWidth(List<Extent> fields, boolean allowsShort, Charset charset, int preambleLines) implements Layout {
        public FixedWidth {
            fields = List.copyOf(fields);
        }
    }

    /** Where a field stands on a line: its first character, counted from 0, and how many there are. */
    record Extent(int start, int width) {}

    /** The lines of invoices in UBL 2.1, as Peppol BIS Billing 3 has them; the standard leaves nothing to describe. */
    record Ubl() implements Layout {}

    /**
     * A sheet of an Excel workbook.
     *
     * @param sheet its name; without it, it is told by its number
     * @param sheetNumber which one of the sheets that are shown, counted from 1
     * @param preambleLines the rows before the headings, empty ones counted
     */
    record Xlsx(Optional<String> sheet, int sheetNumber, int preambleLines) implements Layout {
        @Override
        public boolean countsFields() {
            return false;
        }
    }
}
