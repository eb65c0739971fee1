package se.trivsel.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The remarks of a receipt as a table that a Swedish Excel opens: semicolons, and a mark at the beginning that says UTF-8.
 *
 * <p>The last column adds up to the exact count: what has no line of its own stands on a row without one. A cell is
 * never a formula, whatever a sender called a column.
 */
final class RemarkTable {
    private static final String UTF_8_MARK = "\ufeff";
    private static final String LINE_END = "\r\n";

    private RemarkTable() {}

    static String of(Receipt receipt) {
        Stream<String> rows = receipt.remarks().stream()
                .flatMap(remark -> remark.spots().stream().map(spot -> row(remark, spot)));
        return Stream.concat(Stream.of("Kod;Innebörd;Rad;Kolumn;Enhet;Antal"), rows)
                .collect(Collectors.joining(LINE_END, UTF_8_MARK, LINE_END));
    }

    private static String row(Receipt.Remark remark, Receipt.Spot spot) {
        return Stream.of(
                        remark.code(),
                        remark.effect(),
                        spot.line() > 0 ? String.valueOf(spot.line()) : "",
                        cell(spot.heading()),
                        cell(spot.unit()),
                        String.valueOf(spot.count()))
                .collect(Collectors.joining(";"));
    }

    private static String cell(Optional<String> shown) {
        String text = Shown.line(shown.orElse(""));
        boolean isFormula = List.of("=", "+", "-", "@").stream().anyMatch(text::startsWith);
        String harmless = isFormula ? "'" + text : text;
        return harmless.contains(";") || harmless.contains("\"")
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }
}
