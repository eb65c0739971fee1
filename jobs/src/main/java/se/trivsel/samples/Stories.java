package se.trivsel.samples;

import static se.trivsel.samples.Aspect.BOUGHT;
import static se.trivsel.samples.Aspect.CONSULTANT_COVER;
import static se.trivsel.samples.Aspect.ENGAGEMENT;
import static se.trivsel.samples.Aspect.EXTRA_CONSULTANTS;
import static se.trivsel.samples.Aspect.LATE_DECISIONS;
import static se.trivsel.samples.Aspect.LATE_INVESTIGATIONS;
import static se.trivsel.samples.Aspect.LONG_SICK;
import static se.trivsel.samples.Aspect.MIDDLE_SICK;
import static se.trivsel.samples.Aspect.MONTHS_TO_FILL;
import static se.trivsel.samples.Aspect.OCCUPATION_MOVES;
import static se.trivsel.samples.Aspect.OVERTIME;
import static se.trivsel.samples.Aspect.OWN_REQUEST;
import static se.trivsel.samples.Aspect.PARENTAL_LEAVES;
import static se.trivsel.samples.Aspect.PAY;
import static se.trivsel.samples.Aspect.PERMANENT_COVER;
import static se.trivsel.samples.Aspect.QUEUE_DAYS;
import static se.trivsel.samples.Aspect.SHORT_SICK;
import static se.trivsel.samples.Aspect.SUMMER_JOBS;
import static se.trivsel.samples.Aspect.SUPERVISION;
import static se.trivsel.samples.Aspect.TEMPORARY;
import static se.trivsel.samples.Aspect.TRAINED_MANAGERS;
import static se.trivsel.samples.Aspect.UNASSESSED_SERVICES;
import static se.trivsel.samples.Aspect.UNASSIGNED;
import static se.trivsel.samples.Aspect.UNIT_MOVES;

import java.time.LocalDate;
import java.util.List;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;

/**
 * The stories the samples tell; every figure in them is invented.
 *
 * <p>Three follow what was said in public of Uppsala, Mora and Nyköping; the others are ordinary, each in its way.
 */
final class Stories {
    /** The municipalities that come first when fewer are asked for. */
    static final List<String> FIRST = List.of("0380", "2062", "0480");

    /** What differs between ordinary municipalities. */
    private static final List<Aspect> SPREAD = List.of(
            OWN_REQUEST,
            UNIT_MOVES,
            MONTHS_TO_FILL,
            CONSULTANT_COVER,
            LONG_SICK,
            SHORT_SICK,
            OVERTIME,
            LATE_DECISIONS,
            LATE_INVESTIGATIONS,
            UNASSIGNED,
            BOUGHT);

    private Stories() {}

    static Story of(MunicipalityCode code, Chance chance) {
        return switch (code.value()) {
            case "0380" -> uppsala();
            case "2062" -> mora();
            case "0480" -> nykoping();
            case "0580" -> ordinary(31, chance);
            case "1880" -> ordinary(28, chance).reorganised("2016-03");
            case "1488" -> ordinary(24, chance);
            case "1080" -> ordinary(24, chance);
            case "1496" -> ordinary(22, chance);
            case "2029", "1291" -> ordinary(19, chance);
            default -> ordinary(chance.between(18, 42), chance);
        };
    }

    /** Whether a municipality can say which posts are vacant; many cannot. */
    static boolean countsPosts(MunicipalityCode code) {
        return !code.value().equals("1488");
    }

    /** Whether a year's absence had to be sent a second time. */
    static boolean isCorrected(MunicipalityCode code, Period part) {
        return code.value().equals("0480") && part.equals(Period.year(2016));
    }

    /** Whether the staff are asked in a year: some ask every second year, and one began with its dialogue. */
    static boolean asksStaff(MunicipalityCode code, int year) {
        return switch (code.value()) {
            case "0480" -> year >= 2015;
            case "1488", "1496" -> year % 2 == 0;
            default -> true;
        };
    }

    /** Visits of the work environment authority that the story tells of; the others come by chance. */
    static List<Inspections.Visit> visits(MunicipalityCode code) {
        return switch (code.value()) {
            case "2062" ->
                List.of(
                        new Inspections.Visit(
                                LocalDate.of(2015, 5, 19),
                                List.of("arbetsbelastning", "hot_vald", "kunskap", "systematiskt_arbete")),
                        new Inspections.Visit(LocalDate.of(2017, 9, 12), List.of("ensamarbete")));
            case "0480" -> List.of(new Inspections.Visit(LocalDate.of(2016, 11, 8), List.of("lokaler", "hot_vald")));
            default -> List.of();
        };
    }

    private static Story ordinary(int posts, Chance chance) {
        Story story = Story.of(posts);
        for (Aspect aspect : SPREAD) {
            double value = aspect.ordinary();
            story = story.with(
                    aspect,
                    Curve.level(value * chance.between(0.6, 1.4)).to("2017-12", value * chance.between(0.6, 1.4)));
        }
        return story.with(PAY, chance.between(0.97, 1.03));
    }

