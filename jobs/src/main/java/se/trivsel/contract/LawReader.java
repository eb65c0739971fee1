package se.trivsel.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the law of its file, and checks that no day has two limits or none. */
final class LawReader {
    private LawReader() {}

    static Law read(Entry root, Set<String> measures) {
        var limits = new ArrayList<Limit>();
        root.map("limits").keySet().forEach(name -> limits.addAll(limits(name, root.at("limits"))));
        var breaks = new ArrayList<SeriesBreak>();
        for (Entry entry : root.list("breaks")) {
            entry.list("measures").stream()
                    .filter(measure -> !measures.contains(measure.text()))
                    .forEach(measure -> measure.problem("no such measure " + measure.text() + " in measures"
                            + Similar.didYouMean(measure.text(), measures)));
            entry.day("on")
                    .ifPresent(on -> breaks.add(new SeriesBreak(on, entry.texts("measures"), entry.text("what"))));
        }
        return new Law(limits, breaks);
    }

    private static List<Limit> limits(String name, Entry all) {
        var limits = new ArrayList<Limit>();
        Optional<Limit> earlier = Optional.empty();
        for (Entry entry : all.list(name)) {
            var limit = new Limit(name, entry.day("from"), entry.day("to"), entry.number("value"), entry.text("law"));
            if (earlier.isPresent() && !follows(limit, earlier.get())) {
                entry.problem("must begin on the day after the one before it ends, so that every day has one limit");
            }
            earlier = Optional.of(limit);
            limits.add(limit);
        }
        return limits;
    }

    private static boolean follows(Limit limit, Limit earlier) {
        Optional<LocalDate> next = earlier.to().map(to -> to.plusDays(1));
        return next.isPresent() && next.equals(limit.from());
    }
}
