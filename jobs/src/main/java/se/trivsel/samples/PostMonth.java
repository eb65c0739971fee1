package se.trivsel.samples;

import java.time.LocalDate;
import java.util.Optional;

/** A post as it stands at the end of a month; what is told of its recruitment concerns the vacancy of that day. */
record PostMonth(
        String post,
        LocalDate monthEnd,
        String unit,
        String occupation,
        String state,
        Optional<LocalDate> recruitedFrom,
        Optional<LocalDate> recruitedTo,
        Optional<Integer> applicants) {
    boolean isCoveredByConsultant() {
        return state.equals("tackt_konsult");
    }
}
