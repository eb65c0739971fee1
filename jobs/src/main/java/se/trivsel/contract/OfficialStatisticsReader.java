package se.trivsel.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.trivsel.vocabulary.MunicipalityCode;

/** Makes the official figures of their file, and checks that each has one of ours beside it; a municipality may be anybody's. */
final class OfficialStatisticsReader {
    private static final String WHOLE = "alla";
    private static final Pattern PUBLISHED = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");

    private OfficialStatisticsReader() {}

    static OfficialStatistics read(Entry root, Map<String, Measure> measures) {
        var indicators = new TreeMap<String, OfficialIndicator>();
        for (Entry entry : root.list("indicators")) {
            OfficialIndicator indicator = indicator(entry);
            if (indicators.put(indicator.id(), indicator) != null) {
                entry.at("id").problem("another indicator has this id; each needs its own");
            }
            Measure ours = measures.get(indicator.measure());
            if (ours == null) {
                entry.at("measure")
                        .problem("no such measure " + indicator.measure() + " in measures"
                                + Similar.didYouMean(indicator.measure(), measures.keySet()));
            } else {
                check(entry, indicator, ours);
            }
        }
        return new OfficialStatistics(List.copyOf(indicators.values()), figures(root, indicators.keySet()));
    }

    private static List<OfficialFigure> figures(Entry root, Set<String> indicators) {
        var figures = new ArrayList<OfficialFigure>();
        var entered = new HashSet<List<String>>();
        for (Entry entry : root.list("figures")) {
            String indicator = entry.text("indicator");
            if (!indicators.contains(indicator)) {
                entry.at("indicator")
                        .problem("is not one of the indicators" + Similar.didYouMean(indicator, indicators));
            }
            if (!entered.add(
                    List.of(entry.text("municipality"), indicator, entry.text("year"), entry.text("entered_on")))) {
                entry.at("entered_on").problem("the figure was entered on this day already; keep one of them");
            }
            figure(entry).ifPresent(figures::add);
        }
        return figures;
    }

    private static Optional<OfficialFigure> figure(Entry entry) {
        Optional<LocalDate> enteredOn = entry.day("entered_on");
        String value = entry.text("value");
        if (!PUBLISHED.matcher(value).matches()) {
            entry.at("value").problem("must be digits, with at most six decimals, such as 7.0");
            return Optional.empty();
        }
        return enteredOn.map(day -> new OfficialFigure(
                new MunicipalityCode(entry.text("municipality")),
                entry.text("indicator"),
                entry.number("year"),
                new BigDecimal(value),
                entry.has("n") ? Optional.of(entry.number("n")) : Optional.empty(),
                entry.text("source"),
                day));
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
