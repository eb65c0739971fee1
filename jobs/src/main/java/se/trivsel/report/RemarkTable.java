package se.trivsel.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The remarks of a receipt as a table for Excel.
 *
 * <p>The last column adds up to the exact count: what has no line of its own stands on a row without one.
 */
final class RemarkTable {
    private static final List<String> HEADINGS = List.of("Kod", "Innebörd", "Rad", "Kolumn", "Enhet", "Antal");

    private RemarkTable() {}

    static String of(Receipt receipt) {
        Stream<List<String>> rows = receipt.remarks().stream()
                .flatMap(remark -> remark.spots().stream().map(spot -> row(remark, spot)));
        return ExcelText.of(Stream.concat(Stream.of(HEADINGS), rows));
    }

    private static List<String> row(Receipt.Remark remark, Receipt.Spot spot) {
        return List.of(
                remark.code(),
                remark.effect(),
                spot.line() > 0 ? String.valueOf(spot.line()) : "",
                shown(spot.heading()),
                shown(spot.unit()),
                String.valueOf(spot.count()));
    }

    private static String shown(Optional<String> text) {
        return Shown.line(text.orElse(""));
    }
}
