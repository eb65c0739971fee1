package se.trivsel.samples;

import java.util.ArrayList;
import java.util.List;

/** How many posts of each occupation social services of a size have, and in which units. */
final class Establishment {
    record Place(String occupation, Unit unit) {}

    private Establishment() {}

    /** Heads of units first, so that everybody else can have one. */
    static List<Place> of(int posts, Organisation organisation) {
        List<Unit> workplaces = organisation.workplaces();
        var places = new ArrayList<Place>();
        int heads = Math.min(workplaces.size(), Math.max(1, posts / 12));
        for (int head = 0; head < heads; head++) {
            places.add(new Place("enhetschef", workplaces.get(head)));
        }
        Unit support = organisation.workplace("bistand_aldre_funktion");
        add(places, "bistandshandlaggare", Math.max(2, posts * 13 / 100), List.of(support));
        add(places, "kurator", Math.max(1, posts * 5 / 100), List.of(organisation.workplace("vuxen")));
        add(places, "familjeradgivare", posts * 4 / 100, List.of(organisation.workplace("familjeratt")));
        add(places, "administrator", Math.max(1, posts * 6 / 100), workplaces);
        List<Unit> social = workplaces.stream()
                .filter(unit -> !unit.activity().equals("bistand_aldre_funktion"))
                .toList();
        add(places, "socialsekreterare", posts - places.size(), social);
        return places;
    }

    private static void add(List<Place> places, String occupation, int count, List<Unit> units) {
        for (int i = 0; i < count; i++) {
            places.add(new Place(occupation, units.get(i % units.size())));
        }
    }
}
