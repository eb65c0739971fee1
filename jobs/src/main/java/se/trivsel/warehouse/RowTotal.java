package se.trivsel.warehouse;

import java.util.Locale;

/**
 * How a figure comes of the rows it is counted from, as {@code as} of a measure's file says.
 *
 * <p>What is a mean of month ends is divided by their number, which every row tells. Of a {@code POPULATION} nothing is
 * added up: an estimate has been made of it.
 */
public enum RowTotal {
    COUNT("cast(count(*) as double) / max(month_ends)"),
    SUM("cast(sum(quantity) as double) / max(month_ends)"),
    SUM_WITHOUT_SIGN("cast(sum(abs(quantity)) as double)"),
    SUBJECTS("cast(count(distinct subject_key) as double)"),
    MEDIAN("percentile_cont(0.5) within group (order by cast(quantity as double))"),
    P10("percentile_cont(0.1) within group (order by cast(quantity as double))"),
    P90("percentile_cont(0.9) within group (order by cast(quantity as double))"),
    P90_OF_SUBJECTS("list_aggregate(map_values(histogram(subject_key)), 'quantile_cont', 0.9)"),
    POPULATION("cast(null as double)");

    private final String expression;

    RowTotal(String expression) {
        this.expression = expression;
    }

    public static RowTotal of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Over rows of a table in the schema {@code counted}. */
    public String expression() {
        return expression;
    }
}
