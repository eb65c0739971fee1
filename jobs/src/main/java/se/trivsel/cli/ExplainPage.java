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
import java.util.stream.Collectors;
import se.trivsel.report.SwedishNumbers;
import se.trivsel.warehouse.RowTotal;

/**
 * A figure explained on a page, in Swedish: the figure, the other measures of its family, and its rows.
 *
 * <p>Rows are counted only where the figure is shown; kinds of rows in which another measure differs only where both are.
 */
final class ExplainPage {
    private static final int WIDTH = 100;
    private static final int INDENT = 18;
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    private final PrintStream output;
    private final Connection served;
    private final Optional<Connection> analyst;
    private final FigureKey key;
    private final int ofEachKind;

    ExplainPage(PrintStream output, Connection served, Optional<Connection> analyst, FigureKey key, int ofEachKind) {
        this.output = output;
        this.served = served;
        this.analyst = analyst;
        this.key = key;
        this.ofEachKind = ofEachKind;
    }

    /** The first is the one explained, the others stand beside it. */
    void write(List<ExplainedFigure> family) throws SQLException {
        ExplainedFigure figure = family.get(0);
        head(figure);
        if (family.size() > 1) {
            others(figure, family.subList(1, family.size()));
        }
        rows(figure);
    }

    private void head(ExplainedFigure figure) throws SQLException {
        output.printf("%s: %s%n", figure.measureCode(), figure.measureName());
        output.printf(
                "%s, %s, %s. Definitionens version %s, utgåva %s.%n%n",
                named("select municipality_name from bi.municipality where municipality_code = ?", key.municipality()),
                FigureText.period(key),
                named(
                        "select group_label from bi.staff_group where municipality_code = ? and group_code = ?",
                        key.municipality(),
                        key.group()),
                figure.definitionVersion(),
                named("select release_id from meta.release"));
        paragraph("Värde", FigureText.valueWithInterval(figure));
        paragraph("Status", figure.statusLabel());
        figure.groupSize().ifPresent(size -> paragraph("Gruppen", "n = " + SwedishNumbers.rounded(size)));
        paragraph("Täljare", FigureText.before(figure.numerator(), figure.numeratorText()));
        if (!figure.denominatorText().isEmpty()) {
            paragraph("Nämnare", FigureText.before(figure.denominator(), figure.denominatorText()));
        }
        paragraph("Gäller", figure.populationText());
        figure.cautions().forEach(caution -> paragraph("Tänk på", caution));
        paragraph("Definition", figure.definition());
    }

    private String named(String query, String... values) throws SQLException {
        return new Question(query, List.of(values))
                .rows(served, row -> row.getString(1))
                .get(0);
    }

    private void others(ExplainedFigure figure, List<ExplainedFigure> others) throws SQLException {
        output.printf("%nAndra mått i området %s, sida vid sida:%n", figure.family());
        Optional<CountedSide> mine = numerator(figure);
        var cells = new ArrayList<List<String>>();
        for (ExplainedFigure other : others) {
            cells.add(List.of(
                    other.measureCode(),
                    other.measureName(),
                    FigureText.value(other),
                    other.numerator().map(FigureText::number).orElse(""),
                    difference(figure, mine, other)));
        }
        output.println(new TextTable(
                        List.of("mått", "namn", "värde", "täljare", "skillnad"),
                        List.of(false, false, true, true, true),
                        cells)
                .asText());
        List<CountedSide.Kind> kinds =
                mine.isPresent() && figure.isShown() ? mine.get().kindsOf(analyst.orElseThrow(), key) : List.of();
        for (ExplainedFigure other : others) {
            paragraph(other.measureCode(), unlike(figure, mine, kinds, other));
        }
    }

    private Optional<CountedSide> numerator(ExplainedFigure figure) throws SQLException {
        return analyst.isEmpty()
                ? Optional.empty()
                : CountedSide.find(analyst.get(), figure.measureCode(), "numerator");
    }

