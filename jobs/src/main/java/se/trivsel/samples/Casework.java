package se.trivsel.samples;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.trivsel.vocabulary.Period;

/**
 * What comes in and what is done about it: reports, decisions, investigations, and the help that follows.
 *
 * <p>It begins half a year before the period, so that there is work under way on its first day. Everything is told to
 * its end, also beyond the period.
 */
final class Casework {
    /** Few report in July, many when school starts; January first, in percent of the average. */
    private static final int[] SEASON = {100, 100, 105, 100, 105, 95, 60, 85, 120, 120, 110, 100};

    private static final Wheel TYPE = new Wheel()
            .with("orosanmalan", 62)
            .with("ansokan", 26)
            .with("polis", 5)
            .with("annan_kommun", 3)
            .with("yttrande", 3)
            .with("ovrig", 1);
    private static final Wheel REPORTER = new Wheel()
            .with("skola", 24)
            .with("polis", 20)
            .with("halso_sjukvard", 15)
            .with("foralder", 12)
            .with("privatperson", 9)
            .with("forskola", 4)
            .with("barnet_sjalvt", 3)
            .with("annan", 13);
    private static final Wheel DECISION =
            new Wheel().with("inleda", 38).with("ej_inleda", 52).with("tillhor_pagaende", 10);
    private static final Wheel CLOSE = new Wheel()
            .with("insats", 42)
            .with("utan_insats", 48)
            .with("flytt", 5)
            .with("atertagen", 5);

    private final Story story;
    private final Chance chance;
    private final People people;
    private final Handlers handlers;
    private final List<Unit> investigatingUnits;
    private final String receivingUnit;
    private final Placements placements;
    private final Pace pace;
    private final List<Referral> referrals = new ArrayList<>();
    private final List<Investigation> investigations = new ArrayList<>();
    private final List<Help> helped = new ArrayList<>();

    Casework(Story story, List<Unit> units, People people, Handlers handlers, Placements placements, Chance chance) {
        this.story = story;
        this.chance = chance;
        this.people = people;
        this.handlers = handlers;
        this.placements = placements;
        pace = new Pace(chance);
        receivingUnit = units.get(0).code();
        investigatingUnits = units.stream()
                .filter(unit -> !unit.activity().equals("mottagning"))
                .filter(unit -> units.stream().noneMatch(other -> other.parent().equals(Optional.of(unit.code()))))
                .toList();
    }

    /** Lives through the period with so many handlers' posts. */
    void over(Period period, int handlerPosts) {
        for (YearMonth month = period.from().minusMonths(6); !month.isAfter(period.to()); month = month.plusMonths(1)) {
            double season = SEASON[month.getMonthValue() - 1] / 100.0 / 12;
            double expected = story.at(Aspect.REFERRALS, month) * season * handlerPosts;
            int due = pace.due(expected * chance.between(0.8, 1.2));
            for (int i = 0; i < due; i++) {
                receive(month.atDay(1 + i * month.lengthOfMonth() / due));
            }
            placements.live(month);
        }
    }

    List<Referral> referrals() {
        return referrals;
    }

    List<Investigation> investigations() {
        return investigations;
    }

    List<Help> helped() {
        return helped;
    }

    private void receive(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        boolean isKnown = !referrals.isEmpty() && chance.happens(0.2);
        Individual client = isKnown ? chance.oneOf(referrals).client() : people.client();
        boolean isLate = chance.happens(story.at(Aspect.LATE_DECISIONS, month));
        LocalDate decidedOn = day.plusDays(isLate ? chance.between(15, 40) : chance.between(0, 14));
        String number = "A" + (100_001 + referrals.size());
        String type = TYPE.spin(chance);
        String reporter = type.equals("polis") ? "polis" : REPORTER.spin(chance);
        var referral = new Referral(
                number,
                "R" + (100_001 + referrals.size() - (chance.happens(0.1) ? 1 : 0)),
                client,
                day,
                type,
                reporter,
                receivingUnit,
                DECISION.spin(chance),
                decidedOn,
                isLate && chance.happens(0.1));
        referrals.add(referral);
        handlers.handle("aktualisering", number, day, decidedOn, 0);
        if (referral.decision().equals("inleda")) {
            investigate(referral);
        }
    }

    private void investigate(Referral referral) {
        LocalDate from = referral.decidedOn();
        LocalDate limit = from.plusMonths(4);
        YearMonth month = YearMonth.from(from);
        boolean isLate = chance.happens(story.at(Aspect.LATE_INVESTIGATIONS, month));
        boolean isExtended = isLate && chance.happens(0.3);
        LocalDate to = isLate ? limit.plusDays(chance.between(3, 75)) : from.plusDays(chance.between(35, 118));
        var investigation = new Investigation(
                "U" + (100_001 + investigations.size()),
                referral,
                from,
                to,
                Optional.of(limit.minusDays(chance.between(1, 20))).filter(day -> isExtended),
                Optional.of(limit.plusMonths(3)).filter(day -> isExtended),
                CLOSE.spin(chance),
                unitOn(from));
        investigations.add(investigation);
        boolean waits = chance.happens(story.at(Aspect.UNASSIGNED, month));
        double about = story.at(Aspect.QUEUE_DAYS, month);
        int waitingDays = waits ? Math.max(2, (int) (about * chance.between(0.4, 1.6))) : 0;
        handlers.handle("utredning", investigation.number(), from, to, waitingDays);
        if (chance.happens(0.2)) {
            handlers.assist("utredning", investigation.number(), from, to);
        }
        if (investigation.closeReason().equals("insats")) {
            help(investigation);
        }
    }

    private String unitOn(LocalDate day) {
        return chance.oneOf(investigatingUnits.stream()
                        .filter(unit -> unit.isOpenOn(day))
                        .toList())
                .code();
    }

    private void help(Investigation investigation) {
        String number = "I" + (100_001 + helped.size());
        LocalDate from = investigation.endedOn().plusDays(1);
        LocalDate to = from.plusDays(chance.between(120, 420));
        helped.add(new Help(number, investigation, from, to));
        handlers.handle("insats", number, from, to, 0);
        Individual client = investigation.referral().client();
        // A child in care has a number: without one, nobody could be paid for it.
        boolean canBePlaced = client.personalNumber().isPresent() && client.ageOn(from) < 18;
        if (canBePlaced && chance.happens(0.35)) {
            placements.ask(client, number, from);
        }
    }
}
