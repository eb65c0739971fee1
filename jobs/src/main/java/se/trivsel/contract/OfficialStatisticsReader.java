package se.trivsel.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.trivsel.vocabulary.MunicipalityCode;

/** Makes the official figures of their file, and checks that each has one of ours beside it; a municipality may be anybody's. */
final class OfficialStatisticsReader {
    private static final String WHOLE = "alla";
    private static final int MOST_DECIMALS = 6;

    private OfficialStatisticsReader() {}

    static OfficialStatistics read(Entry root, Map<String, Measure> measures) {
        var indicators = new TreeMap<String, OfficialIndicator>();
        for (Entry entry : root.list("indicators")) {
            OfficialIndicator indicator = indicator(entry);
            if (indicators.put(indicator.id(), indicator) != null) {
                entry.at("id").problem("another indicator has this id; each needs its own");
            }
            Optional<Measure> measure = Optional.ofNullable(measures.get(indicator.measure()));
            if (measure.isEmpty()) {
                entry.at("measure")
                        .problem("no such measure " + indicator.measure() + " in measures"
                                + Similar.didYouMean(indicator.measure(), measures.keySet()));
            }
            measure.ifPresent(ours -> check(entry, indicator, ours));
        }
        var figures = new ArrayList<OfficialFigure>();
        var entered = new HashSet<List<String>>();
        for (Entry entry : root.list("figures")) {
            String indicator = entry.text("indicator");
            if (!indicators.containsKey(indicator)) {
                entry.at("indicator")
                        .problem("is not one of the indicators" + Similar.didYouMean(indicator, indicators.keySet()));
            }
            if (!entered.add(
                    List.of(entry.text("municipality"), indicator, entry.text("year"), entry.text("entered_on")))) {
                entry.at("entered_on").problem("the figure was entered on this day already; keep one of them");
            }
            var value = new BigDecimal(entry.text("value"));
            if (value.scale() > MOST_DECIMALS) {
                entry.at("value").problem("has more than " + MOST_DECIMALS + " decimals; write it as it was published");
            }
            entry.day("entered_on")
                    .ifPresent(enteredOn -> figures.add(new OfficialFigure(
                            new MunicipalityCode(entry.text("municipality")),
                            indicator,
                            entry.number("year"),
                            value,
                            entry.has("n") ? Optional.of(entry.number("n")) : Optional.empty(),
                            entry.text("source"),
                            enteredOn)));
        }
        return new OfficialStatistics(List.copyOf(indicators.values()), figures);
    }

    private static OfficialIndicator indicator(Entry entry) {
        Entry differs = entry.at("differs");
        return new OfficialIndicator(
                entry.text("id"),
                entry.text("title"),
                entry.text("measure"),
                entry.find("group").orElse(WHOLE),
                entry.find("part").orElse("value"),
                entry.text("period"),
                differs.find("definition").orElse(""),
                differs.find("population").orElse(""),
                differs.find("period").orElse(""));
    }

    private static void check(Entry entry, OfficialIndicator indicator, Measure ours) {
        String needed = indicator.period().equals("november") ? "month" : "year";
        if (!ours.periodTypes().contains(needed)) {
            entry.at("period")
                    .problem(ours.code() + " has no " + needed + "; it has " + String.join(", ", ours.periodTypes()));
        }
        if (indicator.part().equals("denominator") && ours.denominator().isEmpty()) {
            entry.at("part").problem(ours.code() + " is not divided by anything");
        }
        boolean isItsCounterpart =
                ours.official().filter(indicator.id()::equals).isPresent();
        if (indicator.group().equals(WHOLE)
                && !isItsCounterpart
                && indicator.definition().isEmpty()) {
            entry.at("id")
                    .problem("is not the official counterpart that " + ours.code()
                            + " names; say under differs what is counted otherwise (definition)");
        }
    }
}
