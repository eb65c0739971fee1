package se.trivsel.samples;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
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
    private Optional<Integer> applicants = Optional.empty();

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
        applicants = Optional.empty();
    }

    boolean isDue(LocalDate day) {
        return holder.isEmpty() && !filledOn.isAfter(day);
    }

    /** People begin on the first of a month. */
    private LocalDate enteredOn() {
        return filledOn.minusDays(1).with(TemporalAdjusters.firstDayOfNextMonth());
    }

    boolean isVacantOn(LocalDate day) {
        return holder.isEmpty() && !vacantFrom.isAfter(day);
    }

    void cover(String state) {
        cover = state;
    }

    /**
     * How the post stands at the end of a month.
     *
     * @param applied how many will have applied, if it is in this month that they are counted
     */
    PostMonth at(LocalDate monthEnd, int applied) {
        boolean isVacant = isVacantOn(monthEnd);
        boolean isRecruiting = recruitedFrom.isBefore(filledOn)
                && !recruitedFrom.isAfter(monthEnd)
                && (isVacant || !enteredOn().isBefore(monthEnd.withDayOfMonth(1)));
        boolean isRecruited = isRecruiting && !recruitedTo.isAfter(monthEnd);
        applicants = applicants.or(() -> Optional.of(applied)).filter(count -> isRecruited);
        return new PostMonth(
                number,
                monthEnd,
                unit.code(),
                occupation,
                isVacant ? cover : "tillsatt",
                Optional.of(recruitedFrom).filter(day -> isRecruiting),
                Optional.of(recruitedTo).filter(day -> isRecruited),
                Optional.of(enteredOn()).filter(day -> isRecruited),
                applicants);
    }
}
