package se.trivsel.samples;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.trivsel.vocabulary.Period;

/** The help that is given: what investigations led to, placements, and open care that nobody had to be assessed for. */
final class Services {
    private static final Wheel OPEN_CARE = new Wheel()
            .with("oppenvard", 60)
            .with("kontaktperson", 20)
            .with("kontaktfamilj", 14)
            .with("ovrig", 6);

    private final Chance chance;
    private final Map<String, List<Placement>> homesByService = new LinkedHashMap<>();
    private final List<Service> services = new ArrayList<>();

    private Services(List<Placement> placements, Chance chance) {
        this.chance = chance;
        for (Placement placement : placements) {
            homesByService
                    .computeIfAbsent(placement.intervention(), first -> new ArrayList<>())
                    .add(placement);
        }
    }

    static List<Service> of(List<Help> helped, List<Placement> placements, Chance chance) {
        var given = new Services(placements, chance);
        for (Help help : helped) {
            given.give(help);
        }
        given.homesByService.forEach((number, homes) ->
                given.place(number, Optional.empty(), homes.get(0).startedOn(), homes));
        return given.services;
    }

    /** Open care without an assessment of needs, given by a unit to whoever comes. */
    static List<Service> withoutAssessment(Period period, Story story, int handlerPosts, String unit, Chance chance) {
        var services = new ArrayList<Service>();
        var pace = new Pace(chance);
        for (YearMonth month = period.from(); !month.isAfter(period.to()); month = month.plusMonths(1)) {
            int due = pace.due(story.at(Aspect.UNASSESSED_SERVICES, month) / 12 * handlerPosts);
            for (int i = 0; i < due; i++) {
                LocalDate from = month.atDay(chance.between(1, month.lengthOfMonth()));
                services.add(new Service(
                        "I" + (500_001 + services.size()),
                        Optional.empty(),
                        Optional.empty(),
                        "oppenvard",
                        from,
                        from.plusDays(chance.between(20, 200)),
                        unit));
            }
        }
        return services;
    }

    private void give(Help help) {
        List<Placement> homes = homesByService.remove(help.number());
        if (homes != null) {
            place(help.number(), Optional.of(help.investigation()), help.from(), homes);
            return;
        }
        services.add(new Service(
                help.number(),
                Optional.of(help.investigation()),
                Optional.of(help.investigation().referral().client()),
                OPEN_CARE.spin(chance),
                help.from(),
                help.to(),
                help.investigation().unit()));
    }

    private void place(String number, Optional<Investigation> investigation, LocalDate from, List<Placement> homes) {
        Placement last = homes.get(homes.size() - 1);
        services.add(new Service(
                number,
                investigation,
                Optional.of(last.client()),
                "placering",
                from,
                last.endedOn(),
                investigation.map(Investigation::unit).orElse("")));
    }
}
