package se.trivsel.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The units of a municipality's social services: few in a small one, more in a large one. */
final class Organisation {
    private static final LocalDate LONG_AGO = LocalDate.of(2011, 1, 1);

    private final List<Unit> units = new ArrayList<>();

    Organisation(int posts) {
        add("Mottagning", "mottagning", Optional.empty());
        addChildInvestigations(posts);
        add("Vuxen", "vuxen", Optional.empty());
        add("Bistånd äldre och funktionsnedsättning", "bistand_aldre_funktion", Optional.empty());
        if (posts >= 30) {
            add("Familjehem", "familjehem", Optional.empty());
            add("Ekonomiskt bistånd", "ekonomiskt_bistand", Optional.empty());
        }
        if (posts >= 100) {
            add("Barn och unga insats", "barn_unga_insats", Optional.empty());
            add("Familjerätt", "familjeratt", Optional.empty());
        }
    }

    private void addChildInvestigations(int posts) {
        if (posts < 30) {
            add("Barn och unga", "barn_unga_utredning", Optional.empty());
            return;
        }
        Unit parent = add("Barn och unga utredning", "barn_unga_utredning", Optional.empty());
        int groups = Math.max(2, posts / 40);
        for (int group = 1; group <= groups; group++) {
            add("Barn och unga utredning " + group, "barn_unga_utredning", Optional.of(parent.code()));
        }
    }

    private Unit add(String name, String activity, Optional<String> parent) {
        var unit = new Unit(nextCode(), name, activity, LONG_AGO, Optional.empty(), parent, Optional.empty());
        units.add(unit);
        return unit;
    }

    private String nextCode() {
        return "IFO" + (10 + units.size());
    }

    List<Unit> units() {
        return List.copyOf(units);
    }

    /** Where people work: the open units that have no units below them. */
    List<Unit> workplaces() {
        return units.stream()
                .filter(unit -> unit.to().isEmpty())
                .filter(unit -> units.stream().noneMatch(other -> other.parent().equals(Optional.of(unit.code()))))
                .toList();
    }

    Unit workplace(String activity) {
        List<Unit> workplaces = workplaces();
        return workplaces.stream()
                .filter(unit -> unit.activity().equals(activity))
                .findFirst()
                .orElse(workplaces.get(workplaces.size() - 1));
    }

    /** Closes a child investigation unit and opens its successor; answers the successor. */
    Unit reorganise(LocalDate firstDay) {
        Unit old = workplace("barn_unga_utredning");
        var successor = new Unit(
                nextCode(),
                "Barn, unga och familj",
                old.activity(),
                firstDay,
                Optional.empty(),
                old.parent(),
                Optional.of(old.code()));
        units.set(units.indexOf(old), old.closed(firstDay.minusDays(1)));
        units.add(successor);
        return successor;
    }
}
