package se.trivsel.contract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.trivsel.GeneratedPage;
import se.trivsel.warehouse.Repository;

/** The wide views of {@code bi}: a column for each measure that is given for calendar years. */
class WideViewsTest {
    private record Subject(String purpose, String comment, List<String> families) {}

    private static final Map<String, Subject> SUBJECTS = Map.of(
            "staff_year",
            new Subject(
                    "Staff", "Personal", List.of("Personalomsättning", "Bemanning", "Arbetstid", "Karriär och lön")),
            "health_year",
            new Subject(
                    "Sick leave, surveys and requirements on the work environment",
                    "Sjukfrånvaro, medarbetarmätningar och arbetsmiljökrav",
                    List.of("Sjukfrånvaro", "Medarbetarmätning", "Arbetsmiljökrav")),
            "case_year",
            new Subject(
                    "Cases and the law's time limits",
                    "Ärenden och lagstadgade tider",
                    List.of("Ärenden och kö", "Lagstadgade tider")),
            "cost_year",
            new Subject(
                    "Services, placements and hired staff",
                    "Insatser, placeringar och inhyrd personal",
                    List.of("Insatser", "Placeringar", "Inhyrd personal")));
    private static final Map<String, String> UNITS = Map.of(
            "share",
            "andel, 0,12 för 12 procent",
            "ratio",
            "kvot",
            "count",
            "antal",
            "days",
            "dagar",
            "hours",
            "timmar",
            "sek",
            "kronor",
            "index",
            "index, 0 till 100");

    @ParameterizedTest
    @ValueSource(strings = {"staff_year", "health_year", "case_year", "cost_year"})
    void aViewHasAColumnForEachMeasureOfItsSubject(String view) throws IOException {
        Map<String, Measure> measureByColumn = new LinkedHashMap<>();
        measures().stream()
                .filter(measure -> SUBJECTS.get(view).families().contains(measure.family()))
                .filter(measure -> measure.periodTypes().contains("year"))
                .forEach(measure -> measureByColumn.put(measure.code().toLowerCase(Locale.ROOT), measure));

        new GeneratedPage("sql/60_bi", view + ".sql", sql("bi." + view, SUBJECTS.get(view), measureByColumn))
                .isWhatIsCommitted();
    }

    @Test
    void everyMeasureBelongsToASubjectAndHasItsUnitInWords() throws IOException {
        assertThat(UNITS.keySet())
                .containsAll(measures().stream().map(Measure::unit).toList());
        assertThat(SUBJECTS.values())
                .flatExtracting(Subject::families)
                .doesNotHaveDuplicates()
                .containsAll(measures().stream().map(Measure::family).toList());
    }

    private static Collection<Measure> measures() throws IOException {
        return ConfigurationReader.read(Repository.path("config")).measures().values();
    }

    private static String sql(String view, Subject subject, Map<String, Measure> measureByColumn) {
        String columns = measureByColumn.entrySet().stream()
                .map(column -> "    max(value) filter (where measure_code = '%s') as %s"
                        .formatted(column.getValue().code(), column.getKey()))
                .collect(joining(",\n"));
        String comments = measureByColumn.entrySet().stream()
                .map(column -> "comment on column %s.%s is '%s (%s)';\n"
                        .formatted(
                                view,
                                column.getKey(),
                                column.getValue().name(),
                                UNITS.get(column.getValue().unit())))
                .collect(joining());
        return """
                -- %s: a column a measure, for tools and people that want one row a municipality and year.
                -- Written by WideViewsTest from config/measures. Where a column is null, bi.measure_value says why.
                -- Grain: one row per municipality and calendar year.
                create or replace view %s as
                select
                    municipality_code,
                    municipality_name,
                    cast(year(period_start) as int) as year,
                %s
                from value.measure_value
                inner join core.municipality using (municipality_code)
                where period_type = 'year' and group_code = 'alla'
                group by all;

                comment on view %2$s is '%s: ett mått per kolumn, hela kommunen; saknas ett värde säger bi.measure_value varför';
                comment on column %2$s.municipality_code is 'Kommunens fyrsiffriga kod';
                comment on column %2$s.municipality_name is 'Kommunens namn';
                comment on column %2$s.year is 'Kalenderår';
                """.formatted(subject.purpose(), view, columns, subject.comment()) + comments;
    }
}
