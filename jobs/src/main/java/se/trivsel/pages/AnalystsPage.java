package se.trivsel.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.trivsel.chart.Caption;
import se.trivsel.chart.EntityDiagram;
import se.trivsel.report.SwedishDates;
import se.trivsel.report.SwedishNumbers;

/**
 * For those who ask the served file themselves: its tables, how they are joined, and questions with their answers.
 *
 * <p>The answers are those of this release; a question may have none in it.
 *
 * @param relations the keys as a drawing
 */
public record AnalystsPage(
        Frame frame,
        List<TableOfFile> tables,
        List<Macro> macros,
        List<Key> keys,
        String relations,
        List<Question> questions) {
    private static final int MOST_ROWS = 10;
    private static final int MOST_DECIMALS = 4;
    private static final String NUMBERS = ".*INT|HUGEINT|INTEGER|DOUBLE|FLOAT|DECIMAL.*";

    /** A table, whose name has its schema. */
    public record TableOfFile(String name, String comment, List<Column> columns) {
        public TableOfFile {
            columns = List.copyOf(columns);
        }
    }

    /** A column of a table, as the file describes it. */
    public record Column(String name, String type, String comment) {}

    /** A question with parameters that the file answers. */
    public record Macro(String call, String comment) {}

    /** A column by which tables are joined: the one that explains it, and those that have it. */
    public record Key(String column, String explained, List<String> tables) {
        public Key {
            tables = List.copyOf(tables);
        }
    }

    /**
     * A question that people have.
     *
     * @param query empty where the figures cannot answer it
     */
    public record Question(int no, String askedBy, String question, String mind, String query, Answer answer) {}

    /**
     * The first rows that a query gives.
     *
     * @param isCut whether there are more rows than these
     */
    public record Answer(List<Heading> headings, List<List<String>> rows, boolean isCut) {
        static final Answer NONE = new Answer(List.of(), List.of(), false);

        public Answer {
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A column of an answer.
     *
     * @param isNumber whether what stands under it is aligned as numbers are
     */
    public record Heading(String name, boolean isNumber) {}

    public AnalystsPage {
        tables = List.copyOf(tables);
        macros = List.copyOf(macros);
        keys = List.copyOf(keys);
        questions = List.copyOf(questions);
    }

    static AnalystsPage of(Queries queries) throws SQLException {
        List<TableOfFile> tables = tables(queries);
        List<Key> keys = keys(queries, tables);
        var questions = new ArrayList<Question>();
        for (Question asked : queries.list("from bi.example_query order by question_no", AnalystsPage::question)) {
            questions.add(
                    asked.query().isEmpty()
                            ? asked
                            : new Question(
                                    asked.no(),
                                    asked.askedBy(),
                                    asked.question(),
                                    asked.mind(),
                                    asked.query(),
                                    answer(queries, asked.query())));
        }
        return new AnalystsPage(
                Frame.at(
                        Addresses.ANALYSTS.address(),
                        Addresses.ANALYSTS.text(),
                        "Hur filen öppnas, vilka tabeller den har och vanliga frågor med svar.",
                        Addresses.START),
                tables,
                queries.list("""
                        select distinct
                            'bi.' || function_name || '(' || array_to_string(parameters, ', ') || ')' as call,
                            coalesce(comment, '') as comment
                        from duckdb_functions()
                        where database_name = current_database() and schema_name = 'bi'
                        order by call""", row -> new Macro(row.getString(1), row.getString(2))),
                keys,
                relations(keys),
                questions);
    }

    private static List<TableOfFile> tables(Queries queries) throws SQLException {
        Map<String, TableOfFile> tables = new LinkedHashMap<>();
        queries.list("""
                select
                    described.schema_name || '.' || described.table_name as name,
                    coalesce(described.comment, '') as table_comment,
                    column_name,
                    data_type,
                    coalesce(columns.comment, '') as column_comment
                from duckdb_tables() as described
                inner join duckdb_columns() as columns using (database_name, schema_name, table_name)
                where database_name = current_database()
                order by name, column_index""", row -> {
            String name = row.getString("name");
            var column = new Column(
                    row.getString("column_name"),
                    row.getString("data_type").toLowerCase(Locale.ROOT),
                    row.getString("column_comment"));
            var columns = new ArrayList<>(Optional.ofNullable(tables.get(name))
                    .map(TableOfFile::columns)
                    .orElse(List.of()));
            columns.add(column);
            return Optional.ofNullable(
                    tables.put(name, new TableOfFile(name, row.getString("table_comment"), columns)));
        });
        return List.copyOf(tables.values());
    }

    /**
     * A table explains a column that is named for it: {@code bi.action_plan} explains {@code plan_id}.
     *
     * <p>A name may mean something else in another table: there it is no key unless every value is explained.
     */
    private static List<Key> keys(Queries queries, List<TableOfFile> tables) throws SQLException {
        var keys = new ArrayList<Key>();
        for (TableOfFile one : tables) {
            for (Column column : one.columns()) {
                if (isNamedFor(one, column)) {
                    var having = new ArrayList<String>();
                    for (TableOfFile other : tables) {
                        if (!other.equals(one) && explains(queries, one, column.name(), other)) {
                            having.add(other.name());
                        }
                    }
                    if (!having.isEmpty()) {
                        keys.add(new Key(column.name(), one.name(), having));
                    }
                }
            }
        }
        return keys;
    }

    private static String relations(List<Key> keys) {
        return keys.isEmpty()
                ? ""
                : new EntityDiagram(
                                new Caption(
                                        "relationer",
                                        "Hur tabellerna hör ihop",
                                        "En ruta för varje tabell med dess nycklar, och linjer från tabellen som förklarar en kolumn till dem som har den. Tabellen under bilden säger samma sak."),
                                keys.stream()
                                        .map(key -> new EntityDiagram.Key(key.column(), key.explained(), key.tables()))
                                        .toList())
                        .svg();
    }

    private static boolean isNamedFor(TableOfFile table, Column column) {
        String name = table.name().replaceFirst(".*\\.", "");
        if (column.name().equals(name)) {
            return true;
        }
        String stem = column.name().replaceFirst("_(code|id)$", "");
        return !stem.equals(column.name()) && ("_" + name).endsWith("_" + stem);
    }

    private static boolean explains(Queries queries, TableOfFile one, String column, TableOfFile other)
            throws SQLException {
        if (other.columns().stream().noneMatch(has -> has.name().equals(column))) {
            return false;
        }
        return queries.list(
                        "select %1$s from %2$s where %1$s is not null except select %1$s from %3$s limit 1"
                                .formatted(column, other.name(), one.name()),
                        row -> row.getString(1))
                .isEmpty();
    }

    private static Question question(ResultSet row) throws SQLException {
        return new Question(
                row.getInt("question_no"),
                Queries.text(row, "asked_by"),
                row.getString("question"),
                Queries.text(row, "mind"),
                Queries.text(row, "query"),
                Answer.NONE);
    }

    private static Answer answer(Queries queries, String query) throws SQLException {
        var headings = new ArrayList<Heading>();
        List<List<String>> rows = queries.list(
                "from (\n" + query.strip().replaceFirst(";$", "") + "\n) limit " + (MOST_ROWS + 1), row -> {
                    ResultSetMetaData columns = row.getMetaData();
                    var cells = new ArrayList<String>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        if (headings.size() < i) {
                            headings.add(new Heading(
                                    columns.getColumnLabel(i),
                                    columns.getColumnTypeName(i).matches(NUMBERS)));
                        }
                        String heading = columns.getColumnLabel(i);
                        cells.add(Optional.ofNullable(row.getObject(i))
                                .map(value -> cell(heading, value))
                                .orElse(""));
                    }
                    return List.copyOf(cells);
                });
        return new Answer(headings, rows.subList(0, Math.min(rows.size(), MOST_ROWS)), rows.size() > MOST_ROWS);
    }

    private static String cell(String heading, Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "ja" : "nej";
        }
        if (value instanceof LocalDate day) {
            return SwedishDates.day(day);
        }
        if (value instanceof Timestamp moment) {
            return SwedishDates.moment(moment.toLocalDateTime().toInstant(ZoneOffset.UTC));
        }
        boolean isCounted = !heading.matches("(.*_)?(year|no)");
        return value instanceof Number number && isCounted && Double.isFinite(number.doubleValue())
                ? SwedishNumbers.exact(new BigDecimal(number.toString()).setScale(MOST_DECIMALS, RoundingMode.HALF_UP))
                : value.toString();
    }
}
