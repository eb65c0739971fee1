package se.trivsel.samples;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who does the work of those on parental leave; not everybody is covered, and nobody covers for two. */
final class Covers {
    private final Map<String, String> coveredByCover = new HashMap<>();

    private Covers() {}

    static Covers of(List<Absence> absences, List<Employee> employees, Story story, Chance chance) {
        var covers = new Covers();
        for (Absence absence : absences) {
            if (absence.reason().equals("foraldraledig")) {
                boolean isPermanent = chance.happens(story.at(Aspect.PERMANENT_COVER, YearMonth.from(absence.from())));
                covers.cover(absence, isPermanent ? "tillsvidare" : "vikariat", employees);
            }
        }
        return covers;
    }

    /** The newest of those who are free: others have work of their own. */
    private void cover(Absence leave, String form, List<Employee> employees) {
        employees.stream()
                .filter(employee -> employee.worksOn(leave.from()))
                .filter(employee -> employee.terms().form().equals(form))
                .filter(employee -> !employee.number().equals(leave.employee().number()))
                .filter(employee -> !coveredByCover.containsKey(employee.number()))
                .reduce((older, newer) -> newer)
                .ifPresent(newest ->
                        coveredByCover.put(newest.number(), leave.employee().number()));
    }

    /** The employment number of the one whose work an employee does, if anybody's. */
    Optional<String> coveredBy(Employee employee) {
        return Optional.ofNullable(coveredByCover.get(employee.number()));
    }
}
