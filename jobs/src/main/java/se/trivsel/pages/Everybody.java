package se.trivsel.pages;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.trivsel.pages.Figures.Told;

/**
 * All municipalities together, for a measure at one time.
 *
 * @param limits of chance, where it has any
 * @param judged how many municipalities have been held against them
 * @param differing how many of those differ by more than chance
 */
record Everybody(Optional<BigDecimal> median, Optional<ChanceLimits> limits, int judged, int differing) {
    static final Everybody UNKNOWN = new Everybody(Optional.empty(), Optional.empty(), 0, 0);

    private record Row(
            Told told,
            String verdict,
            Optional<BigDecimal> median,
            Optional<BigDecimal> centre,
            Optional<BigDecimal> inner,
            Optional<BigDecimal> outer,
            Optional<BigDecimal> size) {}

    /** Of each measure at every time that some municipality is told it by. */
    static Map<Told, Everybody> read(Queries queries) throws SQLException {
        Map<Told, List<Row>> rows = new HashMap<>();
        queries.list(
                        """
                        select
                            measure_code,
                            period_type,
                            period_start,
                            verdict_code,
                            case when peer_status = 'ok' then median end as median,
                            weighted_mean,
                            upper_limit_95,
                            upper_limit_998,
                            denominator
                        from bi.benchmark
                        inner join (select distinct measure_code, period_type, period_start from bi.headline)
                            using (measure_code, period_type, period_start)
                        inner join bi.measure_value
                            using (municipality_code, measure_code, split_code, group_code, period_type, period_start)
                        where peer_group_code = 'alla' and group_code = 'alla'
                        order by denominator desc""",
                        row -> new Row(
                                new Told(row.getString("measure_code"), Figures.stretch(row)),
                                row.getString("verdict_code"),
                                Queries.decimal(row, "median"),
                                Queries.decimal(row, "weighted_mean"),
                                Queries.decimal(row, "upper_limit_95"),
                                Queries.decimal(row, "upper_limit_998"),
                                Queries.decimal(row, "denominator")))
                .forEach(row -> rows.computeIfAbsent(row.told(), none -> new ArrayList<>())
                        .add(row));
        var everybody = new HashMap<Told, Everybody>();
        rows.forEach((told, all) -> everybody.put(told, of(all)));
        return everybody;
    }

    private static Everybody of(List<Row> largestFirst) {
        Optional<ChanceLimits> limits = largestFirst.stream()
                .filter(row -> row.inner().isPresent() && row.outer().isPresent())
                .findFirst()
                .map(row -> ChanceLimits.readOff(
                        row.centre().orElseThrow(),
                        row.inner().orElseThrow(),
                        row.outer().orElseThrow(),
                        row.size().orElseThrow()));
        return new Everybody(
                largestFirst.stream().flatMap(row -> row.median().stream()).findFirst(),
                limits,
                (int) largestFirst.stream()
                        .filter(row -> !row.verdict().startsWith("no_"))
                        .count(),
                (int) largestFirst.stream()
                        .filter(row ->
                                row.verdict().endsWith("above") || row.verdict().endsWith("below"))
                        .count());
    }
}
