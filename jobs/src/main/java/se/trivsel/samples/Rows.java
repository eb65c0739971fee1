package se.trivsel.samples;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import se.trivsel.contract.Municipality;
import se.trivsel.vocabulary.Period;

/**
 * The rows of a period's files, as they were known on its last day.
 *
 * <p>An illness that goes on into the next year has no end in this year's file, and gets one in the next: so do real
 * exports, and so a figure of last year can change.
 */
final class Rows {
    private static final String DEPARTMENT = "Socialförvaltningen";

    private final Municipality municipality;
    private final LocalDate first;
    private final LocalDate last;

    Rows(Municipality municipality, Period period) {
        this.municipality = municipality;
        this.first = period.from().atDay(1);
        this.last = period.to().atEndOfMonth();
    }

    Stream<Row> employments(Employee employee, Optional<String> covered) {
        return employee.stints().stream()
                .filter(stint -> overlaps(stint.from(), stint.to()))
                .map(stint -> employment(employee, stint).word("covers_employment", covered));
    }

    private static Row employment(Employee employee, Stint stint) {
        Terms terms = stint.terms();
        Individual individual = employee.individual();
        return new Row()
                .word("employment", employee.number())
                .person("person", individual)
                .word("sex_code", individual.sexCode())
                .whole("birth_year", individual.bornOn().getYear())
                .day("valid_from", stint.from())
                .day("valid_to", stint.to())
                .word("employment_form_code", terms.form())
                .word("occupation_code", terms.occupation())
                .word("level_code", terms.level())
                // The label of administrators is the only one given: the others' are not public knowledge.
                .word("aid_code", terms.occupation().equals("administrator") ? "152010" : "")
                .word("unit_code", terms.unit())
                .word("manager_employment", terms.manager().equals(employee.number()) ? "" : terms.manager())
                .whole("contracted_percent", terms.percent())
                .day("first_employed_on", employee.firstDay())
                .flag("has_degree", employee.hasDegree())
                .word("start_reason_code", stint.startReason())
                .word("end_reason_code", stint.endReason())
                .aside("Namn", individual.name());
    }

    Stream<Row> salary(Salary salary) {
        if (!overlaps(salary.from(), salary.to())) {
            return Stream.of();
        }
        var row = new Row()
                .word("employment", salary.employee().number())
                .day("valid_from", salary.from())
                .day("valid_to", salary.to())
                .whole("full_time_monthly_sek", salary.fullTimeSek())
                .whole("review_year", salary.reviewYear());
        return Stream.of(salary.additionSek() == 0 ? row : row.whole("fixed_addition_sek", salary.additionSek()));
    }

    Stream<Row> unit(Unit unit) {
        if (!overlaps(unit.from(), unit.to())) {
            return Stream.of();
        }
        return Stream.of(new Row()
                .word("unit_code", unit.code())
                .word("unit_name", unit.name())
                .day("valid_from", unit.from())
                .day("valid_to", known(unit.to()))
                .word("department_name", DEPARTMENT)
                .word("activity_code", unit.activity())
                .word("parent_unit_code", unit.parent())
                .word("predecessor_unit_code", unit.predecessor()));
    }

    Stream<Row> absence(Absence absence) {
        if (!overlaps(absence.from(), Optional.of(absence.to()))) {
            return Stream.of();
        }
        Optional<LocalDate> to = absence.knownEnd() ? Optional.of(absence.to()) : known(Optional.of(absence.to()));
        var row = new Row()
                .word("absence_no", absence.number())
                .word("employment", absence.employee().number())
                .word("absence_reason_code", absence.reason())
                .day("started_on", absence.from())
                .day("ended_on", to)
                .thousandths("extent_share", absence.permille())
                .flag("is_certified", to.isPresent());
        return Stream.of(to.isPresent() ? row.hundredths("scheduled_hours", WorkTime.scheduled(absence)) : row);
    }

