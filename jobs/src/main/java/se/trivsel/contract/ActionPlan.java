package se.trivsel.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * What a municipality began in order to better working conditions, so that the time before can be held against the time after.
 *
 * <p>It says what was decided and when, never that it worked; its first day is often known to the month only.
 *
 * @param endedOn without it, nobody has told an end: it is taken to go on
 * @param what the measures taken, in Swedish
 * @param source where this is told
 */
public record ActionPlan(
        String id,
        MunicipalityCode municipality,
        String name,
        LocalDate startedOn,
        Optional<LocalDate> endedOn,
        List<String> what,
        String source) {
    public ActionPlan {
        what = List.copyOf(what);
    }
}
