package se.trivsel.job;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.warehouse.Repository;

/** What analysts and BI tools find in the release of the samples, opened as they open it. */
class PublishedSamplesTest {
    private static final Pattern RELATION = Pattern.compile("(?m)^ +(\\w+) \\|\\|--o\\{ (\\w+) : \"([^\"]+)\"$");
    private static final Pattern ENTITY = Pattern.compile("(?m)^ {4}(\\w+) \\{\\n([^}]*)}");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?m)^ +(\\w+) (\\w+)((?: PK)?,?(?: FK)?)$");

    @TempDir
    private static Path folder;

    private static SmallWorld world;

    @BeforeAll
    static void publish() throws IOException {
        world = new SmallWorld(folder);
        try (Stream<Path> senders = Files.list(Repository.path("data-samples/inbox"))) {
            senders.sorted()
                    .forEach(sender -> world.receives(sender.getFileName().toString()));
        }
        assertThat(world.runs()).as(world.output()).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void everyExampleQueryHasAnAnswer() {
        List<List<String>> examples =
                world.asks("select question_no, question, query from bi.example_query where query is not null");

        var answers = new SoftAssertions();
        examples.forEach(example -> answers.assertThat(world.asks(example.get(2)))
                .as("Question %s: %s", example.get(0), example.get(1))
                .isNotEmpty());
        answers.assertAll();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void theQuestionsAreNumberedWithoutAGap() {
        assertThat(world.asks("select min(question_no), max(question_no) = count(distinct question_no), count(*)"
                        + " = count(distinct question_no) from bi.example_query"))
                .containsExactly(List.of("1", "true", "true"));
    }

    @Test
    void thePeersOfAMunicipalityAreThoseOfEachOfItsGroupsWithItself() {
        assertThat(world.asks("select peer_group_code, string_agg(municipality_name, ', ' order by sort_order)"
                        + " from bi.peers('2062') where peer_group_code in ('alla', 'C9') group by all order by all"))
                .containsExactly(
                        List.of("C9", "Leksand, Mora, Simrishamn"),
                        List.of(
                                "alla",
                                "Karlskrona, Leksand, Linköping, Mora, Nyköping, Simrishamn, Skövde, Trollhättan,"
                                        + " Uppsala, Örebro"));
        assertThat(world.asks("select distinct municipality_name from bi.peers('2062') where is_itself"))
                .containsExactly(List.of("Mora"));
        assertThat(world.asks("from bi.peers('0001')")).isEmpty();
    }

    @Test
    void aTrendIsEveryYearBesideTheMedianOfAllThatHaveAValue() {
        assertThat(world.asks("select year, round(value, 6), round(median, 6), peer_count, status"
                        + " from bi.trend('SF_TOT', '2062') order by year"))
                .hasSize(4)
                .isEqualTo(world.asks("""
                        select year(period_start),
                            round(max(value) filter (where municipality_code = '2062'), 6),
                            round(median(value), 6), count(value), 'ok'
                        from bi.measure_value
                        where measure_code = 'SF_TOT' and period_type = 'year' and group_code = 'alla'
                        group by period_start
                        order by period_start
                        """));
    }

    @Test
    void aTrendKeepsTheYearsWithoutAValueAndSaysWhy() {
        assertThat(world.asks("select year, status from bi.trend('PO_KOLADA', '0380') where value is null"))
                .containsExactly(List.of("2014", "incomplete"));
    }

    @Test
    void theWideViewsHoldTheFiguresOfTheLongTable() {
        String wide = Stream.of("staff", "health", "case", "cost")
                .map(subject -> "select municipality_code, year, upper(name) as measure_code, figure from (unpivot bi."
                        + subject + "_year on columns(* exclude (municipality_code, municipality_name, year))"
                        + " into name name value figure)")
                .collect(joining(" union all "));

        assertThat(world.asks("""
                        with wide as (%s),
                        tall as (
                            select municipality_code, year(period_start) as year, measure_code, value as figure
                            from bi.measure_value
                            where period_type = 'year' and group_code = 'alla' and status = 'ok'
                        )
                        (from wide except from tall) union all (from tall except from wide)
                        """.formatted(wide))).isEmpty();
        assertThat(world.asks("select count(*) from bi.health_year")).containsExactly(List.of("40"));
    }

    @Test
    void theModelHasEveryTableAndEveryColumnThatIsAKey() throws IOException {
        Map<String, Set<String>> columnsByTable = new TreeMap<>();
        world.asks("""
                select table_name, lower(regexp_extract(data_type, '^[A-Z]+')) || ' ' || column_name
                from duckdb_columns()
                where schema_name in ('bi', 'meta') and database_name = current_database()
                """)
                .forEach(column -> columnsByTable
                        .computeIfAbsent(column.get(0), first -> new TreeSet<>())
                        .add(column.get(1)));

        Map<String, Map<String, String>> entities = entities();
        assertThat(entities.keySet()).isEqualTo(columnsByTable.keySet());
        columnsByTable.forEach((table, columns) -> {
            Set<String> drawn = entities.get(table).keySet();
            assertThat(columns).as(table).containsAll(drawn);
            assertThat(drawn)
                    .as(table)
                    .containsAll(columns.stream()
                            .filter(column -> column.matches(".*_(code|id|no)"))
                            .toList());
        });
    }

    @Test
    void theKeysOfTheModelTellRowsApart() throws IOException {
        entities().forEach((table, columns) -> {
            String key = columns.entrySet().stream()
                    .filter(column -> column.getValue().contains("PK"))
                    .map(column -> column.getKey().split(" ")[1])
                    .collect(joining(", "));
            assertThat(key).as(table).isNotEmpty();
            assertThat(world.asks("select " + key + " from " + qualified(table) + " group by all having count(*) > 1"))
                    .as("%s (%s)", table, key)
                    .isEmpty();
        });
    }

    @Test
    void whatTheModelJoinsIsThere() throws IOException {
        Map<String, Map<String, String>> entities = entities();
        assertThat(RELATION.matcher(model()).results()).isNotEmpty().allSatisfy(relation -> {
            String one = qualified(relation.group(1));
            String many = qualified(relation.group(2));
            String columns = relation.group(3);
            assertThat(world.asks("select count(*) = count(distinct (%s)) from %s".formatted(columns, one)))
                    .as("One row of %s for each %s", one, columns)
                    .containsExactly(List.of("true"));
            assertThat(world.asks("select %s from %s except select %1$s from %s".formatted(columns, many, one)))
                    .as("What %s has and %s lacks", many, one)
                    .isEmpty();
            assertThat(columns.split(", "))
                    .as("Drawn in %s", many)
                    .allMatch(column -> entities.get(relation.group(2)).entrySet().stream()
                            .anyMatch(drawn -> drawn.getKey().endsWith(" " + column)
                                    && drawn.getValue().contains("FK")));
        });
    }

    /** The tables of the model, and of each its columns, as {@code varchar status}, with what they are marked as. */
    private static Map<String, Map<String, String>> entities() throws IOException {
        Map<String, Map<String, String>> entities = new TreeMap<>();
        ENTITY.matcher(model()).results().forEach(entity -> {
            Map<String, String> columns = new LinkedHashMap<>();
            ATTRIBUTE
                    .matcher(entity.group(2))
                    .results()
                    .forEach(column -> columns.put(column.group(1) + " " + column.group(2), column.group(3)));
            entities.put(entity.group(1), columns);
        });
        return entities;
    }

    private static String qualified(String table) {
        return table.equals("release") ? "meta.release" : "bi." + table;
    }

    private static String model() throws IOException {
        return Files.readString(Repository.path("docs/bi/model.md"));
    }
}
