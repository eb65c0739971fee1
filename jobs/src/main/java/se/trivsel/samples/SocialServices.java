package se.trivsel.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.trivsel.contract.Municipality;
import se.trivsel.vocabulary.Period;

/** One municipality's social services, lived through from the first month to the last, and what they deliver. */
final class SocialServices {
    private final Municipality municipality;
    private final Story story;
    private final Period period;
    private final Workforce workforce;
    private final List<Absence> absences;
    private final WorkTime workTime;
    private final List<Salary> salaries;
    private final Covers covers;
    private final Casework casework;
    private final Handlers handlers;
    private final Placements placements;
    private final List<LedgerLine> ledger;
    private final List<Survey> surveys;
    private final List<Requirement> requirements;
    private final List<Service> services;

    private SocialServices(Municipality municipality, SampleOrder order) {
        this.municipality = municipality;
        period = order.period();
        story = Stories.of(municipality.code(), chance(order, "story")).larger(order.staffFactor());
        var people = new People(chance(order, "people"));
        workforce = Workforce.over(period, story, people, chance(order, "staff"));
        List<Employee> employees = workforce.employees();
        absences = Absences.of(employees, period, story, chance(order, "absence"));
        workTime = new WorkTime(absences, story, chance(order, "time"), chance(order, "learning"));
        salaries = Salaries.of(employees, period, story, chance(order, "pay"));
        covers = Covers.of(absences, employees, story, chance(order, "covers"));
        handlers = new Handlers(period, employees, absences, chance(order, "handlers"));
        placements = new Placements(story, chance(order, "placements"));
        placements.found(period.from().minusMonths(6), workforce.handlerPosts() * 2 / 5, people);
        casework = new Casework(story, workforce.units(), people, handlers, placements, chance(order, "cases"));
        casework.over(period, workforce.handlerPosts());
        ledger = new Ledger(story, people, workforce.postMonths(), chance(order, "ledger"))
                .over(period, placements.placements());
        surveys =
                Surveys.of(municipality.code(), workforce.units(), employees, period, story, chance(order, "surveys"));
        requirements = Inspections.of(municipality.code(), period, chance(order, "inspections"));
        services = Stream.concat(
                        Services.of(casework.helped(), placements.placements(), chance(order, "services")).stream(),
                        Services.withoutAssessment(
                                period,
                                story,
                                workforce.handlerPosts(),
                                workforce.units().get(0).code(),
                                chance(order, "open care"))
                                .stream())
                .toList();
    }

    static SocialServices live(Municipality municipality, SampleOrder order) {
        return new SocialServices(municipality, order);
    }

    private Chance chance(SampleOrder order, String matter) {
        return Chance.of(order.seed(), municipality.code() + " " + matter);
    }

    void deliver(Exports exports) {
        var whole = new Rows(municipality, period);
        exports.deliver(
                "employment",
                period,
                workforce.employees().stream()
                        .flatMap(employee -> whole.employments(employee, covers.coveredBy(employee))));
        exports.deliver("salary", period, salaries.stream().flatMap(whole::salary));
        exports.deliver("inspection", period, requirements.stream().flatMap(whole::requirement));
        exports.deliver("unit", period, workforce.units().stream().flatMap(whole::unit));
        for (Period part : parts()) {
            deliver(exports, part, new Rows(municipality, part));
        }
    }

    private void deliver(Exports exports, Period part, Rows rows) {
        deliverAbsence(exports, part, rows);
        exports.deliver(
                "work_time",
                part,
                workTime.over(part, workforce.employees()).stream().map(rows::workMonth));
        if (Stories.countsPosts(municipality.code())) {
            exports.deliver("position", part, workforce.postMonths().stream().flatMap(rows::position));
        }
        exports.deliver("referral", part, casework.referrals().stream().flatMap(rows::referral));
        exports.deliver(
                "investigation", part, casework.investigations().stream().flatMap(rows::investigation));
        exports.deliver("assignment", part, handlers.assignments().stream().flatMap(rows::assignment));
        exports.deliver("placement", part, placements.placements().stream().flatMap(rows::placement));
        exports.deliver("service", part, services.stream().flatMap(rows::service));
        List<Row> answered = surveys.stream().flatMap(rows::survey).toList();
        if (!answered.isEmpty()) {
            exports.deliver("survey", part, answered.stream());
        }
        exports.deliver("ledger_line", part, ledger.stream().flatMap(rows::ledgerLine));
    }

    /** Once a year's absence was sent without what was reported late, and sent again when that was found. */
    private void deliverAbsence(Exports exports, Period part, Rows rows) {
        if (!Stories.isCorrected(municipality.code(), part)) {
            exports.deliver("absence", part, absences.stream().flatMap(rows::absence));
            return;
        }
        LocalDate late = part.to().atDay(1).minusMonths(1);
        Stream<Absence> inTime =
                absences.stream().filter(absence -> absence.from().isBefore(late));
        exports.deliver("absence", part, inTime.flatMap(rows::absence));
        exports.deliverAgain("absence", part, "rattad", absences.stream().flatMap(rows::absence));
    }

    private List<Period> parts() {
        if (!story.yearly()) {
            return List.of(period);
        }
        var years = new ArrayList<Period>();
        for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
            years.add(Period.year(year));
        }
        return years;
    }
}
