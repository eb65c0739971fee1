package se.trivsel.samples;

import java.time.LocalDate;
import java.util.Optional;

/** A time with unchanged terms in one employment, first and last day included. */
record Stint(
        LocalDate from, Optional<LocalDate> to, Terms terms, Optional<String> startReason, Optional<String> endReason) {
    boolean covers(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
