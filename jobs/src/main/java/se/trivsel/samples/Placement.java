package se.trivsel.samples;

import java.time.LocalDate;

/**
 * A child in care, to its end.
 *
 * @param daySek what a day costs, bought or own
 */
record Placement(
        String number,
        String intervention,
        Individual client,
        PlacementForm form,
        Supplier provider,
        LocalDate startedOn,
        LocalDate endedOn,
        String endReason,
        int daySek) {
    Placement endingOn(LocalDate day, String reason) {
        return new Placement(number, intervention, client, form, provider, startedOn, day, reason, daySek);
    }

    boolean isOn(LocalDate day) {
        return !day.isBefore(startedOn) && !day.isAfter(endedOn);
    }
}
