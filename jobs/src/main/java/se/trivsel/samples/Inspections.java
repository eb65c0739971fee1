package se.trivsel.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;

/** Visits of the work environment authority, and what it wanted mended after them: often late, sometimes not yet. */
final class Inspections {
    /** A visit, and what was wanted after it. */
    record Visit(LocalDate on, List<String> categories) {}

    private static final List<String> CATEGORIES = List.of(
            "arbetsbelastning", "systematiskt_arbete", "hot_vald", "kunskap", "krankande", "ensamarbete", "lokaler");

    private Inspections() {}

    static List<Requirement> of(MunicipalityCode code, Period period, Chance chance) {
        var requirements = new ArrayList<Requirement>();
        List<Visit> told = Stories.visits(code);
        for (Visit visit : told.isEmpty() ? ordinary(period, chance) : told) {
            for (String category : visit.categories()) {
                String number =
                        visit.on().getYear() + "/0" + chance.between(10_000, 69_999) + "-" + (requirements.size() + 1);
                LocalDate deadlineOn = visit.on().plusDays(chance.between(90, 210));
                LocalDate closedOn = deadlineOn.plusDays(chance.between(-40, 180));
                requirements.add(new Requirement(number, visit.on(), category, deadlineOn, closedOn));
            }
        }
        return requirements;
    }

    /** Two visits in four years, with one thing to three to mend after each. */
    private static List<Visit> ordinary(Period period, Chance chance) {
        LocalDate first = period.from().atDay(1);
        int days = (int) (period.to().atEndOfMonth().toEpochDay() - first.toEpochDay());
        return List.of(
                visit(first.plusDays(chance.between(60, days / 2)), chance),
                visit(first.plusDays(chance.between(days / 2, days - 60)), chance));
    }

    private static Visit visit(LocalDate day, Chance chance) {
        int from = chance.below(CATEGORIES.size() - 2);
        return new Visit(day, CATEGORIES.subList(from, from + chance.between(1, 3)));
    }
}
