package se.trivsel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.contract.Measure;

/**
 * Who adds and subtracts all that is published of a municipality does not get at what is hidden.
 *
 * <p>Linear programming looks for the least and the most each hidden number can be, given every number shown; for none of
 * them is only one whole number left. That nothing of a kind happened is no secret where the whole says it: none is none.
 */
class SuppressionTest {
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final int MONTHS = 24;
    private static final int TARGETS = 60;
    private static final List<String> OCCUPATIONS =
            List.of("socialsekreterare", "bistandshandlaggare", "enhetschef", "kurator");
    private static final List<String> UNITS = List.of("enhet_a", "enhet_b", "enhet_c");

    /** In the whole and in no group, as somebody with a protected identity. */
    private static final Cell BESIDE = new Cell("", "");

    /** What each measure counts, and what else its denominator does: names of what happens in a month. */
    private static final Map<String, Counted> MEASURES = Map.of(
            "SF_TOT", new Counted(Set.of("sick"), Set.of(), Set.of()),
            "PO_EXT_EB", new Counted(Set.of("exit"), Set.of(), Set.of()),
            "UTR_4M", new Counted(Set.of("strict", "extended"), Set.of(), Set.of("late")),
            "UTR_4M_STRIKT", new Counted(Set.of("strict"), Set.of(), Set.of("extended", "late")),
            "IN_ARENDEN", new Counted(Set.of("in"), Set.of(), Set.of()),
            "UT_ARENDEN", new Counted(Set.of("out"), Set.of(), Set.of()),
            "BALANS", new Counted(Set.of("in"), Set.of("out"), Set.of()));

    private static AnalystFile warehouse;
    private static SqlTree tree;
    private static Map<String, Measure> catalogue;

    private Random random;

    /** Whether somebody is; nobody outside knows, but who guesses that nobody is must not get at the rest either. */
    private boolean isAnyProtected;

    /** How many persons there are, and how often what happened, in each cell and month. */
    private Map<Happening, Integer> persons;

    private Map<Happening, Integer> happened;

    /** What a measure counts, takes off, and leaves to the rest of its denominator. */
    private record Counted(Set<String> added, Set<String> taken, Set<String> rest) {}

    /** An occupation in a unit: each of the two is a split of its own, of the same people. */
    private record Cell(String occupation, String unit) {}

    private record Happening(String what, Cell cell, int month) {}

    private record Figure(
            String measure, String group, String periodType, int from, int to, boolean isShown, boolean isSecret) {
        List<Integer> months() {
            return IntStream.rangeClosed(from, to).boxed().toList();
        }

        boolean isOfStaff() {
            return List.of("SF_TOT", "PO_EXT_EB").contains(measure);
        }
    }

    /** A number somebody may know, or want to: what it adds up, with its sign. */
    private record Sum(Figure figure, Map<Happening, Integer> signs) {
        @Override
        public String toString() {
            return figure + " of " + signs.size();
        }
    }

    @BeforeAll
    static void buildTheRealTables() throws SQLException {
        tree = SqlTree.read(Repository.path("sql"));
        warehouse = EmptyWarehouse.build(tree);
        catalogue = ConfigurationReader.read(Repository.path("config")).measures();
        for (String code : MEASURES.keySet()) {
            Measure measure = catalogue.get(code);
            insert(
                    "meta.measure",
                    "measure_code, unit_code, denominator_text, smallest_group, smallest_count, tie_code, part_of_code",
                    List.of(row(
                            code,
                            measure.unit(),
                            measure.denominator(),
                            measure.protection().smallestGroup(),
                            measure.protection().smallestCount(),
                            measure.protection().tied().orElse(""),
                            measure.protection().partOf().orElse(""))));
            insert(
                    "meta.measure_period",
                    "measure_code, period_type",
                    measure.periodTypes().stream().map(type -> row(code, type)).toList());
            insert("meta.measure_dataset", "measure_code, dataset", List.of(row(code, dataset(code))));
        }
        insert("core.municipality", "municipality_code", List.of(row("0380")));
        insert(
                "basis.period_month",
                "period_type, period_start, period_end, months, month",
                periods()
                        .flatMap(period -> period.months().stream()
                                .map(month -> row(
                                        period.periodType(),
                                        day(period.from()),
                                        day(period.to() + 1).minusDays(1),
                                        period.months().size(),
                                        day(month))))
                        .toList());
        insert(
                "core.coverage",
                "municipality_code, dataset, month",
                IntStream.range(0, MONTHS)
                        .boxed()
                        .flatMap(month -> Stream.of("employment", "investigation")
                                .map(dataset -> row("0380", dataset, day(month))))
                        .toList());
    }

    @AfterAll
    static void letGo() throws SQLException {
        warehouse.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        warehouse.connection().setAutoCommit(false);
    }

