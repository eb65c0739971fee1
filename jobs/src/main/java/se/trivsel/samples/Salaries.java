package se.trivsel.samples;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import se.trivsel.vocabulary.Period;

/**
 * What the staff are paid: by level and occupation, a little more for every year they stay, reviewed each April.
 *
 * <p>The amounts are those of 2017, when half of the country's social workers had more than 32,500 kronor; every year before
 * is that much less. A new level is paid from its first day.
 */
final class Salaries {
    private static final double YEARLY_RISE = 0.028;
    private static final double RISE_A_YEAR_STAYED = 0.006;
    private static final int YEARS_THAT_COUNT = 15;

    private final Story story;
    private final List<Salary> salaries = new ArrayList<>();

    private Salaries(Story story) {
        this.story = story;
    }

    static List<Salary> of(List<Employee> employees, Period period, Story story, Chance chance) {
        var salaries = new Salaries(story);
        for (Employee employee : employees) {
            // Three draws together: most are near the middle, few at the ends.
            double own = 1 + (chance.between(-1, 1.0) + chance.between(-1, 1.0) + chance.between(-1, 1.0)) * 0.06;
            salaries.pay(employee, own, period);
        }
        return salaries.salaries;
    }

    private void pay(Employee employee, double own, Period period) {
        List<LocalDate> days = days(employee, period);
        for (int i = 0; i < days.size(); i++) {
            LocalDate from = days.get(i);
            Optional<LocalDate> to =
                    i + 1 < days.size() ? Optional.of(days.get(i + 1).minusDays(1)) : employee.lastDay();
            Terms terms = employee.stints().stream()
                    .filter(stint -> stint.covers(from))
                    .findFirst()
                    .orElseThrow()
                    .terms();
            long addition = terms.level().equals("enhetschef") ? 2_000 : 0;
            salaries.add(new Salary(employee, from, to, sek(employee, terms, from, own), addition, reviewYear(from)));
        }
    }

    /** The first day, each review since the year before the period, and the days of new levels. */
    private static List<LocalDate> days(Employee employee, Period period) {
        var days = new TreeSet<LocalDate>();
        days.add(employee.firstDay());
        for (int year = period.from().getYear() - 1; year <= period.to().getYear(); year++) {
            days.add(review(year));
        }
        String before = "";
        for (Stint stint : employee.stints()) {
            String level = stint.terms().occupation() + stint.terms().level();
            if (!level.equals(before)) {
                days.add(stint.from());
            }
            before = level;
        }
        days.removeIf(day -> !employee.worksOn(day));
        return List.copyOf(days);
    }

    private long sek(Employee employee, Terms terms, LocalDate day, double own) {
        double years = Math.min(YEARS_THAT_COUNT, ChronoUnit.MONTHS.between(employee.firstDay(), day) / 12.0);
        double sek = base(terms)
                * Math.pow(1 + YEARLY_RISE, reviewYear(day) - 2017)
                * (1 + RISE_A_YEAR_STAYED * years)
                * story.at(Aspect.PAY, YearMonth.from(day))
                * own;
        return Math.round(sek / 50) * 50;
    }

    private static int base(Terms terms) {
        return switch (terms.level()) {
            case "socialsekreterare" -> 30_300;
            case "erfaren" -> 32_000;
            case "specialisthandlaggare" -> 35_000;
            case "enhetschef" -> 43_000;
            case "assistent" -> 22_000;
            default ->
                switch (terms.occupation()) {
                    case "administrator" -> 25_800;
                    case "familjeradgivare" -> 35_000;
                    default -> 30_600;
                };
        };
    }

    private static LocalDate review(int year) {
        return LocalDate.of(year, Month.APRIL, 1);
    }

    private static int reviewYear(LocalDate day) {
        return day.isBefore(review(day.getYear())) ? day.getYear() - 1 : day.getYear();
    }
}
