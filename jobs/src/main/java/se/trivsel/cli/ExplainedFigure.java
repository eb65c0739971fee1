package se.trivsel.cli;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A figure of the release with its definition in words.
 *
 * <p>Numbers are there only where the status is {@code ok}; a measure that is not calculated for such a period or group has
 * no status at all.
 */
record ExplainedFigure(
        String measureCode,
        String measureName,
        String family,
        String definitionVersion,
        String definition,
        String numeratorText,
        String denominatorText,
        String populationText,
        String unit,
        Optional<String> status,
        String statusLabel,
        Optional<BigDecimal> value,
        Optional<BigDecimal> lowerBound,
        Optional<BigDecimal> upperBound,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        Optional<BigDecimal> groupSize,
        List<String> cautions) {
    private static final String FAMILY = """
            select
                measure.measure_code,
                measure_name,
                family,
                measure.definition_version,
                definition,
                numerator_text,
                coalesce(denominator_text, '') as denominator_text,
                population_text,
                unit_code,
                figure.status,
                coalesce(status_label, '') as status_label,
                value,
                lower_bound,
                upper_bound,
                figure.numerator,
                figure.denominator,
                n,
                (
                    select string_agg(caution_label, chr(10) order by sort_order)
                    from bi.caution
                    where contains(' ' || cautions || ' ', ' ' || caution_code || ' ')
                ) as caution_labels
            from bi.measure as measure
            left join (select * from bi.measure_value where %s) as figure using (measure_code)
            left join bi.status using (status)
            where family = (select family from bi.measure where measure_code = ?)
            order by measure.measure_code <> ?, measure.measure_code""".formatted(FigureKey.CONDITION);

    ExplainedFigure {
        cautions = List.copyOf(cautions);
    }

    /** The measure's figure, and then those of the other definitions of its family. */
    static List<ExplainedFigure> readFamily(Connection served, String measure, FigureKey key) throws SQLException {
        var values = new ArrayList<>(key.values());
        values.add(measure);
        values.add(measure);
        return new Question(FAMILY, values).rows(served, ExplainedFigure::of);
    }

    private static ExplainedFigure of(ResultSet row) throws SQLException {
        return new ExplainedFigure(
                row.getString("measure_code"),
                row.getString("measure_name"),
                row.getString("family"),
                row.getString("definition_version"),
                row.getString("definition"),
                row.getString("numerator_text"),
                row.getString("denominator_text"),
                row.getString("population_text"),
                row.getString("unit_code"),
                Optional.ofNullable(row.getString("status")),
                row.getString("status_label"),
                number(row, "value"),
                number(row, "lower_bound"),
                number(row, "upper_bound"),
                number(row, "numerator"),
                number(row, "denominator"),
                number(row, "n"),
                Optional.ofNullable(row.getString("caution_labels")).stream()
                        .flatMap(String::lines)
                        .toList());
    }

    private static Optional<BigDecimal> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(BigDecimal::new);
    }

    boolean isShown() {
        return status.filter("ok"::equals).isPresent();
    }
}
