package se.trivsel.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.trivsel.vocabulary.MunicipalityCode;

/** Makes the action plans of their file, and checks whose they are and that they end after they began. */
final class ActionPlanReader {
    private ActionPlanReader() {}

    static List<ActionPlan> read(Entry root, Set<MunicipalityCode> municipalities) {
        var plans = new ArrayList<ActionPlan>();
        var ids = new HashSet<String>();
        for (Entry entry : root.list("plans")) {
            if (!ids.add(entry.text("id"))) {
                entry.at("id").problem("another plan has this id; each needs its own");
            }
            var municipality = new MunicipalityCode(entry.text("municipality"));
            if (!municipalities.contains(municipality)) {
                entry.at("municipality").problem("no such municipality " + municipality.value() + " in municipalities");
            }
            Optional<LocalDate> endedOn = entry.day("ended_on");
            entry.day("started_on").ifPresent(startedOn -> {
                if (endedOn.isPresent() && endedOn.get().isBefore(startedOn)) {
                    entry.at("ended_on").problem("is before started_on");
                }
                plans.add(new ActionPlan(
                        entry.text("id"),
                        municipality,
                        entry.text("name"),
                        startedOn,
                        endedOn,
                        entry.texts("what"),
                        entry.text("source")));
            });
        }
        return plans;
    }
}
