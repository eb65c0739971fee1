package se.trivsel.pages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a release says of itself and what all its pages share: municipalities, measures, plans, and the words for codes.
 *
 * <p>Municipalities are in Swedish alphabetical order; measures by family, as their lists show them.
 */
final class Catalogue {
    /** The group of all municipalities. */
    static final String EVERYBODY = "alla";

    private static final int FEWEST_PEERS = 5;

    private final ReleaseFacts release;
    private final List<Municipality> municipalities;
    private final Map<String, Municipality> byCode;
    private final List<Measure> measures;
    private final Map<String, Measure> measuresByCode;
    private final Map<String, List<Measure>> families;
    private final List<Plan> plans;
    private final Map<String, Status> statuses;
    private final Map<String, String> cautions;

    /** The release as its footer tells it. */
    record ReleaseFacts(String id, LocalDate asOf, Instant publishedAt, String definitionVersion) {}

    /** Why a figure is missing, and the sign that stands for it. */
    record Status(String label, String sign) {}

    private Catalogue(Queries queries) throws SQLException {
        release = queries.list(
                        "select release_id, as_of, epoch_us(published_at) as published_us, definition_version"
                                + " from meta.release",
                        row -> new ReleaseFacts(
                                row.getString("release_id"),
                                row.getObject("as_of", LocalDate.class),
                                Instant.EPOCH.plus(row.getLong("published_us"), ChronoUnit.MICROS),
                                row.getString("definition_version")))
                .get(0);
        municipalities = queries.list("""
                select
                    municipality_code,
                    municipality_name,
                    coalesce(own_group.peer_group_code, 'alla') as peer_group,
                    coalesce(own_group.peer_group_label, 'Alla kommuner') as peer_group_name
                from bi.municipality
                left join bi.peer_group as own_group
                    on own_group.peer_group_code = municipality.peer_group_code
                    and own_group.valid_to is null
                    and own_group.municipalities >= %d
                order by municipality.sort_order""".formatted(FEWEST_PEERS), Catalogue::municipality);
        byCode = municipalities.stream().collect(Collectors.toMap(Municipality::code, Function.identity()));
        measures = queries.list("select * from bi.measure order by family, measure_code", Catalogue::measure);
        families = measures.stream()
                .collect(Collectors.groupingBy(Measure::family, LinkedHashMap::new, Collectors.toList()));
        measuresByCode = measures.stream().collect(Collectors.toMap(Measure::code, Function.identity()));
        plans = queries.list(
                "select * from bi.action_plan order by municipality_code, started_on, plan_id", Catalogue::plan);
        statuses = queries
                .list(
                        "select status, status_label, coalesce(sign, '') as sign from bi.status",
                        row -> Map.entry(row.getString(1), new Status(row.getString(2), row.getString(3))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        cautions = queries
                .list(
                        "select caution_code, caution_label from bi.caution",
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Catalogue read(Queries queries) throws SQLException {
        return new Catalogue(queries);
    }

    private static Municipality municipality(ResultSet row) throws SQLException {
        return new Municipality(
                row.getString("municipality_code"),
                row.getString("municipality_name"),
                row.getString("peer_group"),
                row.getString("peer_group_name"));
    }

    private static Measure measure(ResultSet row) throws SQLException {
        return new Measure(
                row.getString("measure_code"),
                row.getString("definition_version"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("family"),
                row.getString("measure_name"),
                row.getString("definition"),
                Queries.text(row, "numerator_text"),
                Queries.text(row, "denominator_text"),
                Queries.text(row, "population_text"),
                row.getString("unit_code"),
                row.getString("direction_code"),
                row.getString("interval_code"),
                row.getInt("smallest_group"),
                Queries.text(row, "official_id"));
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                row.getString("plan_id"),
                row.getString("municipality_code"),
                row.getString("plan_name"),
                YearMonth.from(row.getObject("started_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)).map(YearMonth::from),
                Queries.text(row, "what"),
                Queries.text(row, "source"));
    }

    ReleaseFacts release() {
        return release;
    }

    List<Municipality> municipalities() {
        return municipalities;
    }

    Municipality municipality(String code) {
        return Optional.ofNullable(byCode.get(code)).orElseThrow();
    }

    List<Measure> measures() {
        return measures;
    }

    /** The families of measures, in the order of their names. */
    Map<String, List<Measure>> families() {
        return families;
    }

    List<Measure> family(String name) {
        return families.getOrDefault(name, List.of());
    }

    /** Nothing where the release has none of that code, as of a figure that is counted no more. */
    Optional<Measure> measure(String code) {
        return Optional.ofNullable(measuresByCode.get(code));
    }

    List<Plan> plans() {
        return plans;
    }

    List<Plan> plansOf(Municipality municipality) {
        return plans.stream()
                .filter(plan -> plan.municipality().equals(municipality.code()))
                .toList();
    }

    Status status(String code) {
        return Optional.ofNullable(statuses.get(code)).orElseThrow();
    }

    String caution(String code) {
        return Optional.ofNullable(cautions.get(code)).orElseThrow();
    }
}
