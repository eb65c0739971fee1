package se.trivsel.contract;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A supplier of which it is known what it sells, while it did.
 *
 * <p>It decides before what the ledger's texts say: one that also sells something else does not belong in the register.
 *
 * @param provides a class of ledger lines, such as {@code inhyrd_socionom}
 * @param from the first day; without it, since ever
 * @param to the last day; without it, it still does
 */
public record ListedSupplier(
        String organisationNumber, String name, String provides, Optional<LocalDate> from, Optional<LocalDate> to) {
    boolean overlaps(ListedSupplier other) {
        return organisationNumber.equals(other.organisationNumber) && !isOver(other.from) && !other.isOver(from);
    }

    private boolean isOver(Optional<LocalDate> day) {
        return to.isPresent() && day.isPresent() && to.get().isBefore(day.get());
    }
}