    /** Of the numerators, where they are the same kind of number: persons are not taken from hours. */
    private String difference(ExplainedFigure figure, Optional<CountedSide> mine, ExplainedFigure other)
            throws SQLException {
        Optional<RowTotal> total = mine.map(CountedSide::total);
        if (figure.numerator().isEmpty()
                || other.numerator().isEmpty()
                || total.isEmpty()
                || !total.equals(numerator(other).map(CountedSide::total))
                || !figure.unit().equals(other.unit())) {
            return "";
        }
        BigDecimal difference =
                other.numerator().get().subtract(figure.numerator().get());
        return (difference.signum() > 0 ? "+" : "") + FigureText.number(difference);
    }

    /** What another measure counts otherwise: by kinds of rows where both choose among the same ones, else in its own words. */
    private String unlike(
            ExplainedFigure figure, Optional<CountedSide> mine, List<CountedSide.Kind> kinds, ExplainedFigure other)
            throws SQLException {
        var text = new StringBuilder();
        if (other.status().isPresent() && !other.isShown()) {
            text.append(other.statusLabel()).append(". ");
        }
        Optional<CountedSide> its = numerator(other);
        if (mine.isPresent() && its.isPresent() && its.get().choosesAmongTheSameAs(mine.get()) && other.isShown()) {
            text.append(only("Räknar också: ", kinds, its.get(), mine.get()));
            text.append(only("Räknar inte: ", kinds, mine.get(), its.get()));
        }
        if (text.indexOf("Räknar") < 0) {
            text.append("Täljare: ").append(other.numeratorText()).append(' ');
        }
        if (!other.denominatorText().isEmpty() && !other.denominatorText().equals(figure.denominatorText())) {
            text.append("Nämnare: ").append(other.denominatorText());
        }
        return text.toString().strip();
    }

    private static String only(String word, List<CountedSide.Kind> kinds, CountedSide one, CountedSide other) {
        String only = kinds.stream()
                .filter(kind -> one.counts(kind) && !other.counts(kind))
                .map(kind -> kind.label() + " (" + FigureText.weight(one, kind) + ")")
                .collect(Collectors.joining("; "));
        return only.isEmpty() ? "" : word + only + ". ";
    }

    private void rows(ExplainedFigure figure) throws SQLException {
        output.println();
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
            paragraph("", "Raderna kan inte visas. " + notTold.get(0));
            return;
        }
        side("Täljaren", "numerator", figure.measureCode(), figure.numerator());
        if (figure.denominator().isPresent()) {
            side("Nämnaren", "denominator", figure.measureCode(), figure.denominator());
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
        paragraph("", heading(name, side, kinds, published));
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
                + FigureText.number(total.get()) + ".";
        boolean isWhole = total.get().subtract(published.get()).abs().compareTo(ROUNDING) < 0;
        return isWhole
                ? made
                : made + " I siffran är det " + FigureText.number(published.get())
                        + ": den som har skyddade personuppgifter ingår där men inte bland raderna.";
    }

    private Map<String, List<List<String>>> cells(CountedSide side) throws SQLException {
        var cellsByKind = new LinkedHashMap<String, List<List<String>>>();
        side.rows(key, ofEachKind).rows(analyst.orElseThrow(), row -> {
            var cells = new ArrayList<String>();
            cells.add(row.getString("counted_on"));
            cells.add(FigureText.subject(row.getString("subject_key")));
            if (side.hasQuantities()) {
                cells.add(FigureText.number(row.getBigDecimal("quantity")));
            }
            for (String place : List.of("file_name", "line_no", "delivery_id")) {
                cells.add(Optional.ofNullable(row.getString(place)).orElse(""));
            }
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

    /** Text broken between words, to the right of its name if it has one. */
    private void paragraph(String name, String text) {
        String margin = name.isEmpty() ? "" : " ".repeat(INDENT);
        var line = new StringBuilder(name.isEmpty() ? "" : name + " ".repeat(Math.max(1, INDENT - name.length())));
        int begun = line.length();
        for (String word : text.split(" ", -1)) {
            if (line.length() > begun && line.length() + word.length() > WIDTH) {
                output.println(line.toString().stripTrailing());
                line = new StringBuilder(margin);
                begun = line.length();
            }
            line.append(word).append(' ');
        }
        output.println(line.toString().stripTrailing());
    }
}
