package se.trivsel.samples;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.trivsel.vocabulary.Period;

/**
 * When the staff are away, and why: illness, parental leave, children's illness, holidays.
 *
 * <p>Nobody is away twice at a time. It begins half a year before the period, so that long absences are under way.
 */
final class Absences {
    /** More are ill in winter, hardly anybody calls in sick on holiday; January first, in percent of the average. */
    private static final int[] SEASON = {130, 140, 125, 105, 95, 80, 45, 70, 95, 105, 110, 100};

    private final Story story;
    private final Chance chance;
    private final List<Absence> absences = new ArrayList<>();
    private final Map<String, LocalDate> busyThrough = new HashMap<>();
    private final Pace longSpells;
    private final Pace parentalLeaves;
    private final Pace studies;

    private Absences(Story story, Chance chance) {
        this.story = story;
        this.chance = chance;
        longSpells = new Pace(chance);
        parentalLeaves = new Pace(chance);
        studies = new Pace(chance);
    }

    static List<Absence> of(List<Employee> employees, Period period, Story story, Chance chance) {
        var absences = new Absences(story, chance);
        for (YearMonth month = period.from().minusMonths(6); !month.isAfter(period.to()); month = month.plusMonths(1)) {
            absences.live(month, employees);
        }
        return absences.absences;
    }

    private void live(YearMonth month, List<Employee> employees) {
        LocalDate first = month.atDay(1);
        List<Employee> present =
                employees.stream().filter(employee -> employee.worksOn(first)).toList();
        if (present.isEmpty()) {
            return;
        }
        leaves(month, present);
        int ill = longSpells.due(story.at(Aspect.LONG_SICK, month) / 12 * present.size());
        for (int i = 0; i < ill; i++) {
            longSpell(chance.oneOf(present), dayOf(month));
        }
        for (Employee employee : present) {
            ordinaryMonth(employee, month);
        }
    }

    private void leaves(YearMonth month, List<Employee> present) {
        List<Employee> parents = present.stream()
                .filter(Employee::isPermanent)
                .filter(employee -> employee.individual().ageOn(month.atDay(1)) < 44)
                .toList();
        long permanent = present.stream().filter(Employee::isPermanent).count();
        int due = parentalLeaves.due(story.at(Aspect.PARENTAL_LEAVES, month) / 12 * permanent);
        for (int i = 0; i < due && !parents.isEmpty(); i++) {
            planned(chance.oneOf(parents), "foraldraledig", month.atDay(1), chance.between(150, 330));
        }
        if (studies.due(0.008 / 12 * present.size()) > 0) {
            planned(chance.oneOf(present), "tjanstledig_studier", month.atDay(1), chance.between(60, 150));
        }
    }

    private void ordinaryMonth(Employee employee, YearMonth month) {
        double season = SEASON[month.getMonthValue() - 1] / 100.0 / 12;
        if (chance.happens(story.at(Aspect.SHORT_SICK, month) * season)) {
            boolean isBrief = chance.happens(0.85);
            spell(employee, "sjuk", dayOf(month), isBrief ? chance.between(1, 6) : chance.between(7, 14), 1_000);
        }
        if (chance.happens(story.at(Aspect.MIDDLE_SICK, month) * season)) {
            spell(employee, "sjuk", dayOf(month), chance.between(15, 55), chance.happens(0.7) ? 1_000 : 500);
        }
        if (chance.happens(0.8 * season)) {
            spell(employee, "vab", dayOf(month), chance.between(1, 3), 1_000);
        }
        if (chance.happens(0.3 / 12)) {
            spell(employee, chance.happens(0.5) ? "flex" : "komp", dayOf(month), 1, 1_000);
        }
        if (month.getMonthValue() == 7) {
            holiday(employee, month.atDay(chance.between(1, 8)), chance.between(18, 27));
        }
        if (month.getMonthValue() == 12 && chance.happens(0.5)) {
            holiday(employee, month.atDay(23), 8);
        }
    }

    /** A long illness: whole at first, and often half at the end, in a row of its own. */
    private void longSpell(Employee employee, LocalDate from) {
        int days = chance.happens(0.7) ? chance.between(62, 180) : chance.between(181, 360);
        if (chance.happens(0.5)) {
            int whole = days * 6 / 10;
            spell(employee, "sjuk", from, whole, 1_000);
            spell(employee, chance.happens(0.5) ? "sjuk" : "sjuk_rehab", from.plusDays(whole), days - whole, 500);
            return;
        }
        spell(employee, "sjuk", from, days, chance.oneOf(List.of(1_000, 1_000, 750, 500, 250)));
    }

    private void holiday(Employee employee, LocalDate from, int days) {
        planned(employee, "semester", from, days);
    }

    private void planned(Employee employee, String reason, LocalDate from, int days) {
        add(employee, reason, from, days, 1_000, true);
    }

    private void spell(Employee employee, String reason, LocalDate from, int days, int permille) {
        add(employee, reason, from, days, permille, false);
    }

    private void add(Employee employee, String reason, LocalDate from, int days, int permille, boolean knownEnd) {
        LocalDate busy = busyThrough.getOrDefault(employee.number(), LocalDate.MIN);
        if (!from.isAfter(busy) || !employee.worksOn(from)) {
            return;
        }
        LocalDate drawn = from.plusDays(days - 1L);
        LocalDate to = employee.lastDay().filter(last -> last.isBefore(drawn)).orElse(drawn);
        busyThrough.put(employee.number(), to);
        String number = "F" + (100_001 + absences.size());
        absences.add(new Absence(number, employee, reason, from, to, permille, knownEnd));
    }

    private LocalDate dayOf(YearMonth month) {
        LocalDate day = month.atDay(chance.between(1, month.lengthOfMonth()));
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            default -> day;
        };
    }
}
