package se.trivsel.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody in one employment, from the first day to the last, through all changes of its terms. */
final class Employee {
    private final String number;
    private final Individual individual;
    private final LocalDate firstDay;
    private final boolean hasDegree;
    private final List<Stint> stints = new ArrayList<>();

    Employee(
            String number,
            Individual individual,
            LocalDate firstDay,
            boolean hasDegree,
            Terms terms,
            Optional<String> reason) {
        this.number = number;
        this.individual = individual;
        this.firstDay = firstDay;
        this.hasDegree = hasDegree;
        stints.add(new Stint(firstDay, Optional.empty(), terms, reason, Optional.empty()));
    }

    String number() {
        return number;
    }

    Individual individual() {
        return individual;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    boolean hasDegree() {
        return hasDegree;
    }

    List<Stint> stints() {
        return stints;
    }

    Terms terms() {
        return last().terms();
    }

    boolean isPermanent() {
        return terms().form().equals("tillsvidare");
    }

    /** The last day of the employment, unless it goes on. */
    Optional<LocalDate> lastDay() {
        return last().to();
    }

    boolean worksOn(LocalDate day) {
        return !day.isBefore(firstDay)
                && lastDay().map(last -> !day.isAfter(last)).orElse(true);
    }

    /** New terms from a day on; a reason says that it was a move, none that the terms merely changed. */
    void change(LocalDate day, Terms terms, Optional<String> reason) {
        Stint old = last();
        if (!day.isAfter(old.from())) {
            stints.set(
                    stints.size() - 1,
                    new Stint(old.from(), Optional.empty(), terms, old.startReason(), Optional.empty()));
            return;
        }
        stints.set(
                stints.size() - 1,
                new Stint(old.from(), Optional.of(day.minusDays(1)), old.terms(), old.startReason(), reason));
        stints.add(new Stint(day, Optional.empty(), terms, reason, Optional.empty()));
    }

    void leave(LocalDate lastDay, String reason) {
        Stint old = last();
        stints.set(
                stints.size() - 1,
                new Stint(old.from(), Optional.of(lastDay), old.terms(), old.startReason(), Optional.of(reason)));
    }

    private Stint last() {
        return stints.get(stints.size() - 1);
    }
}
