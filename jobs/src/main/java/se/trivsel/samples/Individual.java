package se.trivsel.samples;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An invented person.
 *
 * @param personalNumber twelve digits of the series that the tax agency keeps for tests, or nothing
 * @param localNumber the number that a system of its own gives
 * @param bornOn the birthday; for staff without a personal number only its year is told
 */
record Individual(Optional<String> personalNumber, String localNumber, String name, boolean isWoman, LocalDate bornOn) {
    /** Somebody without a name, with the test number of a birthday. */
    static Individual withTestNumber(LocalDate birthday, boolean isWoman) {
        return new Individual(Optional.of(TestNumbers.of(birthday, isWoman)), "", "", isWoman, birthday);
    }

    String sexCode() {
        return isWoman ? "kvinna" : "man";
    }

    int ageOn(LocalDate day) {
        int years = day.getYear() - bornOn.getYear();
        boolean hadBirthday = !bornOn.withYear(2000).isAfter(day.withYear(2000));
        return hadBirthday ? years : years - 1;
    }

    /** The age group's code, as in the code list {@code age_group}. */
    String ageGroupOn(LocalDate day) {
        int age = ageOn(day);
        if (age <= 6) {
            return "0_6";
        }
        if (age <= 12) {
            return "7_12";
        }
        if (age <= 15) {
            return "13_15";
        }
        if (age <= 17) {
            return "16_17";
        }
        return age <= 20 ? "18_20" : "21_plus";
    }
}
