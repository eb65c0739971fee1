package se.trivsel.contract;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes a calendar of what a municipality agreed, on top of what its systems' sources say. */
final class CalendarReader {
    private CalendarReader() {}

    /** When a source, or a municipality for one dataset, says that deliveries are due. */
    static Due due(Entry entry) {
        return new Due(
                Due.Every.valueOf(entry.text("every").toUpperCase(Locale.ROOT)),
                entry.has("months_after") ? entry.number("months_after") : 1,
                entry.number("by_day"));
    }

    /**
     * The calendar of a municipality.
     *
     * @param usual each dataset that its systems deliver, with what the source says about when it is due
     */
    static DeliveryCalendar calendar(Entry municipality, Map<String, Optional<Due>> usual) {
        var dueByDataset = new TreeMap<String, Due>();
        usual.forEach((dataset, due) -> due.ifPresent(known -> dueByDataset.put(dataset, known)));
        if (!municipality.has("expects")) {
            return new DeliveryCalendar(Optional.empty(), Optional.empty(), dueByDataset);
        }
        Entry expects = municipality.at("expects");
        expects.map("due").forEach((dataset, entry) -> dueByDataset.put(dataset, due(entry)));
        Optional<YearMonth> from = expects.find("from").map(YearMonth::parse);
        Optional<YearMonth> to = expects.find("to").map(YearMonth::parse);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            expects.at("to").problem("lies before from; nothing would ever be expected");
        }
        return new DeliveryCalendar(from, to, dueByDataset);
    }

    /** Reports what a municipality says about datasets that it does not deliver. */
    static void refuseUnknown(Entry municipality, Set<String> delivered) {
        if (municipality.has("expects")) {
            municipality.at("expects").map("due").forEach((dataset, entry) -> {
                if (!delivered.contains(dataset)) {
                    entry.problem("none of its systems delivers " + dataset + Similar.didYouMean(dataset, delivered));
                }
            });
        }
    }
}
