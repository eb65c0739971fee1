package se.trivsel.samples;

import java.time.LocalDate;
import java.util.Optional;

/** A unit of the organisation; a reorganisation closes it and opens another that names it as its predecessor. */
record Unit(
        String code,
        String name,
        String activity,
        LocalDate from,
        Optional<LocalDate> to,
        Optional<String> parent,
        Optional<String> predecessor) {
    boolean isOpenOn(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    Unit closed(LocalDate lastDay) {
        return new Unit(code, name, activity, from, Optional.of(lastDay), parent, predecessor);
    }
}
