package se.trivsel.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.trivsel.notify.Event;
import se.trivsel.notify.Notice;
import se.trivsel.notify.Notice.Fact;
import se.trivsel.report.SwedishDates;

/**
 * What there is to tell of a run, in Swedish.
 *
 * <p>What is lacking night after night is told the first time only, and again when something more is: a message that comes
 * every day is not read.
 */
final class RunNotice {
    private static final int NAMED = 20;

    private final RunSummary run;
    private final Optional<RunSummary> before;

    /** @param before the run of the same job before it */
    RunNotice(RunSummary run, Optional<RunSummary> before) {
        this.run = run;
        this.before = before;
    }

    Optional<Notice> notice() {
        return event().map(event -> new Notice(event, Optional.of(run.runId()), subject(event), text(event), facts()));
    }

    /** The night has not ended well by the time it should have. */
    static Notice late(Optional<RunSummary> lastWell, Optional<RunSummary> last) {
        var facts = new ArrayList<Fact>();
        last.ifPresent(run -> {
            facts.add(new Fact("Senaste körning", run.runId() + ", slutkod " + run.exitCode()));
            run.releaseId().ifPresent(id -> facts.add(release(id)));
        });
        return new Notice(
                Event.LATE,
                Optional.empty(),
                "Trivsel: nattens körning har inte gått bra",
                lastWell.map(run -> "Ingen natt har gått bra sedan " + SwedishDates.moment(run.endedAt()) + ".")
                                .orElse("Ingen natt har gått bra än.")
                        + " Antingen har den inte börjat, eller så pågår den ännu, eller så har den misslyckats.",
                facts);
    }

    private Optional<Event> event() {
        if (run.failed()) {
            return Optional.of(run.heldBy().isPresent() ? Event.HELD : Event.FAILED);
        }
        if (!run.endedWell()) {
            return Optional.empty();
        }
        if (before.filter(RunSummary::failed).isPresent()) {
            return Optional.of(Event.RECOVERED);
        }
        if (isWhole(run)) {
            return before.filter(last -> !isWhole(last)).map(last -> Event.RECOVERED);
        }
        Set<Object> known = before.map(RunNotice::lacks).orElse(Set.of());
        return known.containsAll(lacks(run)) ? Optional.empty() : Optional.of(Event.INCOMPLETE);
    }

    private static boolean isWhole(RunSummary run) {
        return run.exitCode() == ExitCode.OK.code();
    }

    private static Set<Object> lacks(RunSummary run) {
        var lacks = new HashSet<Object>(run.missing());
        lacks.addAll(run.overdue());
        lacks.addAll(run.failures());
        refused(run).forEach(lacks::add);
        return lacks;
    }

    private static Stream<RunSummary.DeliveryLine> refused(RunSummary run) {
        return run.deliveries().stream().filter(line -> line.outcome().equals(Outcome.REJECT.name()));
    }

    private String subject(Event event) {
        return "Trivsel: "
                + switch (event) {
                    case FAILED, LATE -> name() + " misslyckades";
                    case HELD -> "utgåvan hölls inne";
                    case INCOMPLETE -> "alla leveranser är inte på plats";
                    case RECOVERED -> name() + " gick bra igen";
                };
    }

    private String name() {
        return JobName.of(run.job()) == JobName.NIGHT ? "natten" : "körningen av " + run.job();
    }

    private String text(Event event) {
        return switch (event) {
            case FAILED, LATE ->
                "Körningen kom inte i mål. Varför står i loggen och i runs/" + run.runId()
                        + "/summary.json i hemkatalogen.";
            case HELD ->
                "En kontroll stoppade det som skulle ha publicerats. Den förra utgåvan ligger kvar. Vad som behöver"
                        + " göras står i loggen.";
            case INCOMPLETE ->
                "Körningen gick igenom, men leveranser har avvisats, är sena eller saknas. Avsändarna läser mer i sina"
                        + " kvitton.";
            case RECOVERED ->
                "Förra gången gick det inte bra."
                        + (isWhole(run)
                                ? " Nu är allt på plats."
                                : " Nu gick körningen igenom, men alla leveranser är inte på plats.");
        };
    }

    private List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Körning", run.runId() + ", slutkod " + run.exitCode()));
        run.releaseId().ifPresent(id -> facts.add(release(id)));
        run.heldBy().ifPresent(checks -> facts.add(new Fact("Kontroller som stoppade", checks)));
        add(facts, "Avvisade", refused(run).map(line -> (line.municipality() + " " + line.dataset()).strip()));
        add(facts, "Saknas", run.missing().stream());
        add(facts, "Sena", run.overdue().stream().map(RunNotice::sender));
        if (!run.failures().isEmpty()) {
            facts.add(new Fact("Fel", String.valueOf(run.failures().size())));
        }
        return facts;
    }

    private static Fact release(String id) {
        return new Fact("Utgåva i bruk", id);
    }

    /** Of a line such as {@code late 0380 absence: 2015 was due on 2016-02-15}: municipality and dataset. */
    private static String sender(String overdue) {
        return overdue.substring(overdue.indexOf(' ') + 1, overdue.indexOf(':'));
    }

    /** How many there are, and of whom. */
    private static void add(List<Fact> facts, String title, Stream<String> senders) {
        List<String> all = senders.toList();
        if (all.isEmpty()) {
            return;
        }
        List<String> named = all.stream()
                .filter(Predicate.not(String::isEmpty))
                .distinct()
                .sorted()
                .toList();
        String some = String.join(", ", named.subList(0, Math.min(NAMED, named.size())));
        String more = named.size() > NAMED ? " och " + (named.size() - NAMED) + " till" : "";
        facts.add(new Fact(title, all.size() + (some.isEmpty() ? "" : " (" + some + more + ")")));
    }
}
