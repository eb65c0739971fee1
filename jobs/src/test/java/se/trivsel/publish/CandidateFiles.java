package se.trivsel.publish;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import se.trivsel.warehouse.Limits;

/** Builds small analyst files as the warehouse leaves them: views in {@code bi} over tables below. */
public final class CandidateFiles {
    public static final Limits LIMITS = new Limits("512MB", 1);

    private CandidateFiles() {}

    /** A candidate with three measures, one of them missing; the share is the one thing that differs. */
    public static Candidate candidate(Path folder, String releaseId, String share) throws SQLException {
        return candidateOf(folder, releaseId, """
                create schema core;
                create macro days_between(first_day, last_day) as date_diff('day', first_day, last_day);
                create table core.headcount as
                select * from (values
                    ('0380', 'Uppsala', %s, 12::hugeint, date '2015-01-01', 'ok'),
                    ('2062', 'Mora', 0.6, 5, date '2015-01-01', 'ok'),
                    ('0480', 'Nyköping', null, null, date '2015-01-01', 'not_delivered')
                ) as row (municipality_code, municipality_name, value, persons, period_start, status);
                create view bi.measure_value as
                select headcount.*, days_between(date '2015-01-01', date '2015-02-01') as days, release_id
                from core.headcount, meta.release;
                comment on view bi.measure_value is 'Alla mått, ett värde per rad: ''okänt'' är aldrig noll';
                comment on column bi.measure_value.value is 'Måttets värde';
                create view bi.municipality as select municipality_code, municipality_name from core.headcount;
                comment on view bi.municipality is 'Kommuner';
                """.formatted(share));
    }

    /** A candidate with the views that a test brings itself. */
    public static Candidate candidateOf(Path folder, String releaseId, String views) throws SQLException {
        var file = folder.resolve("candidate-" + releaseId + ".duckdb");
        var asOf = releaseId.substring(0, 10);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create schema meta;
                    create schema bi;
                    create schema protected;
                    create table protected.pseudonym (municipality_code varchar, protected_key varchar);
                    create schema basis;
                    create table basis.protected_line (delivery_id varchar, line_no integer);
                    create table meta.release as
                    select '%s' as release_id, date '%s' as as_of, timestamp '2018-01-08 02:30:%02d' as published_at,
                        '0.1.0' as code_version, 'd1' as definition_version;
                    create table meta.parameter as select 'secret' as parameter_name;
                    """.formatted(releaseId, asOf, Integer.parseInt(releaseId.substring(11))));
            statement.execute(views);
        }
        return new Candidate(
                file,
                "definitions",
                "input",
                List.of(new ReleasedDelivery("0380-absence-2015", "ab12")),
                List.of(new CheckOutcome("shares_are_in_range", "error", true, 0)),
                ReleasePart.NONE);
    }
}
