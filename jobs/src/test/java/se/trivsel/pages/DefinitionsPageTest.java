package se.trivsel.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsPageTest {
    @TempDir
    private Path folder;

    @Test
    void everyMeasureHasALineInItsFamilyThatLeadsToItsPage() throws IOException, SQLException {
        DefinitionsPage page = page();

        assertThat(page.lead()).startsWith("2 mått i 2\u00a0områden.");
        assertThat(page.families())
                .extracting(DefinitionsPage.Family::name)
                .containsExactly("Bemanning", "Sjukfrånvaro");
        assertThat(page.families().get(1).measures())
                .containsExactly(new DefinitionsPage.Line(
                        new Frame.Link("matt/sf_tot.html", "Sjukfrånvaro"),
                        "SF_TOT",
                        "1.2.0",
                        "1 januari 2016",
                        "andel, %",
                        "lågt är bra",
                        "11",
                        "N00090"));
    }

    @Test
    void aMeasureThatIsNotAboutPersonsIsShownOfAll() throws IOException, SQLException {
        DefinitionsPage.Line staff = page().families().get(0).measures().get(0);

        assertThat(List.of(staff.smallestGroup(), staff.direction(), staff.official()))
                .containsExactly("alla", "varken eller", "");
    }

    @Test
    void everySignForWhatIsMissingIsExplained() throws IOException, SQLException {
        assertThat(page().missing())
                .extracting(DefinitionsPage.Missing::sign)
                .containsExactlyInAnyOrder("-", "-", "-", ".", ".", ".", "..");
    }

    @Test
    void aGroupTellsWhereItsDivisionStands() throws IOException, SQLException {
        DefinitionsPage page = page("""
                insert into bi.peer_group values
                    ('C9', 'Landsbygdskommun', 5, 'skr', 'SKR:s indelning', 2023, null, 'SKR, 2022', 1),
                    ('B3', 'Större stad', 5, 'skr', 'SKR:s indelning', 2023, null, 'SKR, 2022', 2),
                    ('alla', 'Alla kommuner', 10, 'alla', 'Alla kommuner', null, null, null, 3)""");

        assertThat(page.sources()).containsExactly(new DefinitionsPage.Source("SKR:s indelning 2023", "SKR, 2022"));
    }

    @Test
    void aNameIsNeverMarkup() throws IOException, SQLException {
        DefinitionsPage page =
                page("update bi.measure set measure_name = '<script>alert(1)</script>' where measure_code = 'ANST'");

        assertThat(SmallRelease.html("definitions", page))
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }

    private DefinitionsPage page(String... statements) throws IOException, SQLException {
        try (Queries queries = SmallRelease.with(folder, statements)) {
            return DefinitionsPage.of(Catalogue.read(queries), queries);
        }
    }
}
