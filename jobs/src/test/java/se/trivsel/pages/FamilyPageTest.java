package se.trivsel.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilyPageTest {
    private static final String TABLES = """
            create table bi.headline as from (values
                ('2062', 'SF_TOT', 'alla', 'year', date '2017-01-01'), ('2062', 'ANST', 'alla', 'year', date '2017-01-01'))
                listed (municipality_code, measure_code, group_code, period_type, period_start);
            create table bi.measure_value as from (values
                ('2062', 'SF_TOT', 'alla', 'alla', 'year', date '2017-01-01', null, null, null, null, null, 'suppressed', ''),
                ('2062', 'ANST', 'alla', 'alla', 'year', date '2017-01-01', 29.33, null, null, 29, null, 'ok', ''))
                listed (municipality_code, measure_code, split_code, group_code, period_type, period_start, value,
                    lower_bound, upper_bound, n, denominator, status, cautions);
            create table bi.benchmark (municipality_code varchar, measure_code varchar, split_code varchar, group_code varchar,
                period_type varchar, period_start date, division_code varchar, peer_group_code varchar, peer_status varchar,
                lower_quartile decimal(18, 6), median decimal(18, 6), upper_quartile decimal(18, 6), weighted_mean decimal(18, 6),
                upper_limit_95 decimal(18, 6), upper_limit_998 decimal(18, 6), verdict_code varchar)""";

    @TempDir
    private Path folder;

    @Test
    void aMeasureThatIsNotShownIsThereWithTheReason() throws IOException, SQLException {
        FamilyPage page = page("Sjukfrånvaro");

        assertThat(page.sections()).isEmpty();
        assertThat(page.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.reason()).startsWith("Visas inte: ");
            assertThat(missing.measures()).containsExactly(new Frame.Link("matt/sf_tot.html", "Sjukfrånvaro"));
        });
        assertThat(SmallRelease.html("family", page)).contains("Mått utan värden som visas");
    }

    @Test
    void aMeasureWithACourseIsNotMissing() throws IOException, SQLException {
        FamilyPage page = page("Bemanning");

        assertThat(page.sections()).extracting(FamilyPage.Section::name).isEqualTo(List.of("Månadsavlönade"));
        assertThat(page.missing()).isEmpty();
        assertThat(SmallRelease.html("family", page)).doesNotContain("Mått utan värden som visas");
    }

    private FamilyPage page(String family) throws IOException, SQLException {
        try (Queries queries = SmallRelease.with(folder, TABLES.split(";"))) {
            Catalogue catalogue = Catalogue.read(queries);
            Municipality mora = catalogue.municipality("2062");
            return FamilyPage.of(
                    mora, family, catalogue, new Figures(queries, catalogue), Figures.course(queries, mora));
        }
    }
}
