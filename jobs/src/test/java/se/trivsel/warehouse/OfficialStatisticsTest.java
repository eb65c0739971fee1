package se.trivsel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import se.trivsel.SharedData;

/**
 * Official figures of others, worked out from the numbers they were published with, by our own division and our own means.
 *
 * <p>England's children's social work workforce 2017 to 2021 (Department for Education) and the ages of municipal staff 2016
 * (SKR, table 10). Official figures and their inputs are rounded each by itself: a figure agrees within what rounding can move.
 */
class OfficialStatisticsTest {
    /** The columns of table 10 that are means over employees. */
    private static final String AGES =
            "share_u30_pct, share_30_39_pct, share_40_49_pct, share_50_54_pct, share_55_59_pct,"
                    + " share_60p_pct, mean_age";

    private static AnalystFile file;
    private static SqlTree tree;

    @BeforeAll
    static void buildTheRealTables() throws SQLException {
        tree = SqlTree.read(Repository.path("sql"));
        file = EmptyWarehouse.build(tree);
    }

    @BeforeEach
    void nothingGiven() throws SQLException {
        file.execute("delete from value.measure_value");
        file.execute("delete from core.peer_membership");
    }

    @AfterAll
    static void letGo() throws SQLException {
        file.close();
    }

    @Test
    void turnoverAgencyVacancyAbsenceAndCaseloadAgreeWhereTheFileSaysSo(TestReporter reporter) throws SQLException {
        workforceOfEngland();

        List<String> differing = rows("""
                select concat_ws(' ', status, year, area, kpi, 'official', official, 'ours', value)
                from england
                where not agrees
                order by all
                """);
        reporter.publishEntry("does not agree", String.join("\n", differing));

        assertThat(rows("select kpi from england where status = 'match' and not agrees"))
                .isEmpty();
        assertThat(rows("select status || ' ' || count(*) from england where not agrees group by status"))
                .containsExactlyInAnyOrder(
                        "fte_rounding 28",
                        "aggregate_of_incomplete_areas 4",
                        "small_base_rounding 3",
                        "official_missing 2",
                        "suppressed_or_missing 11");
        assertThat(rows("select concat_ws(' ', year, area, kpi) from england where status <> 'match' and agrees"))
                .as("nobody in post and one from an agency: all are, and all posts are vacant; the file has no figure")
                .containsExactlyInAnyOrder(
                        "2021 Isles of Scilly agency_rate_headcount",
                        "2021 Isles of Scilly agency_rate_fte",
                        "2021 Isles of Scilly vacancy_rate_fte");
    }

    @Test
    void everyFigureThatTheFileWorkedOutIsOursToFourDecimals() throws SQLException {
        workforceOfEngland();

        assertThat(rows("select kpi from england where computed is not null")).hasSize(1_266);
        assertThat(rows("""
                select concat_ws(' ', year, area, kpi, computed, value)
                from england
                where computed is not null
                    and not coalesce(abs(value - cast(computed as decimal(18, 6))) <= 0.00005, false)
                """)).isEmpty();
    }

    @Test
    void nobodyInPostIsNoFigureAndNotZero() throws SQLException {
        workforceOfEngland();

        assertThat(rows("select kpi from england where divisor = 0")).isNotEmpty();
        assertThat(rows("select kpi from england where divisor = 0 and value is not null"))
                .isEmpty();
    }

    @Test
    void theMunicipalitiesSumToTheCountiesAndToTheCountry() throws SQLException {
        staffOfMunicipalities();

        assertThat(rows("select count(distinct municipality_code) from value.measure_value"))
                .containsExactly("290");
        assertThat(rows("""
                with summed as (
                    select peer_group_code as name, sum(denominator) as employees
                    from value.measure_value
                    inner join core.peer_membership using (municipality_code)
                    where measure_code = 'mean_age'
                    group by all
                )
                select concat_ws(' ', table_10.name, table_10.employees, summed.employees)
                from table_10
                left join summed using (name)
                where (level = 'county_official' or name = 'Alla kommuner')
                    and table_10.employees is distinct from summed.employees
                """)).isEmpty();
    }

    /** Each share of a municipality is off by 0.05 at most, so their mean is too, and the official one by as much again. */
    @Test
    void theWeightedMeanIsTheOfficialFigureOfTheCounty() throws SQLException {
        staffOfMunicipalities();

        assertThat(rows(besidesOfficial("weighted_mean", "<= 0.1"))).hasSize(20 * 7);
        assertThat(rows(besidesOfficial("weighted_mean", "> 0.1"))).isEmpty();
    }