    /** Twelve in a hundred leave by own request; with every move and long leave counted, half of them or more "leave". */
    private static Story uppsala() {
        return Story.of(150)
                .yearByYear()
                .with(OWN_REQUEST, 0.12)
                .with(OCCUPATION_MOVES, 0.11)
                .with(UNIT_MOVES, 0.10)
                .with(TEMPORARY, 0.12)
                .with(PARENTAL_LEAVES, 0.08)
                .with(PAY, Curve.level(0.99).until("2015-03").to("2017-12", 1.02))
                .with(SHORT_SICK, Curve.level(1.5).to("2017-12", 1.2))
                .with(LATE_INVESTIGATIONS, Curve.level(0.22).to("2017-12", 0.14))
                .with(TRAINED_MANAGERS, Curve.level(0.5).until("2015-01").to("2015-06", 1));
    }

    /** A crisis in 2015, a programme from that autumn on, and a good year 2017 with hardly a consultant. */
    private static Story mora() {
        return Story.of(25)
                .yearByYear()
                .adding("2016-02", "administrator", "administrator")
                .with(OWN_REQUEST, crisis(0.14, 0.42).to("2016-07", 0.10).to("2017-01", 0.06))
                .with(MONTHS_TO_FILL, crisis(3, 8).to("2016-04", 3).to("2017-01", 1.5))
                .with(CONSULTANT_COVER, crisis(0.3, 0.6).to("2016-12", 0))
                .with(EXTRA_CONSULTANTS, crisis(0.02, 0.12).to("2016-10", 0.02).to("2017-01", 0))
                .with(LONG_SICK, crisis(0.08, 0.24).to("2016-06", 0.08).to("2017-01", 0.04))
                .with(MIDDLE_SICK, crisis(0.18, 0.40).to("2016-09", 0.15))
                .with(SHORT_SICK, crisis(1.5, 2.6).to("2016-09", 1.2).to("2017-06", 0.9))
                .with(OVERTIME, crisis(3, 11).to("2016-09", 2))
                .with(LATE_DECISIONS, crisis(0.12, 0.42).to("2016-06", 0.10).to("2017-01", 0.03))
                .with(
                        LATE_INVESTIGATIONS,
                        crisis(0.20, 0.48).to("2016-09", 0.12).to("2017-01", 0.05))
                .with(UNASSIGNED, crisis(0.10, 0.75).to("2016-06", 0.12).to("2017-01", 0.02))
                .with(QUEUE_DAYS, crisis(20, 80).to("2016-06", 20).to("2017-01", 8))
                .with(BOUGHT, crisis(0.50, 0.75).to("2017-01", 0.15))
                .with(PAY, 0.99)
                .with(SUPERVISION, Curve.level(1).until("2015-12").to("2016-06", 2.5))
                .with(PERMANENT_COVER, Curve.level(0).until("2015-12").to("2016-06", 0.9))
                .with(ENGAGEMENT, crisis(3.7, 2.9).to("2016-09", 3.8).to("2017-06", 4.2))
                .with(UNASSESSED_SERVICES, Curve.level(0.2).until("2015-12").to("2017-01", 1.2))
                .with(SUMMER_JOBS, Curve.level(0).until("2015-12").to("2016-01", 0.10));
    }

    /** Ordinary until the autumn of 2014, worst from March to November 2015. */
    private static Curve crisis(double ordinary, double worst) {
        return Curve.level(ordinary).until("2014-10").to("2015-03", worst).until("2015-11");
    }

    /** Slowly better from the dialogue in May 2015 on. */
    private static Story nykoping() {
        return Story.of(42)
                .yearByYear()
                .with(OWN_REQUEST, fromTheDialogueOn(0.17, 0.09))
                .with(MONTHS_TO_FILL, fromTheDialogueOn(4, 2))
                .with(CONSULTANT_COVER, fromTheDialogueOn(0.4, 0.2))
                .with(LONG_SICK, fromTheDialogueOn(0.11, 0.06))
                .with(SHORT_SICK, fromTheDialogueOn(1.6, 1.1))
                .with(OVERTIME, fromTheDialogueOn(4, 1.5))
                .with(SUPERVISION, fromTheDialogueOn(1, 2.5))
                .with(ENGAGEMENT, fromTheDialogueOn(3.5, 4.1))
                .with(UNASSIGNED, fromTheDialogueOn(0.14, 0.05))
                .with(LATE_DECISIONS, fromTheDialogueOn(0.15, 0.06))
                .with(LATE_INVESTIGATIONS, fromTheDialogueOn(0.24, 0.12));
    }

    private static Curve fromTheDialogueOn(double before, double after) {
        return Curve.level(before).until("2015-05").to("2017-12", after);
    }
}
