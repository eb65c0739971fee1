package se.trivsel.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table as text that a Swedish Excel opens: semicolons, and a mark at the beginning that says UTF-8.
 *
 * <p>A cell is never a formula, whatever a sender called a column; a negative number is one, not a formula.
 */
public final class ExcelText {
    private static final String UTF_8_MARK = "\ufeff";
    private static final String LINE_END = "\r\n";
    private static final Pattern NUMBER = Pattern.compile("[\u2212-]?[0-9\u00a0]+(,[0-9]+)?");
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char MINUS = '\u2212';

    private ExcelText() {}

    /**
     * The text of the file.
     *
     * @param rows the headings first; numbers as {@link SwedishNumbers} writes them
     */
    public static String of(Stream<List<String>> rows) {
        return rows.map(row -> row.stream().map(ExcelText::cell).collect(Collectors.joining(";")))
                .collect(Collectors.joining(LINE_END, UTF_8_MARK, LINE_END));
    }

    private static String cell(String shown) {
        String text = isNumber(shown)
                ? shown.replace(String.valueOf(NO_BREAK_SPACE), "").replace(MINUS, '-')
                : guarded(shown);
        return text.contains(";") || text.contains("\"") || text.contains("\n")
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }

    private static boolean isNumber(String shown) {
        return NUMBER.matcher(shown).matches();
    }

    private static String guarded(String text) {
        boolean isFormula = List.of("=", "+", "-", "@", "\t").stream().anyMatch(text::startsWith);
        return isFormula && text.length() > 1 ? "'" + text : text;
    }
}
