package se.trivsel.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalystsPageTest {
    @TempDir
    private Path folder;

    @Test
    void anAnswerIsInSwedishAndWhatIsMissingIsEmpty() throws IOException, SQLException {
        AnalystsPage.Answer answer = ask("""
                select 2015 as year, 1234567 as rows, 0.00005 as value, null::integer as n, 1e-7::double as small,
                    date '2015-03-31' as day, true as is_late, timestamp '2015-01-31 11:00:00' as at, 'Å' as name
                """);

        assertThat(answer.rows())
                .containsExactly(List.of(
                        "2015",
                        "1\u00a0234\u00a0567",
                        "0,0001",
                        "",
                        "0",
                        "31 mars 2015",
                        "ja",
                        "31 januari 2015 kl.\u00a012.00",
                        "Å"));
        assertThat(answer.headings())
                .filteredOn(AnalystsPage.Heading::isNumber)
                .extracting(AnalystsPage.Heading::name)
                .containsExactly("year", "rows", "value", "n", "small");
    }

    @Test
    void theFirstRowsOfAnAnswerAreThoseTheQueryPutsFirst() throws IOException, SQLException {
        AnalystsPage.Answer answer = ask("select range as no from range(5000) order by range desc;");

        assertThat(answer.rows()).hasSize(10).startsWith(List.of("4999"), List.of("4998"));
        assertThat(answer.isCut()).isTrue();
    }

    @Test
    void tenRowsAreAWholeAnswer() throws IOException, SQLException {
        AnalystsPage.Answer answer = ask("from range(10)");

        assertThat(answer.rows()).hasSize(10);
        assertThat(answer.isCut()).isFalse();
    }

    @Test
    void aQuestionWithoutAnAnswerSaysSo() throws IOException, SQLException {
        AnalystsPage page = page("""
                insert into bi.example_query values (1, 'Jurist', 'Vad lagras?', null, 'Ingen rad.'),
                    (2, 'Chef', 'Hur många?', 'from bi.delivery', '')""");

        assertThat(SmallRelease.html("analysts", page))
                .contains("Siffrorna kan inte besvara frågan.")
                .contains("Frågan ger inga rader i den här utgåvan.");
    }

    @Test
    void everyTableIsThereWithItsCommentsAndTypes() throws IOException, SQLException {
        AnalystsPage page = page(
                "comment on table bi.municipality is 'Kommuner <b>här</b>'",
                "comment on column bi.municipality.municipality_name is 'Namnet'");

        assertThat(page.tables())
                .extracting(AnalystsPage.TableOfFile::name)
                .contains("meta.release", "bi.measure")
                .isSorted();
        assertThat(page.tables())
                .filteredOn(table -> table.comment().equals("Kommuner <b>här</b>"))
                .singleElement()
                .satisfies(table -> assertThat(table.columns())
                        .contains(new AnalystsPage.Column("municipality_name", "varchar", "Namnet")));
        assertThat(SmallRelease.html("analysts", page)).contains("Kommuner &lt;b&gt;här");
    }

    @Test
    void aKeyIsNamedForItsTableAndExplainsEveryValue() throws IOException, SQLException {
        AnalystsPage page = page(
                "insert into bi.delivery (municipality_code, dataset, status) values ('2062', 'absence', 'accepted')",
                "insert into bi.revision (municipality_code, measure_code, cause_code) values ('2062', 'GONE', 'program')",
                "create table bi.measure_dataset as select 'absence' as dataset, 2015 as year",
                "create table bi.staff_year as select 2015 as year");

        assertThat(page.keys())
                .anySatisfy(key -> assertThat(key)
                        .isEqualTo(new AnalystsPage.Key("cause_code", "bi.revision_cause", List.of("bi.revision"))))
                .anySatisfy(key -> {
                    assertThat(key.column()).isEqualTo("plan_id");
                    assertThat(key.explained()).isEqualTo("bi.action_plan");
                    assertThat(key.tables()).containsExactly("bi.plan_course", "bi.plan_effect");
                })
                .anySatisfy(key -> {
                    assertThat(key.explained()).isEqualTo("bi.measure");
                    assertThat(key.tables()).contains("bi.plan_effect").doesNotContain("bi.revision");
                })
                .noneMatch(key -> key.column().equals("year"))
                .filteredOn(key -> key.column().equals("dataset"))
                .containsExactly(new AnalystsPage.Key(
                        "dataset",
                        "bi.dataset",
                        List.of(
                                "bi.delivery",
                                "bi.expected_delivery",
                                "bi.finding",
                                "bi.freshness",
                                "bi.measure_dataset")));
        assertThat(page.keys())
                .allSatisfy(key -> assertThat(
                                key.column().equals("status") && key.tables().contains("bi.delivery"))
                        .isFalse());
    }

    private AnalystsPage.Answer ask(String query) throws IOException, SQLException {
        String added = "insert into bi.example_query values (1, 'Chef', 'Hur många?', '%s', '')"
                .formatted(query.replace("'", "''"));
        return page(added).questions().get(0).answer();
    }

    private AnalystsPage page(String... statements) throws IOException, SQLException {
        try (Queries queries = SmallRelease.with(folder, statements)) {
            return AnalystsPage.of(queries);
        }
    }
}
