package se.trivsel.lake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.trivsel.contract.DeliveryCalendar;
import se.trivsel.contract.Due;
import se.trivsel.contract.Municipality;
import se.trivsel.lake.ExpectedDelivery.State;
import se.trivsel.vocabulary.Period;

/**
 * One municipality's deliveries of one dataset, held against what it agreed to deliver.
 *
 * <p>Late is late on the day that is asked about: a release for a day last year is as fresh as it was then.
 */
public final class ExpectedDeliveries {
    private final LocalDate asOf;
    private final List<DeliveryManifest> known;
    private final Map<YearMonth, LocalDate> deliveredOn = new HashMap<>();

    private ExpectedDeliveries(LocalDate asOf, List<DeliveryManifest> known) {
        this.asOf = asOf;
        this.known = known;
        for (DeliveryManifest reading : known) {
            if (reading.isAccepted()) {
                reading.period()
                        .months()
                        .forEach(month -> deliveredOn.merge(
                                month, reading.knownOn(), (one, other) -> one.isBefore(other) ? one : other));
            }
        }
    }

    /** All that has been expected until a day, and what is expected next, by municipality, dataset and period. */
    public static List<ExpectedDelivery> asOf(
            LocalDate asOf, Collection<Municipality> municipalities, Collection<DeliveryManifest> readings) {
        Map<String, List<DeliveryManifest>> knownBySender = readings.stream()
                .filter(reading -> !reading.knownOn().isAfter(asOf))
                .collect(Collectors.groupingBy(reading -> reading.municipality() + " " + reading.dataset()));
        var expected = new ArrayList<ExpectedDelivery>();
        for (Municipality municipality : municipalities.stream()
                .sorted(Comparator.comparing(Municipality::code))
                .toList()) {
            new TreeMap<>(municipality.calendar().dueByDataset()).forEach((dataset, due) -> {
                var known = knownBySender.getOrDefault(municipality.code() + " " + dataset, List.of());
                expected.addAll(new ExpectedDeliveries(asOf, known).of(municipality, dataset, due));
            });
        }
        return List.copyOf(expected);
    }

    private List<ExpectedDelivery> of(Municipality municipality, String dataset, Due due) {
        DeliveryCalendar calendar = municipality.calendar();
        Optional<YearMonth> first =
                calendar.from().or(() -> deliveredOn.keySet().stream().min(Comparator.naturalOrder()));
        if (first.isEmpty()) {
            return List.of();
        }
        var expected = new ArrayList<ExpectedDelivery>();
        YearMonth last = earlier(YearMonth.from(asOf), calendar);
        Period whole = due.periodOf(first.get());
        while (!whole.from().isAfter(last)) {
            YearMonth begin = whole.from().isBefore(first.get()) ? first.get() : whole.from();
            var agreed = new Period(begin, earlier(whole.to(), calendar));
            Period next = due.periodOf(whole.to().plusMonths(1));
            expected.add(new ExpectedDelivery(
                    municipality.code(),
                    dataset,
                    agreed,
                    due.on(whole),
                    state(agreed, due.on(whole), due.on(next)),
                    deliveredOn(agreed)));
            whole = next;
        }
        return expected;
    }

    private static YearMonth earlier(YearMonth month, DeliveryCalendar calendar) {
        return calendar.to().filter(month::isAfter).orElse(month);
    }

    private Optional<LocalDate> deliveredOn(Period period) {
        return period.months().allMatch(deliveredOn::containsKey)
                ? period.months().map(deliveredOn::get).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private State state(Period period, LocalDate dueOn, LocalDate nextDueOn) {
        if (deliveredOn(period).isPresent()) {
            return State.DELIVERED;
        }
        boolean isRejected = period.months()
                .filter(month -> !deliveredOn.containsKey(month))
                .anyMatch(month -> known.stream()
                        .filter(reading -> !reading.isAccepted())
                        .anyMatch(reading -> reading.period().contains(Period.month(month))));
        if (isRejected) {
            return State.REJECTED;
        }
        if (!asOf.isAfter(dueOn)) {
            return State.NOT_DUE;
        }
        return asOf.isAfter(nextDueOn) ? State.MISSING : State.LATE;
    }
}
