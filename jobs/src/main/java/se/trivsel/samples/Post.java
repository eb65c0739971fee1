package se.trivsel.samples;

import java.time.LocalDate;
import java.util.Optional;

/** An established post and who has it; vacant, it waits for the day its next holder comes. */
final class Post {
    private final String number;
    private final String occupation;
    private Unit unit;
    private Optional<Employee> holder = Optional.empty();
    private LocalDate vacantFrom;
    private LocalDate filledOn;
    private LocalDate recruitedFrom;
    private LocalDate recruitedTo;
    private String cover = "tom";

    Post(String number, String occupation, Unit unit, LocalDate from) {
        this.number = number;
        this.occupation = occupation;
        this.unit = unit;
        vacantFrom = from;
        filledOn = from;
        recruitedFrom = from;
        recruitedTo = from;
    }

    String occupation() {
        return occupation;
    }

    Unit unit() {
        return unit;
    }

    void moveTo(Unit successor) {
        unit = successor;
    }

    Optional<Employee> holder() {
        return holder;
    }

    void take(Employee employee) {
        holder = Optional.of(employee);
    }

    /** The holder is gone after {@code lastDay}; the next one comes so many days later. */
    void vacate(LocalDate lastDay, int days) {
        holder = Optional.empty();
        vacantFrom = lastDay.plusDays(1);
        filledOn = lastDay.plusDays(days);
        recruitedFrom = lastDay.minusDays(14);
        recruitedTo = lastDay.plusDays(Math.max(1, days - 30));
    }

    boolean isDue(LocalDate day) {
        return holder.isEmpty() && !filledOn.isAfter(day);
    }

    boolean isVacantOn(LocalDate day) {
        return holder.isEmpty() && !vacantFrom.isAfter(day);
    }

    void cover(String state) {
        cover = state;
    }

    /** How the post stands at the end of a month. */
    PostMonth at(LocalDate monthEnd, int applicants) {
        boolean isVacant = isVacantOn(monthEnd);
        boolean isRecruiting = isVacant && !recruitedFrom.isAfter(monthEnd);
        boolean isRecruited = isRecruiting && !recruitedTo.isAfter(monthEnd);
        return new PostMonth(
                number,
                monthEnd,
                unit.code(),
                occupation,
                isVacant ? cover : "tillsatt",
                Optional.of(recruitedFrom).filter(day -> isRecruiting),
                Optional.of(recruitedTo).filter(day -> isRecruited),
                Optional.of(applicants).filter(count -> isRecruited));
    }
}
