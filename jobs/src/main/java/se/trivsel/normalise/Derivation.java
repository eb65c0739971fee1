package se.trivsel.normalise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.trivsel.contract.CodeList;

/** What one column tells about another; nothing where it is silent. */
interface Derivation {
    Optional<?> tell(RowState row);

    static Derivation sex(int person) {
        return row -> row.person(person).map(number -> number.isWoman() ? "kvinna" : "man");
    }

    static Derivation birthYear(int person) {
        return row -> row.person(person).map(PersonalNumber::birthYear);
    }

    /**
     * The age group on a day that the row holds.
     *
     * @param groups codes such as {@code 0_6} and {@code 21_plus}
     */
    static Derivation ageGroup(int person, int day, CodeList groups) {
        List<String> codes = List.copyOf(groups.labelByCode().keySet());
        return row -> row.person(person)
                .flatMap(number -> row.value(day)
                        .map(on -> number.age(LocalDate.ofEpochDay((Integer) on)))
                        .flatMap(age ->
                                codes.stream().filter(code -> isIn(code, age)).findFirst()));
    }

    /** A supplier is a legal person, or by its number a sole trader, or unknown when it has none. */
    static Derivation supplierKind(int organisation, EmptyCells empty) {
        return row -> {
            if (empty.isEmpty(row.cell(organisation))) {
                return Optional.of("okand");
            }
            return Optional.of(row.isLegalPerson(organisation) ? "juridisk_person" : "enskild_firma");
        };
    }

    private static boolean isIn(String ageGroup, int age) {
        int separator = ageGroup.indexOf('_');
        int from = Integer.parseInt(ageGroup.substring(0, separator));
        String to = ageGroup.substring(separator + 1);
        return age >= from && (to.equals("plus") || age <= Integer.parseInt(to));
    }
}
