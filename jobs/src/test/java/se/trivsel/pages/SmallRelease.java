package se.trivsel.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import se.trivsel.publish.Releases;
import se.trivsel.warehouse.Limits;
import se.trivsel.warehouse.Repository;

/**
 * A served file with two municipalities, two measures and the words of all codes.
 *
 * <p>The rest is empty: a test adds the rows that it is about, or replaces those here.
 */
final class SmallRelease {
    private static final List<String> WORDS = List.of("status", "caution", "verdict", "plan_verdict", "revision_cause");

    private static final String TABLES = """
            create table meta.release as select '2017-03-01.1' as release_id, date '2017-03-01' as as_of,
                timestamp '2017-03-01 02:00:00' as published_at, '1.0' as code_version, 'abc123' as definition_version;
            create table bi.municipality as from (values ('2062', 'Mora', null::varchar, 1), ('0380', 'Uppsala', null, 2))
                listed (municipality_code, municipality_name, peer_group_code, sort_order);
            create table bi.peer_group (peer_group_code varchar, peer_group_label varchar, municipalities integer,
                division_code varchar, division_name varchar, division_year integer, valid_to date, source varchar, sort_order integer);
            create table bi.measure as from (values
                ('SF_TOT', 'Sjukfrånvaro', 'Sjukfrånvaro', 'share', 'lower_is_better', 11, 'N00090', true),
                ('ANST', 'Månadsavlönade', 'Bemanning', 'count', 'none', 0, null, false))
                listed (measure_code, measure_name, family, unit_code, direction_code, smallest_group, official_id, has_rolling_12);
            alter table bi.measure add column definition_version varchar default '1.2.0';
            alter table bi.measure add column valid_from date default date '2016-01-01';
            alter table bi.measure add column definition varchar default 'Så räknas det';
            alter table bi.measure add column numerator_text varchar;
            alter table bi.measure add column denominator_text varchar;
            alter table bi.measure add column population_text varchar;
            alter table bi.measure add column interval_code varchar default 'none';
            alter table bi.measure add column has_year boolean default true;
            alter table bi.measure add column has_month boolean default true;
            create table bi.dataset as from (values ('absence', 'Frånvaro'), ('unit', 'Enheter'), ('referral', 'Ärenden'))
                listed (dataset, dataset_label);
            create table bi.staff_group as from (values ('2062', 'alla', 'alla', 'Alla'), ('0380', 'alla', 'alla', 'Alla'), ('2062', 'kon', 'kvinna', 'Kvinnor'))
                listed (municipality_code, split_code, group_code, group_label);
            create table bi.action_plan (plan_id varchar, municipality_code varchar, municipality_name varchar, plan_name varchar,
                started_on date, ended_on date, what varchar, source varchar);
            create table bi.plan_effect (plan_id varchar, municipality_code varchar, measure_code varchar, peer_group_code varchar,
                period_type varchar, before_from date, after_from date, value_before decimal(18, 6), value_after decimal(18, 6),
                change decimal(18, 6), comparison_change decimal(18, 6), effect decimal(18, 6), comparisons integer,
                p_value decimal(18, 6), smallest_p_value decimal(18, 6), status varchar, plan_verdict_code varchar, warning_text varchar);
            create table bi.plan_course (plan_id varchar, measure_code varchar, peer_group_code varchar, month date,
                months_from_start integer, value decimal(18, 6), comparison_mean decimal(18, 6), comparisons integer);
            create table bi.expected_delivery (municipality_code varchar, dataset varchar, period_from date, period_to date,
                due_on date, state varchar, state_label varchar);
            create table bi.freshness (municipality_code varchar, dataset varchar, last_month date, is_stale boolean, next_due_on date);
            create table bi.delivery (municipality_code varchar, dataset varchar, period varchar, file varchar, rows_read bigint,
                rows_kept bigint, rows_quarantined bigint, rows_replayed bigint, status varchar, is_in_use boolean,
                is_stale boolean, received_at timestamp, delivery_id varchar);
            create table bi.finding (municipality_code varchar, dataset varchar, delivery_id varchar, finding_code varchar,
                severity_code varchar, finding_text varchar, finding_count bigint);
            create table bi.revision (municipality_code varchar, measure_code varchar, split_code varchar, group_code varchar,
                period_type varchar, period_start date, change_code varchar, old_value decimal(18, 6), new_value decimal(18, 6),
                old_status varchar, new_status varchar, old_definition_version varchar, new_definition_version varchar,
                cause_code varchar, delivery_id varchar, since_release_id varchar, release_id varchar);
            create table bi.example_query (question_no integer, asked_by varchar, question varchar, query varchar, mind varchar);
            """;

    private SmallRelease() {}

    /** Its file, with what the test adds, as the pages ask it. */
    static Queries with(Path folder, String... statements) throws IOException, SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(Releases.SERVED_FILE));
                Statement statement = connection.createStatement()) {
            statement.execute("create schema bi; create schema meta;");
            statement.execute(TABLES);
            for (String word : WORDS) {
                statement.execute(Files.readString(Repository.path("sql/60_bi/" + word + ".sql"))
                        .replace("create or replace view", "create table")
                        .replace("comment on view", "comment on table"));
            }
            for (String added : statements) {
                statement.execute(added);
            }
        }
        return Queries.of(folder, new Limits("256MB", 1));
    }

    /** A page as it is written. */
    static String html(String template, Object page) {
        var output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("pages/" + template + ".jte", page, output);
        return output.toString();
    }
}
