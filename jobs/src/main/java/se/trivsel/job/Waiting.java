package se.trivsel.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.trivsel.contract.Municipality;
import se.trivsel.contract.Source;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.ExpectedDelivery;
import se.trivsel.vocabulary.SourceKind;

/**
 * What a run still waits for at its end, a line for each municipality and dataset.
 *
 * <p>What was never taken in at all is told without regard to any calendar, and only so: it is not late as well.
 *
 * @param missing municipality and dataset for which nothing was ever taken in
 * @param overdue what is late, missing or rejected although its day has passed
 */
record Waiting(List<String> missing, List<String> overdue) {
    Waiting {
        missing = List.copyOf(missing);
        overdue = List.copyOf(overdue);
    }

    static Waiting of(Workplace workplace) {
        var described = new TreeSet<String>();
        List<SourceKind> kinds = workplace.request().job().publishes()
                ? List.of(SourceKind.values())
                : workplace.request().job().reads();
        for (Municipality municipality :
                workplace.configuration().municipalities().values()) {
            for (SourceKind kind : kinds) {
                String system = municipality.systemByKind().get(kind);
                if (system != null) {
                    for (Source source : workplace.configuration().sources(kind, system)) {
                        described.add(municipality.code() + " " + source.dataset());
                    }
                }
            }
        }
        var missing = new TreeSet<>(described);
        workplace.lake().manifests().stream()
                .filter(DeliveryManifest::isAccepted)
                .forEach(manifest -> missing.remove(manifest.municipality() + " " + manifest.dataset()));
        described.removeAll(missing);
        Map<String, List<ExpectedDelivery>> overdue = new LinkedHashMap<>();
        for (ExpectedDelivery delivery : workplace.expected()) {
            String sender = delivery.municipality() + " " + delivery.dataset();
            if (described.contains(sender) && delivery.isOverdue(workplace.asOf())) {
                overdue.computeIfAbsent(sender, first -> new ArrayList<>()).add(delivery);
            }
        }
        return new Waiting(
                List.copyOf(missing),
                overdue.entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** The oldest one and how many more: a municipality that stopped years ago should not fill the screen. */
    private static String line(String sender, List<ExpectedDelivery> overdue) {
        ExpectedDelivery oldest = overdue.get(0);
        LocalDate dueOn = oldest.dueOn();
        String others = overdue.size() == 1 ? "" : ", and " + (overdue.size() - 1) + " after it";
        return oldest.state() + " " + sender + ": " + oldest.period() + " was due on " + dueOn + others;
    }

    boolean isNothing() {
        return missing.isEmpty() && overdue.isEmpty();
    }

    void tell(RunLog log) {
        Map<String, String> datasets = missing.stream()
                .map(sender -> sender.split(" "))
                .collect(Collectors.groupingBy(
                        sender -> sender[0],
                        TreeMap::new,
                        Collectors.mapping(sender -> sender[1], Collectors.joining(", "))));
        datasets.forEach((municipality, names) ->
                log.say("          MISSING " + municipality + " " + names + ": nothing was ever taken in"));
        overdue.forEach(line -> log.say("          " + line));
    }
}
