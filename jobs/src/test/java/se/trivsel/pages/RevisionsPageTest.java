package se.trivsel.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionsPageTest {
    private static final String REVISED = """
            insert into bi.revision values ('%s', 'SF_TOT', 'alla', 'alla', 'year', '2016-01-01', 'revised', %s, %s,
                'ok', 'ok', '1.1.0', '%s', '%s', null, 'r0', 'r1')""";

    private static final String WITHDRAWN = """
            insert into bi.revision values ('2062', 'SF_TOT', 'kon', 'kvinna', 'month', '2016-02-01', 'withdrawn', 0.4711, null,
                'ok', %s, '1.1.0', '1.1.0', 'other_figures', null, 'r0', 'r1')""";

    @TempDir
    private Path folder;

    @Test
    void theFirstReleaseHasNothingToBeComparedWith() throws IOException, SQLException {
        assertThat(page(true).headline()).isEqualTo("Det här är den första utgåvan: det finns ingen att jämföra med.");
    }

    @Test
    void aReleaseWithoutChangesSaysSo() throws IOException, SQLException {
        assertThat(page(false).headline()).isEqualTo("Inget värde har ändrats sedan utgåvan före.");
    }

    @Test
    void theLargestChangeComesFirstInItsUnitWithItsCause() throws IOException, SQLException {
        RevisionsPage page = page(
                false,
                REVISED.formatted("2062", "0.100", "0.102", "1.1.0", "corrected_delivery"),
                REVISED.formatted("0380", "0.100", "0.050", "1.2.0", "definition"));

        assertThat(page.headline()).isEqualTo("2 värden har ändrats sedan utgåvan före.");
        assertThat(page.changes())
                .extracting(
                        change -> change.municipality().text(),
                        RevisionsPage.Change::period,
                        RevisionsPage.Change::before,
                        RevisionsPage.Change::after,
                        RevisionsPage.Change::cause)
                .containsExactly(
                        tuple(
                                "Uppsala",
                                "2016",
                                "10,0\u00a0%",
                                "5,0\u00a0%",
                                "Måttet har en ny definition (1.1.0 → 1.2.0)"),
                        tuple("Mora", "2016", "10,0\u00a0%", "10,2\u00a0%", "Kommunen har rättat en leverans"));
    }

    @Test
    void whatAWithdrawnFigureWasIsNotTold() throws IOException, SQLException {
        RevisionsPage page = page(false, WITHDRAWN.formatted("'suppressed'"));

        assertThat(page.changes())
                .extracting(
                        RevisionsPage.Change::group,
                        RevisionsPage.Change::period,
                        RevisionsPage.Change::before,
                        RevisionsPage.Change::after)
                .containsExactly(tuple("Kvinnor", "februari 2016", "visades", ".."));
        assertThat(page.changes().get(0).reason()).startsWith("Visas inte: så få");
        assertThat(SmallRelease.html("revisions", page)).doesNotContain("47,1", "4711");
    }

    @Test
    void aFigureOfAMeasureThatIsGoneIsKnownByItsCode() throws IOException, SQLException {
        RevisionsPage page =
                page(false, WITHDRAWN.formatted("null"), "delete from bi.measure where measure_code = 'SF_TOT'");

        assertThat(page.changes().get(0).links())
                .containsExactly(new Frame.Link("kommun/2062.html", "Mora"), new Frame.Link("", "SF_TOT"));
        assertThat(page.changes().get(0).reason()).isEqualTo("Räknas inte längre");
        assertThat(SmallRelease.html("revisions", page)).doesNotContain("href=\"\"");
    }

    @Test
    void changesAreCountedByCauseMunicipalityAndMeasure() throws IOException, SQLException {
        RevisionsPage page = page(
                false,
                REVISED.formatted("2062", "0.100", "0.102", "1.1.0", "corrected_delivery"),
                WITHDRAWN.formatted("'suppressed'"),
                "update bi.revision set cause_code = 'corrected_delivery'");

        assertThat(page.causes())
                .containsExactly(
                        new RevisionsPage.Count(new Frame.Link("", "Kommunen har rättat en leverans"), "1", "1", "0"));
        assertThat(page.municipalities())
                .extracting(count -> count.what().text())
                .containsExactly("Mora");
        assertThat(page.measures()).extracting(count -> count.what().text()).containsExactly("Sjukfrånvaro");
    }

    @Test
    void changesThatThePageHasNoRoomForAreCounted() throws IOException, SQLException {
        RevisionsPage page = page(false, """
                insert into bi.revision
                select '2062', 'ANST', 'alla', 'alla', 'month', month, 'revised', 10, 11, 'ok', 'ok', '1.1.0', '1.1.0', 'program', null, 'r0', 'r1'
                from range(date '2000-01-01', date '2017-01-01', interval 1 month) months (month)""");

        assertThat(page.changes()).hasSize(200);
        assertThat(page.remainder()).isEqualTo("4\u00a0ändringar till visas inte här.");
    }

    private RevisionsPage page(boolean isFirst, String... statements) throws IOException, SQLException {
        try (Queries queries = SmallRelease.with(folder, statements)) {
            return RevisionsPage.of(Catalogue.read(queries), queries, isFirst);
        }
    }
}
