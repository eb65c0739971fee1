package se.trivsel.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.trivsel.inbox.Archive;
import se.trivsel.report.SwedishFigures;
import se.trivsel.report.SwedishNumbers;
import se.trivsel.warehouse.RowTotal;

/**
 * A figure explained on a page, in Swedish: the figure, the other measures of its family, and its rows.
 *
 * <p>The kinds of rows in which another measure differs are counted only where both figures are shown.
 */
final class ExplainPage {
    private final PrintStream output;
    private final Paragraphs paragraphs;
    private final Connection served;
    private final Optional<Connection> analyst;
    private final Archive archive;
    private final FigureKey key;
    private final int ofEachKind;

    ExplainPage(
            PrintStream output,
            Connection served,
            Optional<Connection> analyst,
            Archive archive,
            FigureKey key,
            int ofEachKind) {
        this.output = output;
        this.paragraphs = new Paragraphs(output);
        this.served = served;
        this.analyst = analyst;
        this.archive = archive;
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
        output.println();
        new ExplainedRows(output, analyst, archive, key, ofEachKind).write(figure);
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
        paragraphs.write("Värde", FigureText.valueWithInterval(figure));
        paragraphs.write("Status", figure.statusLabel());
        figure.groupSize().ifPresent(size -> paragraphs.write("Gruppen", "n = " + SwedishNumbers.rounded(size)));
        paragraphs.write("Täljare", FigureText.before(figure.numerator(), figure.numeratorText()));
        if (!figure.denominatorText().isEmpty()) {
            paragraphs.write("Nämnare", FigureText.before(figure.denominator(), figure.denominatorText()));
        }
        paragraphs.write("Gäller", figure.populationText());
        figure.cautions().forEach(caution -> paragraphs.write("Tänk på", caution));
        paragraphs.write("Definition", figure.definition());
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
                    other.numerator().map(SwedishFigures::number).orElse(""),
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
            paragraphs.write(other.measureCode(), unlike(figure, mine, kinds, other));
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
        return (difference.signum() > 0 ? "+" : "") + SwedishFigures.number(difference);
    }

    /** What another measure counts otherwise: by kinds of rows where both choose among the same ones, else in its own words. */
    private String unlike(
            ExplainedFigure figure, Optional<CountedSide> mine, List<CountedSide.Kind> kinds, ExplainedFigure other)
            throws SQLException {
        var text = new StringBuilder();
        if (other.status().isPresent() && !other.isShown()) {
            text.append(other.statusLabel()).append(". ");
        }
        String otherKinds = other.isShown() ? otherKinds(mine, kinds, numerator(other)) : "";
        text.append(otherKinds.isEmpty() ? "Täljare: " + other.numeratorText() + " " : otherKinds);
        if (!other.denominatorText().isEmpty() && !other.denominatorText().equals(figure.denominatorText())) {
            text.append("Nämnare: ").append(other.denominatorText());
        }
        return text.toString().strip();
    }

    private static String otherKinds(
            Optional<CountedSide> mine, List<CountedSide.Kind> kinds, Optional<CountedSide> its) {
        if (mine.isEmpty() || its.isEmpty() || !its.get().choosesAmongTheSameAs(mine.get())) {
            return "";
        }
        return only("Räknar också: ", kinds, its.get(), mine.get())
                + only("Räknar inte: ", kinds, mine.get(), its.get());
    }

    private static String only(String word, List<CountedSide.Kind> kinds, CountedSide one, CountedSide other) {
        String only = kinds.stream()
                .filter(kind -> one.counts(kind) && !other.counts(kind))
                .map(kind -> kind.label() + " (" + FigureText.weight(one, kind) + ")")
                .collect(Collectors.joining("; "));
        return only.isEmpty() ? "" : word + only + ". ";
    }
}