    @Test
    void theUnweightedMeanIsAnother() throws SQLException {
        staffOfMunicipalities();

        assertThat(rows(besidesOfficial("unweighted_mean", "> 0.1"))).hasSizeGreaterThan(20 * 7 / 2);
    }

    @Test
    void aCountyThatIsOneMunicipalityHasNoMean() throws SQLException {
        staffOfMunicipalities();

        assertThat(rows("""
                select distinct name
                from table_10
                where level = 'county_official'
                    and name not in (select peer_group_code from benchmark.peer_mean)
                """)).containsExactly("Gotlands län");
    }

    @Test
    void theCountryIsTheSameByMunicipalitiesByCountiesAndByGroups() throws SQLException {
        staffOfMunicipalities();
        given("level in ('county_official', 'skr_group_official_2017_division')", "level");

        assertThat(rows("""
                with country as (
                    select measure_code, weighted_mean
                    from benchmark.peer_mean
                    where peer_group_code
                        in ('Alla kommuner', 'county_official', 'skr_group_official_2017_division')
                )
                select measure_code
                from country
                group by all
                having count(*) = 3 and max(weighted_mean) - min(weighted_mean) <= 0.1
                """)).hasSize(7);
    }

    @Test
    void theMedianHasAsManyMunicipalitiesBelowItAsAbove() throws SQLException {
        staffOfMunicipalities();

        assertThat(rows("""
                select measure_code
                from benchmark.peer_statistics
                inner join core.peer_membership using (peer_group_code)
                inner join value.measure_value using (measure_code, municipality_code)
                where peer_status = 'ok'
                group by measure_code, peer_group_code, peer_count
                having count(*) = peer_count
                    and count(*) filter (where value < median) * 2 <= peer_count
                    and count(*) filter (where value > median) * 2 <= peer_count
                """)).hasSize(21 * 7);
    }

    /** The table {@code england}: each official figure with ours, by the numbers and the formula that the file states. */
    private static void workforceOfEngland() throws SQLException {
        file.execute("""
                create or replace temp table england as
                with divided as (
                    select
                        *,
                        case formula when 'a/b' then 1 else 100 end * try_cast(a as double) as dividend,
                        case formula
                            when 'a/b' then try_cast(b as double)
                            when '100*a/b' then try_cast(b as double)
                            when '100*a/(a+b)' then try_cast(a as double) + try_cast(b as double)
                            when '100*a/(b*253)' then 253 * try_cast(b as double)
                        end as divisor
                    from read_csv(%s, all_varchar = true)
                )
                select
                    *,
                    dec6(ratio(dividend, divisor)) as value,
                    coalesce(abs(value - try_cast(official as decimal(18, 6))) <= 0.05, false) as agrees
                from divided
                """.formatted(path("oracle_dfe_csww_2017-2021.csv")));
    }

    /** The 290 municipalities, each in its county and in the country, and what is worked out of them. */
    private static void staffOfMunicipalities() throws SQLException {
        file.execute("create or replace temp table table_10 as from read_csv(%s)"
                .formatted(path("oracle_skl_tabell10_2016.csv")));
        given("level = 'municipality'", "county");
        given("level = 'municipality'", "'Alla kommuner'");
    }

    private static void given(String which, String peerGroup) throws SQLException {
        file.execute("insert into core.peer_membership (municipality_code, peer_group_code) select name, " + peerGroup
                + " from table_10 where " + which);
        file.execute("""
                insert into value.measure_value
                    (measure_code, municipality_code, split_code, group_code, period_type, period_start, value, numerator,
                    denominator, status)
                select measure_code, name, 'alla', 'alla', 'year', date '2016-01-01', figure, figure * employees, employees, 'ok'
                from (unpivot table_10 on %s into name measure_code value figure)
                where %s and name not in (select municipality_code from value.measure_value)
                """.formatted(AGES, which));
        file.runAsTable(tree.file("sql/50_benchmark/peer_mean.sql"));
        file.runAsTable(tree.file("sql/50_benchmark/peer_statistics.sql"));
    }

    private static String besidesOfficial(String mean, String difference) {
        return """
                select concat_ws(' ', name, measure_code, official, %1$s)
                from (unpivot table_10 on %2$s into name measure_code value official)
                inner join benchmark.peer_mean using (measure_code)
                where level = 'county_official' and peer_group_code = name and abs(%1$s - official) %3$s
                """.formatted(mean, AGES, difference);
    }

    private static String path(String name) {
        return AnalystFile.quoted(SharedData.path("kpi/" + name).toString());
    }

    private static List<String> rows(String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (Statement statement = file.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
