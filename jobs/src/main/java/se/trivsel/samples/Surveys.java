package se.trivsel.samples;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;

/**
 * What the staff answer each October, unit by unit; not every municipality asks every year.
 *
 * <p>Means of small units are withheld, as those who make surveys do.
 */
final class Surveys {
    private static final int FEWEST_FOR_A_MEAN = 4;

    /** The statements of the survey, and how far above or below the rest they are answered, in hundredths. */
    private enum Statement {
        MOTIVATION_1(30),
        MOTIVATION_2(5),
        MOTIVATION_3(-15),
        LEDARSKAP_1(-5),
        LEDARSKAP_2(15),
        LEDARSKAP_3(10),
        STYRNING_1(0),
        STYRNING_2(-30),
        STYRNING_3(10);

        private final int hundredths;

        Statement(int hundredths) {
            this.hundredths = hundredths;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final List<Employee> employees;
    private final Story story;
    private final Chance chance;
    private final List<Survey> answered = new ArrayList<>();

    private Surveys(List<Employee> employees, Story story, Chance chance) {
        this.employees = employees;
        this.story = story;
        this.chance = chance;
    }

    static List<Survey> of(
            MunicipalityCode code,
            List<Unit> units,
            List<Employee> employees,
            Period period,
            Story story,
            Chance chance) {
        var surveys = new Surveys(employees, story, chance);
        for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
            if (Stories.asksStaff(code, year)) {
                YearMonth month = YearMonth.of(year, Month.OCTOBER);
                units.forEach(unit -> surveys.ask(unit.code(), month));
            }
        }
        return surveys.answered;
    }

    private void ask(String unit, YearMonth month) {
        LocalDate day = month.atDay(1);
        List<Terms> staff = employees.stream()
                .flatMap(employee -> employee.stints().stream())
                .filter(stint -> stint.covers(day) && stint.terms().unit().equals(unit))
                .map(Stint::terms)
                .toList();
        if (staff.isEmpty()) {
            return;
        }
        int answers = Math.max(1, (int) Math.round(staff.size() * chance.between(0.68, 0.92)));
        double mean = story.at(Aspect.ENGAGEMENT, month) + chance.between(-0.25, 0.25);
        for (Statement statement : Statement.values()) {
            double asked = mean + statement.hundredths / 100.0 + chance.between(-0.1, 0.1);
            answered.add(new Survey(
                    unit, month, statement.code(), mean(asked, answers), OptionalInt.empty(), answers, staff.size()));
        }
        int talked = (int) Math.round(answers * chance.between(0.6, 1.0));
        answered.add(yesOrNo(unit, month, "medarbetarsamtal", talked, answers, staff.size()));
        int managers = (int) staff.stream()
                .filter(terms -> terms.occupation().equals("enhetschef"))
                .count();
        if (managers > 0) {
            int trained = chance.happens(story.at(Aspect.TRAINED_MANAGERS, month)) ? managers : 0;
            answered.add(yesOrNo(unit, month, "sam_utbildning", trained, managers, managers));
        }
    }

    /** A mean that so many whole answers can have. */
    private static OptionalLong mean(double about, int answers) {
        if (answers < FEWEST_FOR_A_MEAN) {
            return OptionalLong.empty();
        }
        long sum = Math.round(Math.min(5, Math.max(1, about)) * answers);
        return OptionalLong.of(Math.round(1_000.0 * sum / answers));
    }

    private static Survey yesOrNo(String unit, YearMonth month, String question, int yes, int answers, int sent) {
        return new Survey(unit, month, question, OptionalLong.empty(), OptionalInt.of(yes), answers, sent);
    }
}
