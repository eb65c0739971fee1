package se.trivsel.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.trivsel.contract.Contract;
import se.trivsel.lake.ExpectedDelivery;
import se.trivsel.lake.ExpectedDelivery.State;

/**
 * A line in a municipality's list of what it has agreed to deliver and has not.
 *
 * <p>A dataset has one line for each state, with the oldest period: whoever stopped years ago need not read them all.
 *
 * @param style the class of the page's style sheet
 */
public record Awaited(String dataset, String period, String state, String style, String dueOn) {

    /** The longest awaited first. */
    static List<Awaited> of(Collection<ExpectedDelivery> expected, Map<String, Contract> contracts) {
        var byDataset = new TreeMap<String, Map<State, List<ExpectedDelivery>>>();
        for (ExpectedDelivery delivery : expected) {
            if (delivery.state() != State.DELIVERED) {
                byDataset
                        .computeIfAbsent(delivery.dataset(), none -> new EnumMap<>(State.class))
                        .computeIfAbsent(delivery.state(), none -> new ArrayList<>())
                        .add(delivery);
            }
        }
        return byDataset.values().stream()
                .flatMap(byState -> byState.values().stream())
                .sorted(Comparator.comparing(Awaited::firstDueOn))
                .map(same -> line(same, contracts))
                .toList();
    }

    private static LocalDate firstDueOn(List<ExpectedDelivery> same) {
        return same.get(0).dueOn();
    }

    private static Awaited line(List<ExpectedDelivery> same, Map<String, Contract> contracts) {
        ExpectedDelivery oldest = same.get(0);
        String others = same.size() == 1
                ? ""
                : " och " + SwedishNumbers.counted(same.size() - 1, "period", "perioder") + " till";
        return new Awaited(
                Optional.ofNullable(contracts.get(oldest.dataset()))
                        .map(Contract::label)
                        .orElse(oldest.dataset()),
                SwedishDates.period(oldest.period()) + others,
                swedish(oldest.state()),
                style(oldest.state()),
                SwedishDates.day(oldest.dueOn()));
    }

    private static String swedish(State state) {
        return switch (state) {
            case DELIVERED -> "Levererad";
            case REJECTED -> "Avvisad, väntar på rättelse";
            case NOT_DUE -> "Väntas";
            case LATE -> "Försenad";
            case MISSING -> "Saknas";
        };
    }

    private static String style(State state) {
        return switch (state) {
            case DELIVERED, NOT_DUE -> "accepted";
            case LATE -> "remarks";
            case REJECTED, MISSING -> "rejected";
        };
    }
}
