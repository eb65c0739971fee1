package se.trivsel.samples;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.trivsel.vocabulary.Period;

/** The monthly working time that follows from employments and absences: ordinary time has the absences in it. */
final class WorkTime {
    private static final int HUNDREDTHS_A_DAY = 800;
    private static final List<String> HANDLERS = List.of("socialsekreterare", "bistandshandlaggare");

    private final Story story;
    private final Chance chance;
    private final Chance learning;
    private final Map<String, List<Absence>> absencesByEmployee = new HashMap<>();

    WorkTime(List<Absence> absences, Story story, Chance chance, Chance learning) {
        this.story = story;
        this.chance = chance;
        this.learning = learning;
        for (Absence absence : absences) {
            absencesByEmployee
                    .computeIfAbsent(absence.employee().number(), number -> new ArrayList<>())
                    .add(absence);
        }
    }

    /** Month by month, and within a month in the order of the employments. */
    List<WorkMonth> over(Period period, List<Employee> employees) {
        var months = new ArrayList<WorkMonth>();
        for (YearMonth month = period.from(); !month.isAfter(period.to()); month = month.plusMonths(1)) {
            for (Employee employee : employees) {
                long ordinary = ordinary(employee, month);
                if (ordinary > 0) {
                    months.add(workMonth(employee, month, ordinary));
                }
            }
        }
        return months;
    }

    private WorkMonth workMonth(Employee employee, YearMonth month, long ordinary) {
        long worked = Math.max(0, ordinary - absent(employee, month));
        boolean isAtWork = worked * 2 > ordinary;
        double hours = story.at(Aspect.OVERTIME, month) * chance.between(0, 2);
        // Quarters of an hour: nobody reports overtime more finely.
        long quarters = (long) (hours * 4);
        long extra = isAtWork ? quarters * 25 : 0;
        boolean isFullTime = employee.terms().percent() == 100;
        long flex = isAtWork ? chance.between(-20, 60) * 50L : 0;
        return new WorkMonth(
                employee,
                month,
                ordinary,
                worked + extra,
                isFullTime ? extra : 0,
                isFullTime ? 0 : extra,
                flex,
                isAtWork ? supervision(employee, month) : 0,
                isAtWork && learning.happens(story.at(Aspect.TRAINING, month) / 12) ? HUNDREDTHS_A_DAY : 0);
    }

    /** Handlers only; in half hours. */
    private long supervision(Employee employee, YearMonth month) {
        if (!HANDLERS.contains(employee.terms().occupation())) {
            return 0;
        }
        long halves = (long) (story.at(Aspect.SUPERVISION, month) * learning.between(0, 2.0) * 2);
        return halves * 50;
    }

    private static long ordinary(Employee employee, YearMonth month) {
        long hundredths = 0;
        for (Stint stint : employee.stints()) {
            LocalDate from = later(stint.from(), month.atDay(1));
            LocalDate to = earlier(stint.to().orElse(LocalDate.MAX), month.atEndOfMonth());
            hundredths += (long) Weekdays.between(from, to)
                    * HUNDREDTHS_A_DAY
                    * stint.terms().percent()
                    / 100;
        }
        return hundredths;
    }

    /** Absences are known in the order in which they began. */
    private long absent(Employee employee, YearMonth month) {
        LocalDate first = month.atDay(1);
        LocalDate last = month.atEndOfMonth();
        long hundredths = 0;
        for (Absence absence : absencesByEmployee.getOrDefault(employee.number(), List.of())) {
            if (absence.from().isAfter(last)) {
                break;
            }
            hundredths += hours(absence, Weekdays.between(later(absence.from(), first), earlier(absence.to(), last)));
        }
        return hundredths;
    }

    /** The absent time of some weekdays, in hundredths of an hour. */
    private static long hours(Absence absence, int weekdays) {
        int percent = absence.employee().terms().percent();
        return (long) weekdays * HUNDREDTHS_A_DAY * percent / 100 * absence.permille() / 1_000;
    }

    /** The scheduled time that an absence falls in, whatever its extent, in hundredths of an hour. */
    static long scheduled(Absence absence) {
        int percent = absence.employee().terms().percent();
        return (long) Weekdays.between(absence.from(), absence.to()) * HUNDREDTHS_A_DAY * percent / 100;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
