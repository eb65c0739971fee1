package se.trivsel.samples;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Children in care, in homes of the municipality's own or bought.
 *
 * <p>A new placement is bought when fewer are than the story says; when too many are, a child in a bought home comes to
 * one of the municipality's own.
 */
final class Placements {
    private static final List<PlacementForm> OWN = List.of(
            PlacementForm.FAMILJEHEM_EGET,
            PlacementForm.FAMILJEHEM_EGET,
            PlacementForm.NATVERKSHEM,
            PlacementForm.JOURHEM_EGET,
            PlacementForm.STODBOENDE_EGET);
    private static final List<PlacementForm> BOUGHT = List.of(
            PlacementForm.FAMILJEHEM_KONSULENT,
            PlacementForm.FAMILJEHEM_KONSULENT,
            PlacementForm.HVB_KOPT,
            PlacementForm.HVB_KOPT,
            PlacementForm.JOURHEM_KONSULENT,
            PlacementForm.STODBOENDE_KOPT,
            PlacementForm.SIS);

    private record Asked(Individual client, String intervention, LocalDate from) {}

    private final Story story;
    private final Chance chance;
    private final List<Asked> waiting = new ArrayList<>();
    private final List<Placement> placements = new ArrayList<>();

    Placements(Story story, Chance chance) {
        this.story = story;
        this.chance = chance;
    }

    /** Those who are in care already when the story begins. */
    void found(YearMonth first, int count, People people) {
        for (int i = 0; i < count; i++) {
            LocalDate from = first.atDay(1).minusDays(chance.between(30, 500));
            Individual client = people.client();
            int age = client.ageOn(from);
            if (client.personalNumber().isPresent() && age >= 0 && age < 17) {
                begin(client, "I" + (99_001 + i), from, chance.between(540, 1_300));
            }
        }
    }

    /** A place is needed from a day on. */
    void ask(Individual client, String intervention, LocalDate from) {
        waiting.add(new Asked(client, intervention, from));
    }

    List<Placement> placements() {
        return placements;
    }

    /** Begins what is to begin in a month, and brings one child home when too many places are bought. */
    void live(YearMonth month) {
        List<Asked> due = waiting.stream()
                .filter(asked -> !asked.from().isAfter(month.atEndOfMonth()))
                .sorted(Comparator.comparing(Asked::from).thenComparing(Asked::intervention))
                .toList();
        waiting.removeAll(due);
        for (Asked asked : due) {
            begin(asked.client(), asked.intervention(), asked.from(), chance.between(60, 700));
        }
        LocalDate day = month.atDay(1);
        if (boughtShare(day) > story.at(Aspect.BOUGHT, month) + 0.06) {
            bringHome(day);
        }
    }

    private void begin(Individual client, String intervention, LocalDate from, int days) {
        boolean isBought = boughtShare(from) < story.at(Aspect.BOUGHT, YearMonth.from(from));
        PlacementForm form = form(isBought ? BOUGHT : OWN, client, from);
        LocalDate to = from.plusDays(days);
        String reason = days < 100 && chance.happens(0.4) ? "brytning" : "enligt_plan";
        if (client.bornOn().plusYears(18).isBefore(to)) {
            to = client.bornOn().plusYears(18);
            reason = "fyllt_18";
        }
        add(client, intervention, form, from, to, reason);
    }

    private PlacementForm form(List<PlacementForm> among, Individual client, LocalDate day) {
        int age = client.ageOn(day);
        return chance.oneOf(among.stream().filter(form -> form.suits(age)).toList());
    }

    private void bringHome(LocalDate day) {
        Optional<Placement> bought = placements.stream()
                .filter(placement -> placement.form().isBought()
                        && placement.startedOn().isBefore(day.minusDays(20))
                        && placement.endedOn().isAfter(day.plusDays(20)))
                .findFirst();
        bought.ifPresent(old -> {
            placements.set(placements.indexOf(old), old.endingOn(day, "omplacering"));
            PlacementForm form = form(OWN, old.client(), day);
            add(old.client(), old.intervention(), form, day, old.endedOn(), old.endReason());
        });
    }

    private void add(
            Individual client, String intervention, PlacementForm form, LocalDate from, LocalDate to, String reason) {
        int daySek = form.daySek() * chance.between(85, 115) / 100;
        String number = "P" + (10_001 + placements.size());
        placements.add(new Placement(number, intervention, client, form, provider(form), from, to, reason, daySek));
    }

    private Supplier provider(PlacementForm form) {
        return switch (form) {
            case FAMILJEHEM_KONSULENT, JOURHEM_KONSULENT -> chance.oneOf(Supplier.FOSTER_CARE);
            case HVB_KOPT -> chance.oneOf(Supplier.INSTITUTIONS);
            case STODBOENDE_KOPT -> chance.oneOf(Supplier.CHARITIES);
            case SIS -> chance.oneOf(Supplier.STATE);
            case FAMILJEHEM_EGET, NATVERKSHEM, JOURHEM_EGET, STODBOENDE_EGET -> Supplier.NONE;
        };
    }

    private double boughtShare(LocalDate day) {
        long all = placements.stream().filter(placement -> placement.isOn(day)).count();
        long bought = placements.stream()
                .filter(placement -> placement.isOn(day) && placement.form().isBought())
                .count();
        return all == 0 ? 0 : (double) bought / all;
    }
}
