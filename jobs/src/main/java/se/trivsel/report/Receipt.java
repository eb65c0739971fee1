package se.trivsel.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.trivsel.contract.Column;
import se.trivsel.contract.Contract;
import se.trivsel.inbox.StrayFile;
import se.trivsel.intake.LeftFile;
import se.trivsel.lake.ControlTotal;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.vocabulary.Severity;

/**
 * The answer to the sender of a delivery, in Swedish words, before it is laid out as text or as a page.
 *
 * <p>It tells codes, counts and places, never what stood there: it travels by e-mail.
 *
 * @param verdict accepted or rejected, in one sentence
 * @param meaning what that does to the figures, and what the sender has to do
 */
public record Receipt(
        Outcome outcome,
        String title,
        String municipality,
        String verdict,
        String meaning,
        List<Fact> facts,
        List<Remark> remarks) {

    /** How it went, as a word beside the colour. */
    public enum Outcome {
        ACCEPTED("Godkänd", "✓", "accepted"),
        ACCEPTED_WITH_REMARKS("Godkänd med anmärkning", "!", "remarks"),
        REJECTED("Avvisad", "✕", "rejected");

        private final String swedish;
        private final String sign;
        private final String style;

        Outcome(String swedish, String sign, String style) {
            this.swedish = swedish;
            this.sign = sign;
            this.style = style;
        }

        public String swedish() {
            return swedish;
        }

        public String sign() {
            return sign;
        }

        /** The class of the page's style sheet. */
        public String style() {
            return style;
        }

        static Outcome of(DeliveryManifest delivery, List<Remark> remarks) {
            if (!delivery.isAccepted()) {
                return REJECTED;
            }
            return remarks.isEmpty() ? ACCEPTED : ACCEPTED_WITH_REMARKS;
        }
    }

    /** A line of the table: what, and what it is for this delivery. */
    public record Fact(String label, String value) {}

    /**
     * Where something was found, or how often it was found where no place was kept.
     *
     * @param line 0 where no line is known
     */
    public record Spot(int line, Optional<String> heading, Optional<String> unit, long count) {}

    /**
     * A finding as its sender reads it.
     *
     * @param reach which measures it may move, and how much
     */
    public record Remark(
            String code,
            Severity severity,
            String what,
            String count,
            List<String> places,
            String reach,
            String remedy,
            List<Spot> spots) {
        public Remark {
            places = List.copyOf(places);
            spots = List.copyOf(spots);
        }

        /** What the finding did. */
        public String effect() {
            return switch (severity) {
                case FATAL -> "Stoppar leveransen";
                case ERROR -> "Raden används inte";
                case WARNING -> "Påpekande";
                case INFO -> "Upplysning";
            };
        }
    }

    public Receipt {
        facts = List.copyOf(facts);
        remarks = List.copyOf(remarks);
    }

    static Receipt of(
            DeliveryManifest delivery,
            Deliveries all,
            Optional<Contract> contract,
            String municipality,
            List<Remark> remarks) {
        var dataset = contract.map(Contract::label).orElse(delivery.dataset());
        return new Receipt(
                Outcome.of(delivery, remarks),
                dataset + ", " + SwedishDates.period(delivery.period()),
                Shown.line(municipality),
                verdict(delivery),
                meaning(delivery, all, remarks),
                facts(delivery, contract, dataset),
                remarks);
    }

    /** The answer about a file that nobody can say what it is. */
    static Receipt of(StrayFile stray, String municipality) {
        var code = stray.reason();
        var remark = new Remark(
                code.code(),
                code.severity(),
                code.what(),
                SwedishNumbers.counted(1, "gång", "gånger"),
                List.of(),
                "Filen påverkar inget: den är inte läst.",
                code.remedy(),
                List.of(new Spot(0, Optional.empty(), Optional.empty(), 1)));
        return new Receipt(
                Outcome.REJECTED,
                "Fil som inte känns igen",
                Shown.line(municipality),
                "Filen är inte läst och används inte.",
                "Den ligger orörd kvar där den lades. Det här svaret försvinner när filen är borttagen eller känns igen.",
                whereItLies(stray.path()),
                List.of(remark));
    }

    /** The answer about a file that has something to mend before all of it is a delivery. */
    static Receipt of(LeftFile file, String sender) {
        String reach = file.isIncomplete() ? "Det som nämns här är inte med i statistiken." : "Alla rader är mottagna.";
        return new Receipt(
                file.isRefused() ? Outcome.REJECTED : Outcome.ACCEPTED_WITH_REMARKS,
                file.municipality().isEmpty() ? "Gemensam fil för flera kommuner" : "Fil vars period inte går att se",
                Shown.line(sender),
                file.isRefused()
                        ? "Filen är avvisad och används inte."
                        : "Filen är uppdelad, och varje kommun får ett eget svar om sina rader.",
                "Den ligger orörd kvar där den lades. Rätta det som nämns nedan och lägg dit hela filen på nytt."
                        + " Det här svaret försvinner när filen är rättad eller borttagen.",
                whereItLies(file.path()),
                file.findings().stream()
                        .map(finding -> Remarks.outsideDeliveries(finding, reach))
                        .toList());
    }

    private static List<Fact> whereItLies(Path file) {
        return List.of(
                new Fact("Fil", Shown.fileName(name(file))),
                new Fact("Mapp", Shown.fileName(name(file.toAbsolutePath().resolveSibling("")))));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String verdict(DeliveryManifest delivery) {
        if (!delivery.isAccepted()) {
            return "Leveransen är avvisad och används inte.";
        }
        return "Leveransen är godkänd: %s av %s används."
                .formatted(SwedishNumbers.count(delivery.rowsKept()), rows(delivery.rowsRead()));
    }

    private static String meaning(DeliveryManifest delivery, Deliveries all, List<Remark> remarks) {
        if (!delivery.isAccepted()) {
            return all.replacementOf(delivery)
                    .map(later ->
                            "En senare leverans för samma period, %s, är godkänd och används. Inget mer behöver göras."
                                    .formatted(told(later)))
                    .orElseGet(() -> meaningWhileRejected(delivery, all) + " Rätta felen och skicka hela filen igen.");
        }
        if (delivery.rowsRejected() > 0) {
            return "Rader med fel ingår inte i statistiken förrän de är rättade och levererade på nytt."
                    + " Övriga rader används redan.";
        }
        return !remarks.isEmpty()
                ? "Filen behöver inte skickas om. Läs anmärkningen nedan inför nästa leverans."
                : "Inget mer behöver göras.";
    }

    private static String meaningWhileRejected(DeliveryManifest delivery, Deliveries all) {
        var earlier = all.acceptedBefore(delivery);
        if (earlier.isEmpty()) {
            return "Det finns ingen tidigare godkänd leverans för perioden."
                    + " Kommunens värden redovisas som saknade, inte som noll, tills en leverans är godkänd.";
        }
        var used = "Den senast godkända leveransen, %s, används så länge och dess värden märks som inaktuella."
                .formatted(told(earlier.get()));
        return all.isCovered(delivery)
                ? used
                : used + " Månader som ingen godkänd leverans täcker redovisas som saknade, inte som noll.";
    }

    private static String told(DeliveryManifest delivery) {
        return "filen ”%s” som kom %s"
                .formatted(Shown.line(delivery.fileName()), SwedishDates.moment(delivery.receivedAt()));
    }

    private static List<Fact> facts(DeliveryManifest delivery, Optional<Contract> contract, String dataset) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Uppgifter", dataset + " (" + delivery.kind().swedish() + ")"));
        facts.add(new Fact("Period", SwedishDates.period(delivery.period())));
        facts.add(new Fact("Omfattning", delivery.full() ? "Allt för perioden" : "Ändringar sedan förra leveransen"));
        facts.add(new Fact("Fil", Shown.line(delivery.fileName())));
        facts.add(new Fact("Mottagen", SwedishDates.moment(delivery.receivedAt())));
        facts.add(new Fact("Lästa rader", SwedishNumbers.count(delivery.rowsRead())));
        facts.add(new Fact("Använda rader", SwedishNumbers.count(delivery.isAccepted() ? delivery.rowsKept() : 0)));
        facts.add(new Fact("Rader med fel", rejected(delivery)));
        if (delivery.isAccepted() && delivery.rowsSetAside() > 0) {
            facts.add(new Fact("Bortvalda rader", SwedishNumbers.count(delivery.rowsSetAside()) + " (enligt avtal)"));
        }
        delivery.replay()
                .filter(replay -> replay.rows() > 0)
                .ifPresent(replay -> facts.add(new Fact(
                        "Ur karantänen",
                        rows(replay.rows()) + " som avvisades tidigare har kommit in med nya regler")));
        for (ControlTotal total : delivery.controlTotals()) {
            var label = contract.flatMap(known -> known.column(total.column()))
                    .map(Column::label)
                    .orElse(total.column().equals(ControlTotal.ROWS) ? "Antal rader" : total.column());
            facts.add(new Fact("Kontrollsumma", label + ": " + Totals.inWords(total)));
        }
        facts.add(new Fact("Leveransnummer", Shown.line(delivery.deliveryId())));
        return facts;
    }

    private static String rejected(DeliveryManifest delivery) {
        var count = SwedishNumbers.count(delivery.rowsRejected());
        return delivery.rowsRejected() == 0
                ? count
                : count + " (" + SwedishNumbers.percent(delivery.rowsRejected(), delivery.rowsRead()) + ")";
    }

    private static String rows(long count) {
        return SwedishNumbers.counted(count, "rad", "rader");
    }
}
