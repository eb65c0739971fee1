package se.trivsel.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.trivsel.inbox.Archive;
import se.trivsel.report.SwedishFigures;

/**
 * The part of the page that tells the rows a figure is counted from, kind by kind.
 *
 * <p>A figure that is not shown has none, and neither has one whose reader may not open the analysts' file.
 */
final class ExplainedRows {
    private static final BigDecimal LEAST_ROUNDING = new BigDecimal("0.01");

    private final PrintStream output;
    private final Paragraphs paragraphs;
    private final Optional<Connection> analyst;
    private final Archive archive;
    private final FigureKey key;
    private final int ofEachKind;
    private final Set<String> shownDeliveries = new TreeSet<>();

    ExplainedRows(PrintStream output, Optional<Connection> analyst, Archive archive, FigureKey key, int ofEachKind) {
        this.output = output;
        this.paragraphs = new Paragraphs(output);
        this.analyst = analyst;
        this.archive = archive;
        this.key = key;
        this.ofEachKind = ofEachKind;
    }

    void write(ExplainedFigure figure) throws SQLException {
        if (!figure.isShown()) {
            output.println("En siffra som inte visas har inga rader att visa: de vore siffran.");
            return;
        }
        if (analyst.isEmpty()) {
            output.println("Raderna står i analytikernas fil, som inte finns här eller inte får läsas av dig.");
            return;
        }
        List<String> notTold = new Question(
                        "select rows_not_told from meta.measure where measure_code = ? and rows_not_told is not null",
                        List.of(figure.measureCode()))
                .rows(analyst.get(), row -> row.getString(1));
        if (!notTold.isEmpty()) {
            paragraphs.write("", "Raderna kan inte visas. " + notTold.get(0));
            return;
        }
        side("Täljaren", "numerator", figure.measureCode(), figure.numerator());
        if (figure.denominator().isPresent()) {
            side("Nämnaren", "denominator", figure.measureCode(), figure.denominator());
        }
        for (String delivery : shownDeliveries) {
            archive.disposal(delivery)
                    .ifPresent(gone -> paragraphs.write(
                            "",
                            "Filen i leveransen " + delivery + " är gallrad " + gone.disposedOn() + " enligt regeln "
                                    + gone.rule() + ": dess rader kan inte läsas på nytt."));
        }
    }

    private void side(String name, String part, String measure, Optional<BigDecimal> published) throws SQLException {
        Connection rows = analyst.orElseThrow();
        Optional<CountedSide> declared = CountedSide.find(rows, measure, part);
        if (declared.isEmpty()) {
            output.println(name + " har inga rader: den kommer inte ur någon leverans.");
            return;
        }
        CountedSide side = declared.get();
        List<CountedSide.Kind> kinds =
                side.kindsOf(rows, key).stream().filter(side::counts).toList();
        paragraphs.write("", heading(name, side, kinds, published));
        Map<String, List<List<String>>> cells = cells(side);
        for (CountedSide.Kind kind : kinds) {
            List<List<String>> shown = cells.getOrDefault(kind.code(), List.of());
            output.printf("%n%s: %s%n", kind.label(), FigureText.weight(side, kind));
            output.println(table(side, shown).asText());
            if (shown.size() < kind.rows()) {
                output.printf(
                        "%s till: --limit 0 visar alla, --format csv skriver dem.%n",
                        FigureText.rows(kind.rows() - shown.size()));
            }
        }
        output.println();
    }

    private String heading(String name, CountedSide side, List<CountedSide.Kind> kinds, Optional<BigDecimal> published)
            throws SQLException {
        long rows = kinds.stream().mapToLong(CountedSide.Kind::rows).sum();
        int monthEnds =
                kinds.stream().mapToInt(CountedSide.Kind::monthEnds).max().orElse(1);
        Optional<BigDecimal> total = side.total(analyst.orElseThrow(), key);
        if (total.isEmpty() || published.isEmpty()) {
            return name + " är uppskattad ur " + FigureText.rows(rows) + ".";
        }
        String made = name + " räknas på " + FigureText.rows(rows) + ", " + FigureText.how(side, monthEnds) + ": "
                + SwedishFigures.number(total.get()) + ".";
        boolean isWhole = isRounded(total.get(), published.get());
        return isWhole
                ? made
                : made + " I siffran är det " + SwedishFigures.number(published.get())
                        + ": den som har skyddade personuppgifter ingår där men inte bland raderna.";
    }

    /** Figures are summed of months that were rounded, rows are not: of many hours a part in a million is nobody. */
    static boolean isRounded(BigDecimal total, BigDecimal published) {
        BigDecimal nobody = published.abs().movePointLeft(6).max(LEAST_ROUNDING);
        return total.subtract(published).abs().compareTo(nobody) < 0;
    }

    private Map<String, List<List<String>>> cells(CountedSide side) throws SQLException {
        var cellsByKind = new LinkedHashMap<String, List<List<String>>>();
        side.rows(key, ofEachKind).rows(analyst.orElseThrow(), row -> {
            var cells = new ArrayList<String>();
            cells.add(row.getString("counted_on"));
            cells.add(FigureText.subject(row.getString("subject_key")));
            if (side.hasQuantities()) {
                cells.add(SwedishFigures.number(row.getBigDecimal("quantity")));
            }
            for (String place : List.of("file_name", "line_no", "delivery_id")) {
                cells.add(Optional.ofNullable(row.getString(place)).orElse(""));
            }
            Optional.ofNullable(row.getString("delivery_id")).ifPresent(shownDeliveries::add);
            return cellsByKind
                    .computeIfAbsent(row.getString("kind_code"), unseen -> new ArrayList<>())
                    .add(cells);
        });
        return cellsByKind;
    }

    private static TextTable table(CountedSide side, List<List<String>> rows) {
        return side.hasQuantities()
                ? new TextTable(
                        List.of("dag", "vem eller vad", "mängd", "fil", "rad", "leverans"),
                        List.of(false, false, true, false, true, false),
                        rows)
                : new TextTable(
                        List.of("dag", "vem eller vad", "fil", "rad", "leverans"),
                        List.of(false, false, false, true, false),
                        rows);
    }
}
