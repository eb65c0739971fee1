package se.trivsel.samples;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Makes up staff and clients.
 *
 * <p>Staff born before 1976 get no personal number: the test series hold too few of those years. Their names are made
 * up so that nobody can have them.
 */
final class People {
    private static final List<String> WOMEN = List.of(
            "Alva", "Britta", "Disa", "Edla", "Frida", "Gerd", "Hilma", "Ida", "Jorun", "Klara", "Lova", "Märta");
    private static final List<String> MEN = List.of(
            "Arvid", "Birger", "Dag", "Edvin", "Folke", "Gösta", "Hjalmar", "Ivar", "Jöns", "Kåre", "Ludde", "Måns");
    private static final List<String> BEGINNINGS = List.of("Prov", "Test", "Påhitt", "Exempel", "Mönster", "Låtsas");
    private static final List<String> ENDINGS =
            List.of("ström", "gren", "lund", "kvist", "berg", "fors", "dal", "ås", "hök", "näs");

    private final Chance chance;
    private final TestNumbers staffNumbers;
    private final TestNumbers clientNumbers;
    private int clients;

    People(Chance chance) {
        this.chance = chance;
        this.staffNumbers = new TestNumbers(LocalDate.of(1976, 1, 1), LocalDate.of(1990, 12, 31), chance);
        this.clientNumbers = new TestNumbers(LocalDate.of(1997, 1, 1), LocalDate.of(2013, 6, 30), chance);
    }

    Individual staff(double shareBornBefore1976) {
        boolean isWoman = chance.happens(0.84);
        Optional<String> number = chance.happens(shareBornBefore1976) ? Optional.empty() : staffNumbers.next(isWoman);
        LocalDate bornOn = number.map(TestNumbers::birthday)
                .orElseGet(() -> LocalDate.of(1950, 1, 1).plusDays(chance.below(26 * 365)));
        return new Individual(number, "", name(isWoman), isWoman, bornOn);
    }

    Individual client() {
        clients++;
        boolean isWoman = chance.happens(0.47);
        Optional<String> number = chance.happens(0.03) ? Optional.empty() : clientNumbers.next(isWoman);
        LocalDate bornOn = number.map(TestNumbers::birthday)
                .orElseGet(() -> LocalDate.of(1997, 1, 1).plusDays(chance.below(16 * 365)));
        return new Individual(number, "K" + (100_000 + clients), "", isWoman, bornOn);
    }

    private String name(boolean isWoman) {
        return chance.oneOf(isWoman ? WOMEN : MEN) + " " + chance.oneOf(BEGINNINGS) + chance.oneOf(ENDINGS);
    }
}
