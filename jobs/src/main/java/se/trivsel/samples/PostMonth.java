package se.trivsel.samples;

import java.time.LocalDate;
import java.util.Optional;

/** A post as it stands at the end of a month; what is told of its recruitment is told until the new holder has come. */
record PostMonth(
        String post,
        LocalDate monthEnd,
        String unit,
        String occupation,
        String state,
        Optional<LocalDate> recruitedFrom,
        Optional<LocalDate> recruitedTo,
        Optional<LocalDate> enteredOn,
        Optional<Integer> applicants) {
    boolean isCoveredByConsultant() {
        return state.equals("tackt_konsult");
    }
}