    Row workMonth(WorkMonth month) {
        return new Row()
                .word("employment", month.employee().number())
                .month("month", month.month())
                .hundredths("ordinary_hours", month.ordinary())
                .hundredths("worked_hours", month.worked())
                .hundredths("overtime_hours", month.overtime())
                .hundredths("additional_hours", month.additional())
                .hundredths("flex_balance_hours", month.flex())
                .hundredths("supervision_hours", month.supervision())
                .hundredths("training_hours", month.training());
    }

    Stream<Row> position(PostMonth post) {
        if (post.monthEnd().isBefore(first) || post.monthEnd().isAfter(last)) {
            return Stream.of();
        }
        var row = new Row()
                .word("position_no", post.post())
                .month("month", YearMonth.from(post.monthEnd()))
                .word("unit_code", post.unit())
                .word("occupation_code", post.occupation())
                .whole("budgeted_fte", 1)
                .word("position_state_code", post.state())
                .day("recruitment_started_on", post.recruitedFrom())
                .day("recruitment_ended_on", post.recruitedTo())
                .day("entered_on", post.enteredOn());
        post.applicants().ifPresent(count -> row.whole("applicants", count));
        return Stream.of(row);
    }

    Stream<Row> referral(Referral referral) {
        if (!overlaps(referral.receivedOn(), Optional.of(referral.decidedOn()))) {
            return Stream.of();
        }
        Optional<LocalDate> decidedOn = known(Optional.of(referral.decidedOn()));
        return Stream.of(client(new Row(), referral.client(), referral.receivedOn())
                .word("referral", referral.number())
                .word("report", referral.report())
                .day("received_on", referral.receivedOn())
                .word("referral_type_code", referral.type())
                .word("reporter_code", referral.reporter())
                .word("unit_code", referral.unit())
                .day("protection_assessed_on", referral.receivedOn())
                .word("decision_code", decidedOn.map(day -> referral.decision()))
                .day("decided_on", decidedOn)
                .flag("has_exceptional_reasons", decidedOn.isPresent() && referral.hasExceptionalReasons()));
    }

    Stream<Row> investigation(Investigation investigation) {
        if (!overlaps(investigation.startedOn(), Optional.of(investigation.endedOn()))) {
            return Stream.of();
        }
        Optional<LocalDate> endedOn = known(Optional.of(investigation.endedOn()));
        Optional<LocalDate> extendedOn = known(investigation.extensionDecidedOn());
        return Stream.of(new Row()
                .word("investigation", investigation.number())
                .word("referral", investigation.referral().number())
                .person("client", investigation.referral().client())
                .day("started_on", investigation.startedOn())
                .day("ended_on", endedOn)
                .day("extended_to", extendedOn.flatMap(day -> investigation.extendedTo()))
                .day("extension_decided_on", extendedOn)
                .word("close_reason_code", endedOn.map(day -> investigation.closeReason()))
                .word("unit_code", investigation.unit()));
    }

    Stream<Row> assignment(Assignment assignment) {
        if (!overlaps(assignment.from(), Optional.of(assignment.to()))) {
            return Stream.of();
        }
        var row = new Row()
                .word("case_type_code", assignment.caseType())
                .word("case", assignment.caseNumber())
                .word("role_code", assignment.role())
                .day("assigned_from", assignment.from())
                .day("assigned_to", known(Optional.of(assignment.to())));
        assignment
                .handler()
                .ifPresent(handler ->
                        row.person("handler", handler.individual()).word("handler_employment", handler.number()));
        return Stream.of(row);
    }