    @AfterEach
    void takeBack() throws SQLException {
        warehouse.connection().rollback();
        warehouse.connection().setAutoCommit(true);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void noHiddenNumberCanBeWorkedOut(long seed) throws SQLException {
        random = new Random(seed);
        makeUpAMunicipality();
        List<Figure> figures = published();

        List<Sum> known = figures.stream()
                .filter(Figure::isShown)
                .flatMap(figure -> sums(figure).stream())
                .toList();
        List<Sum> wanted = figures.stream()
                .flatMap(figure -> Stream.of(
                                secrets(figure).stream(), fewExtended(figure).stream(), beside(figure).stream())
                        .flatMap(each -> each))
                .filter(sum -> truth(sum) > 0)
                .collect(Collectors.toCollection(ArrayList::new));
        assertThat(known).isNotEmpty();
        assertThat(wanted).isNotEmpty();
        Collections.shuffle(wanted, random);

        assertThat(wanted.stream().limit(TARGETS).filter(sum -> spread(known, sum) < 1))
                .as("hidden and worked out")
                .isEmpty();
    }

    private void makeUpAMunicipality() throws SQLException {
        persons = new HashMap<>();
        happened = new HashMap<>();
        isAnyProtected = random.nextInt(3) == 0;
        Map<String, Integer> most = mostOfACell();
        Map<String, Integer> opened = Stream.concat(OCCUPATIONS.stream(), UNITS.stream())
                .collect(
                        Collectors.toMap(group -> group, group -> random.nextInt(4) == 0 ? random.nextInt(MONTHS) : 0));
        for (Cell cell : cells()) {
            int size = random.nextInt(1 + Math.min(most.get(cell.occupation()), most.get(cell.unit())));
            int first = Math.max(opened.get(cell.occupation()), opened.get(cell.unit()));
            for (int month = 0; month < MONTHS; month++) {
                int now = month < first ? 0 : Math.max(0, size + random.nextInt(3) - 1);
                persons.put(new Happening("", cell, month), now);
                happened.put(new Happening("sick", cell, month), now == 0 ? 0 : seldom(1, 3 * now));
                happened.put(new Happening("exit", cell, month), now == 0 ? 0 : seldom(1, 2));
            }
        }
        for (int month = 0; month < MONTHS; month++) {
            persons.put(new Happening("", BESIDE, month), isAnyProtected ? 1 : 0);
            happened.put(new Happening("sick", BESIDE, month), isAnyProtected ? seldom(1, 9) : 0);
            happened.put(new Happening("exit", BESIDE, month), 0);
        }
        for (int year = 0; year < MONTHS / 12; year++) {
            // Much and even in one year, little and uneven in another: what is shown of the one must not tell of the
            // other.
            int least = random.nextBoolean() ? 20 : 0;
            int fewestExtended = random.nextBoolean() ? 4 : 1;
            int fewestLate = random.nextBoolean() ? 4 : 1;
            for (int month = 12 * year; month < 12 * year + 12; month++) {
                happened.put(new Happening("strict", BESIDE, month), least + random.nextInt(20));
                happened.put(new Happening("extended", BESIDE, month), seldom(fewestExtended, 6));
                happened.put(new Happening("late", BESIDE, month), seldom(fewestLate, 9));
                happened.put(new Happening("in", BESIDE, month), least + random.nextInt(20));
                happened.put(
                        new Happening("out", BESIDE, month),
                        least == 0 ? seldom(fewestLate, 9) : 4 + random.nextInt(20));
            }
        }
        if (isAnyProtected) {
            insert(
                    "lake.live_delivery",
                    "delivery_id, municipality_code, dataset",
                    List.of(row("d", "0380", "employment")));
            insert("basis.protected_line", "delivery_id, line_no", List.of(row("d", 2)));
        }
        for (String code : MEASURES.keySet()) {
            insert(
                    "basis.asked",
                    "measure_code, municipality_code, split_code, group_code, period_type",
                    asked(code).stream()
                            .filter(figure -> figure.from() == 0)
                            .map(figure -> row(code, "0380", split(figure), figure.group(), figure.periodType()))
                            .toList());
            insert(
                    "measure." + code.toLowerCase(Locale.ROOT),
                    "measure_code, municipality_code, group_code, period_type, period_start, numerator, denominator, group_size",
                    asked(code).stream().map(this::measured).toList());
        }
    }

    /** Some occupations and some units are small, and some about as large as has to be. */
    private Map<String, Integer> mostOfACell() {
        return Stream.concat(OCCUPATIONS.stream(), UNITS.stream())
                .collect(
                        Collectors.toMap(group -> group, group -> random.nextInt(3) == 0 ? 1 + random.nextInt(9) : 30));
    }

    private int seldom(int least, int most) {
        return random.nextInt(3) == 0 ? least + random.nextInt(most) : 0;
    }

    private static List<Figure> asked(String code) {
        Measure measure = catalogue.get(code);
        return periods()
                .filter(period -> measure.periodTypes().contains(period.periodType()))
                .flatMap(period -> groups(measure, period.periodType())
                        .map(group ->
                                new Figure(code, group, period.periodType(), period.from(), period.to(), false, false)))
                .toList();
    }

    /** Units have no rolling twelve months: as {@code basis.asked}. */
    private static Stream<String> groups(Measure measure, String periodType) {
        List<String> occupations = measure.splits().contains("yrke") ? OCCUPATIONS : List.of();
        boolean hasUnits = measure.splits().contains("enhet") && !periodType.equals("rolling_12");
        return Stream.of(List.of("alla"), occupations, hasUnits ? UNITS : List.<String>of())
                .flatMap(List::stream);
    }

    private static String split(Figure figure) {
        if (figure.group().equals("alla")) {
            return "alla";
        }
        return UNITS.contains(figure.group()) ? "enhet" : "yrke";
    }

    private List<String> measured(Figure figure) {
        Counted counted = MEASURES.get(figure.measure());
        int added = total(counted.added(), figure);
        int taken = total(counted.taken(), figure);
        int cases = added + taken + total(counted.rest(), figure);
        int staff = members(figure).stream()
                        .flatMap(cell -> figure.months().stream().map(month -> new Happening("", cell, month)))
                        .mapToInt(persons::get)
                        .sum()
                / figure.months().size();
        return row(
                figure.measure(),
                "0380",
                figure.group(),
                figure.periodType(),
                day(figure.from()),
                added - taken,
                figure.isOfStaff() ? 160 * staff : cases,
                figure.isOfStaff() ? staff : cases);
    }

    /** Every figure that has or hides a number, judged by the real SQL. */
    private static List<Figure> published() throws SQLException {
        for (String place : List.of("sql/42_judged/figure.sql", "sql/45_value/measure_value.sql")) {
            warehouse.execute("drop table " + tree.file(place).object());
            warehouse.runAsTable(tree.file(place));
        }
        var figures = new ArrayList<Figure>();
        try (Statement statement = warehouse.connection().createStatement();
                ResultSet rows = statement.executeQuery("""
                        select
                            measure_code,
                            group_code,
                            period_type,
                            period_start,
                            status = 'ok' as is_shown,
                            own_status = 'suppressed' as is_secret
                        from value.measure_value
                        inner join judged.figure using (measure_code, group_code, period_type, period_start)
                        where status in ('ok', 'suppressed')
                        order by all
                        """)) {
            while (rows.next()) {
                LocalDate from = rows.getObject("period_start", LocalDate.class);
                int first = (from.getYear() - FIRST.getYear()) * 12 + from.getMonthValue() - FIRST.getMonthValue();
                String type = rows.getString("period_type");
                figures.add(new Figure(
                        rows.getString("measure_code"),
                        rows.getString("group_code"),
                        type,
                        first,
                        type.equals("month") ? first : first + 11,
                        rows.getBoolean("is_shown"),
                        rows.getBoolean("is_secret")));
            }
        }
        return figures;
    }

    /** What a shown figure tells: its numerator, and the rest of its denominator where that is of cases. */
    private List<Sum> sums(Figure figure) {
        Counted counted = MEASURES.get(figure.measure());
        var sums = new ArrayList<Sum>();
        sums.add(sum(figure, counted.added(), counted.taken()));
        if (!counted.rest().isEmpty()) {
            sums.add(sum(figure, counted.rest(), Set.of()));
        }
        return sums;
    }

    /**
     * What a figure that is hidden for its own sake keeps: the same. What is hidden only to cover for another may be found out
     * where that other was empty, and twelve months in whose mean there are few, where each with anybody in it is shown.
     */
    private List<Sum> secrets(Figure figure) {
        boolean isOfMonths = figure.periodType().equals("rolling_12")
                && catalogue.get(figure.measure()).periodTypes().contains("month");
        return figure.isSecret() && !isOfMonths ? sums(figure) : List.of();
    }

    /** How many were extended: what is left when the part is taken from its whole. */
    private Optional<Sum> fewExtended(Figure figure) {
        Sum extended = sum(figure, Set.of("extended"), Set.of());
        boolean isFew = figure.measure().equals("UTR_4M_STRIKT")
                && truth(extended) < catalogue.get("UTR_4M_STRIKT").protection().smallestCount();
        return isFew ? Optional.of(extended) : Optional.empty();
    }

    /** What somebody with a protected identity adds to the whole. */
    private Optional<Sum> beside(Figure figure) {
        if (!isAnyProtected || !figure.isOfStaff() || !figure.group().equals("alla")) {
            return Optional.empty();
        }
        Map<Happening, Integer> signs =
                sum(figure, MEASURES.get(figure.measure()).added(), Set.of()).signs();
        return Optional.of(new Sum(
                figure,
                signs.entrySet().stream()
                        .filter(entry -> entry.getKey().cell().equals(BESIDE))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
    }

    private Sum sum(Figure figure, Set<String> added, Set<String> taken) {
        var signs = new HashMap<Happening, Integer>();
        for (Cell cell : members(figure)) {
            for (int month : figure.months()) {
                added.forEach(what -> signs.put(new Happening(what, cell, month), 1));
                taken.forEach(what -> signs.put(new Happening(what, cell, month), -1));
            }
        }
        return new Sum(figure, signs);
    }

    private List<Cell> members(Figure figure) {
        if (!figure.isOfStaff()) {
            return List.of(BESIDE);
        }
        if (!figure.group().equals("alla")) {
            return cells().stream()
                    .filter(cell -> Set.of(cell.occupation(), cell.unit()).contains(figure.group()))
                    .toList();
        }
        var all = new ArrayList<>(cells());
        if (isAnyProtected) {
            all.add(BESIDE);
        }
        return all;
    }

    private static List<Cell> cells() {
        return OCCUPATIONS.stream()
                .flatMap(occupation -> UNITS.stream().map(unit -> new Cell(occupation, unit)))
                .toList();
    }

    private int total(Set<String> whats, Figure figure) {
        return truth(sum(figure, whats, Set.of()));
    }

    private int truth(Sum sum) {
        return sum.signs().entrySet().stream()
                .mapToInt(entry -> entry.getValue() * happened.getOrDefault(entry.getKey(), 0))
                .sum();
    }

    /** How far apart the least and the most are that the sum can be, for somebody who knows the others. */
    private double spread(List<Sum> known, Sum wanted) {
        var model = new ExpressionsBasedModel();
        var variables = new HashMap<Happening, Variable>();
        List<Sum> related =
                known.stream().filter(sum -> family(sum).equals(family(wanted))).toList();
        if (!related.stream()
                .flatMap(sum -> sum.signs().keySet().stream())
                .collect(Collectors.toSet())
                .containsAll(wanted.signs().keySet())) {
            return Double.POSITIVE_INFINITY;
        }
        for (Sum sum : related) {
            Expression expression = model.newExpression("known" + model.countExpressions());
            sum.signs().forEach((happening, sign) -> expression.set(variable(model, variables, happening), sign));
            expression.level(truth(sum));
        }
        wanted.signs()
                .forEach((happening, sign) ->
                        variable(model, variables, happening).weight(sign));
        return bound(model, true) - bound(model, false);
    }

    private static double bound(ExpressionsBasedModel model, boolean isMost) {
        var result = isMost ? model.maximise() : model.minimise();
        if (isMost && result.getState().isUnexplored() || !result.getState().isFeasible()) {
            throw new IllegalStateException("The published numbers contradict one another: " + result);
        }
        return result.getValue();
    }

    /** No month has as many as the upper bound; a bound far above them makes the solver inexact. */
    private static Variable variable(
            ExpressionsBasedModel model, Map<Happening, Variable> variables, Happening happening) {
        return variables.computeIfAbsent(
                happening, it -> model.newVariable(it.toString()).lower(0).upper(10_000));
    }

    private static Set<String> family(Sum sum) {
        return Set.of(
                        Set.of("SF_TOT"),
                        Set.of("PO_EXT_EB"),
                        Set.of("UTR_4M", "UTR_4M_STRIKT"),
                        Set.of("IN_ARENDEN", "UT_ARENDEN", "BALANS"))
                .stream()
                .filter(codes -> codes.contains(sum.figure().measure()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Figure> periods() {
        return Stream.of(
                        IntStream.range(0, MONTHS)
                                .mapToObj(month -> new Figure("", "", "month", month, month, false, false)),
                        IntStream.rangeClosed(0, MONTHS - 12)
                                .mapToObj(month -> new Figure("", "", "rolling_12", month, month + 11, false, false)),
                        IntStream.range(0, MONTHS / 12)
                                .mapToObj(year -> new Figure("", "", "year", 12 * year, 12 * year + 11, false, false)))
                .flatMap(each -> each);
    }

    private static String dataset(String code) {
        return MEASURES.get(code).rest().isEmpty() && !code.endsWith("ARENDEN") && !code.equals("BALANS")
                ? "employment"
                : "investigation";
    }

    private static LocalDate day(int month) {
        return FIRST.plusMonths(month);
    }

    private static List<String> row(Object... cells) {
        return Stream.of(cells).map(Object::toString).toList();
    }

    private static void insert(String table, String columns, List<List<String>> rows) throws SQLException {
        if (!rows.isEmpty()) {
            SqlCase.insert(warehouse.connection(), table, new SqlCase.Rows(List.of(columns.split(", ")), rows));
        }
    }
}
