package se.trivsel.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import se.trivsel.vocabulary.MunicipalityCode;

/** Makes the action plans of their file, and checks that they end after they began; one may be anybody's. */
final class ActionPlanReader {
    private ActionPlanReader() {}

    static List<ActionPlan> read(Entry root) {
        var plans = new ArrayList<ActionPlan>();
        var ids = new HashSet<String>();
        for (Entry entry : root.list("plans")) {
            if (!ids.add(entry.text("id"))) {
                entry.at("id").problem("another plan has this id; each needs its own");
            }
            Optional<LocalDate> endedOn = entry.day("ended_on");
            entry.day("started_on").ifPresent(startedOn -> {
                if (endedOn.isPresent() && endedOn.get().isBefore(startedOn)) {
                    entry.at("ended_on").problem("is before started_on");
                }
                plans.add(new ActionPlan(
                        entry.text("id"),
                        new MunicipalityCode(entry.text("municipality")),
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