    Stream<Row> placement(Placement placement) {
        if (!overlaps(placement.startedOn(), Optional.of(placement.endedOn()))) {
            return Stream.of();
        }
        Optional<LocalDate> endedOn = known(Optional.of(placement.endedOn()));
        return Stream.of(client(new Row(), placement.client(), placement.startedOn())
                .word("placement", placement.number())
                .word("intervention", placement.intervention())
                .word("placement_form_code", placement.form().name().toLowerCase(Locale.ROOT))
                .word("provision_code", placement.form().provision())
                .word("provider_org_no", placement.provider().organisationNumber())
                .day("started_on", placement.startedOn())
                .day("ended_on", endedOn)
                .word("end_reason_code", endedOn.map(day -> placement.endReason()))
                .hundredths("day_price_sek", placement.daySek() * 100L));
    }

    Stream<Row> service(Service service) {
        if (!overlaps(service.startedOn(), Optional.of(service.endedOn()))) {
            return Stream.of();
        }
        var row = new Row()
                .word("intervention", service.number())
                .word("investigation", service.investigation().map(Investigation::number))
                .word("service_type_code", service.type())
                .flag("is_assessed", service.client().isPresent())
                .day("decided_on", service.investigation().map(Investigation::endedOn))
                .day("started_on", service.startedOn())
                .day("ended_on", known(Optional.of(service.endedOn())))
                .word("unit_code", service.unit());
        service.client().ifPresent(client -> row.person("client", client));
        return Stream.of(row);
    }

    Stream<Row> survey(Survey survey) {
        LocalDate day = survey.month().atDay(1);
        if (!overlaps(day, Optional.of(day))) {
            return Stream.of();
        }
        var row = new Row()
                .word("unit_code", survey.unit())
                .month("month", survey.month())
                .word("question_code", survey.question())
                .whole("answers", survey.answers())
                .whole("sent", survey.sent());
        survey.meanThousandths().ifPresent(mean -> row.thousandths("mean_score", mean));
        survey.yesAnswers().ifPresent(yes -> row.whole("yes_answers", yes));
        return Stream.of(row);
    }

    Stream<Row> requirement(Requirement requirement) {
        if (!overlaps(requirement.visitedOn(), Optional.of(requirement.closedOn()))) {
            return Stream.of();
        }
        Optional<LocalDate> closedOn = known(Optional.of(requirement.closedOn()));
        return Stream.of(new Row()
                .word("requirement", requirement.number())
                .day("visited_on", requirement.visitedOn())
                .word("requirement_category_code", requirement.category())
                .day("deadline_on", requirement.deadlineOn())
                .day("closed_on", closedOn)
                .word("requirement_status_code", closedOn.isPresent() ? "uppfyllt" : "oppet"));
    }

    Stream<Row> ledgerLine(LedgerLine line) {
        if (!overlaps(line.bookedOn(), Optional.of(line.bookedOn()))) {
            return Stream.of();
        }
        return Stream.of(new Row()
                .word("voucher_no", line.voucher())
                .word("invoice_no", line.invoice())
                .day("booked_on", line.bookedOn())
                .word("supplier_org_no", line.supplier().organisationNumber())
                .word("supplier_name", line.supplier().name())
                .word("account_code", line.account().code())
                .word("account_text", line.account().text())
                .word("department_name", DEPARTMENT)
                .word("responsibility_code", "4100")
                .word("activity_code", line.account().activity())
                .hundredths("amount_sek", line.hundredths())
                .word("currency_code", "SEK")
                .word("purchase_basis", "Ramavtal")
                .aside(
                        "kopare_id",
                        TestNumbers.organisation(
                                Integer.parseInt(municipality.code().value())))
                .aside("kopare", municipality.name() + " kommun")
                .aside("kommun_id", municipality.code().value()));
    }

    private static Row client(Row row, Individual client, LocalDate day) {
        return row.person("client", client)
                .word("sex_code", client.sexCode())
                .word("age_group_code", client.ageGroupOn(day));
    }

    private boolean overlaps(LocalDate from, Optional<LocalDate> to) {
        return !from.isAfter(last) && to.map(end -> !end.isBefore(first)).orElse(true);
    }

    private Optional<LocalDate> known(Optional<LocalDate> day) {
        return day.filter(known -> !known.isAfter(last));
    }
}
