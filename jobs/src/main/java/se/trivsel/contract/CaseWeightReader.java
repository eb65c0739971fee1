package se.trivsel.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes editions of case weights of their file, and checks that a day has one edition at most and an edition every weight. */
final class CaseWeightReader {
    /** Case types and the phases that {@code sql/30_monthly/weighted_case.sql} tells them to be in. */
    private static final List<String> CASES =
            List.of("aktualisering, forhandsbedomning", "utredning, inom_tid", "utredning, efter_tid");

    private static final List<String> COMBINATIONS = CASES.stream()
            .flatMap(one -> Stream.of("ny", "van", "okand").map(handler -> one + ", " + handler))
            .toList();

    private static final Pattern WEIGHT = Pattern.compile("[0-9]+(\\.[0-9]{1,4})?");

    private CaseWeightReader() {}

    static List<CaseWeightEdition> read(Entry root) {
        var editions = new ArrayList<CaseWeightEdition>();
        for (Entry entry : root.list("editions")) {
            List<CaseWeight> weights = weights(entry);
            entry.day("valid_from").ifPresent(day -> {
                if (!editions.isEmpty() && !day.isAfter(last(editions))) {
                    entry.at("valid_from")
                            .problem("must be later than that of the edition before it, so that no day has two");
                }
                editions.add(new CaseWeightEdition(day, entry.text("source"), weights));
            });
        }
        return editions;
    }

    private static LocalDate last(List<CaseWeightEdition> editions) {
        return editions.get(editions.size() - 1).validFrom();
    }

    private static List<CaseWeight> weights(Entry edition) {
        var weights = new ArrayList<CaseWeight>();
        var told = new HashSet<String>();
        for (Entry entry : edition.list("weights")) {
            String combination = String.join(", ", entry.text("case_type"), entry.text("phase"), entry.text("handler"));
            if (!COMBINATIONS.contains(combination)) {
                entry.at("phase").problem("is no phase of " + entry.text("case_type"));
            } else if (!told.add(combination)) {
                entry.problem("has a weight in this edition already; keep one of them");
            }
            weight(entry)
                    .ifPresent(weight -> weights.add(new CaseWeight(
                            entry.text("case_type"), entry.text("phase"), entry.text("handler"), weight)));
        }
        COMBINATIONS.stream()
                .filter(combination -> !told.contains(combination))
                .forEach(missing -> edition.problem("has no weight for " + missing + "; add it"));
        return weights;
    }

    private static Optional<BigDecimal> weight(Entry entry) {
        Entry weight = entry.at("weight");
        if (!WEIGHT.matcher(weight.text()).matches()) {
            weight.problem("must be digits with at most four decimals, such as 1.25");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(weight.text()));
    }
}
