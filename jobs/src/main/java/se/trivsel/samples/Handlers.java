package se.trivsel.samples;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.trivsel.vocabulary.Period;

/**
 * Gives cases to those who are there to handle them.
 *
 * <p>Who leaves, or goes away for two months or more, hands the case over; a new handler takes it the day after.
 */
final class Handlers {
    private static final int LONG_DAYS = 60;

    private final Period period;
    private final List<Employee> employees;
    private final Chance chance;
    private final Map<String, List<Absence>> longAbsences = new HashMap<>();
    private final Map<YearMonth, List<Employee>> handlersByMonth = new HashMap<>();
    private final List<Assignment> assignments = new ArrayList<>();

    Handlers(Period period, List<Employee> employees, List<Absence> absences, Chance chance) {
        this.period = period;
        this.employees = employees;
        this.chance = chance;
        for (Absence absence : absences) {
            if (absence.permille() == 1_000
                    && absence.to().toEpochDay() - absence.from().toEpochDay() >= LONG_DAYS) {
                longAbsences
                        .computeIfAbsent(absence.employee().number(), number -> new ArrayList<>())
                        .add(absence);
            }
        }
    }

    List<Assignment> assignments() {
        return assignments;
    }

    /** Nobody for the days the case waits, then somebody, then whoever takes over, to the end. */
    void handle(String caseType, String number, LocalDate from, LocalDate to, int waitingDays) {
        LocalDate day = from;
        if (waitingDays > 0) {
            LocalDate last = earlier(from.plusDays(waitingDays - 1L), to);
            assignments.add(new Assignment(caseType, number, Optional.empty(), "ansvarig", from, last));
            day = last.plusDays(1);
        }
        while (!day.isAfter(to)) {
            Optional<Employee> handler = somebody(day);
            LocalDate last = handler.isPresent() ? earlier(lastThere(handler.get(), day), to) : to;
            assignments.add(new Assignment(caseType, number, handler, "ansvarig", day, last));
            day = last.plusDays(1);
        }
    }

    /** A second handler, for as long as that one is there. */
    void assist(String caseType, String number, LocalDate from, LocalDate to) {
        somebody(from)
                .ifPresent(second -> assignments.add(new Assignment(
                        caseType,
                        number,
                        Optional.of(second),
                        "medhandlaggare",
                        from,
                        earlier(lastThere(second, from), to))));
    }

    private Optional<Employee> somebody(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        YearMonth staffed = month.isBefore(period.from()) ? period.from() : month;
        List<Employee> handlers =
                handlersByMonth.computeIfAbsent(staffed.isAfter(period.to()) ? period.to() : staffed, this::handlers);
        for (int attempt = 0; attempt < 12 && !handlers.isEmpty(); attempt++) {
            Employee drawn = chance.oneOf(handlers);
            if (drawn.worksOn(day) && !isLongAway(drawn, day)) {
                return Optional.of(drawn);
            }
        }
        return Optional.empty();
    }

    private List<Employee> handlers(YearMonth month) {
        return employees.stream()
                .filter(employee -> employee.worksOn(month.atDay(1)))
                .filter(employee -> employee.stints().stream()
                        .anyMatch(stint -> stint.covers(month.atDay(1)) && isHandler(stint.terms())))
                .toList();
    }

    private static boolean isHandler(Terms terms) {
        return terms.occupation().equals("socialsekreterare")
                || terms.occupation().equals("bistandshandlaggare");
    }

    private boolean isLongAway(Employee employee, LocalDate day) {
        return longAbsences.getOrDefault(employee.number(), List.of()).stream()
                .anyMatch(away -> !day.isBefore(away.from()) && !day.isAfter(away.to()));
    }

    private LocalDate lastThere(Employee employee, LocalDate from) {
        LocalDate last = employee.lastDay().orElse(LocalDate.MAX);
        for (Absence away : longAbsences.getOrDefault(employee.number(), List.of())) {
            if (away.from().isAfter(from)) {
                last = earlier(last, away.from().minusDays(1));
            }
        }
        return last;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
