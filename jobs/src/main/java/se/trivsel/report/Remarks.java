package se.trivsel.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Measure;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.FindingCount;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.FoundBy;
import se.trivsel.vocabulary.Place;
import se.trivsel.vocabulary.Severity;
import se.trivsel.warehouse.RuleFinding;

/**
 * The remarks on one delivery, from its reading and from the rules between rows, what moves most first.
 *
 * <p>A delivery that a later one has replaced moves nothing any more, whatever is wrong with it.
 */
final class Remarks {
    /** A remark and what its place in the order is decided by. */
    private record Weighed(Severity severity, Reach reach, Receipt.Remark remark) {}

    private final DeliveryManifest delivery;
    private final Optional<Contract> contract;
    private final List<Measure> measures;

    /** For a delivery, what it was promised to be, and the measures that are counted from it. */
    Remarks(DeliveryManifest delivery, Optional<Contract> contract, List<Measure> measures) {
        this.delivery = delivery;
        this.contract = contract;
        this.measures = List.copyOf(measures);
    }

    List<Receipt.Remark> inOrder(List<RuleFinding> ruled) {
        Map<FindingCode, List<RuleFinding>> byCode =
                ruled.stream().collect(Collectors.groupingBy(RuleFinding::code, TreeMap::new, Collectors.toList()));
        Stream<Weighed> read = delivery.findings().stream().map(this::read);
        Stream<Weighed> between = byCode.entrySet().stream().map(found -> between(found.getKey(), found.getValue()));
        return Stream.concat(read, between)
                .sorted(Comparator.comparing((Weighed one) -> one.severity() != Severity.FATAL)
                        .thenComparing(Weighed::reach, Reach.FARTHEST_FIRST)
                        .thenComparing(Weighed::severity)
                        .thenComparing(one -> one.remark().code()))
                .map(Weighed::remark)
                .toList();
    }

    private Weighed read(FindingCount finding) {
        return weighed(finding.code(), finding.count(), reach(finding), Places.inWords(finding), spots(finding));
    }

    /** A remark on a file that is not a delivery, or not yet. */
    static Receipt.Remark outsideDeliveries(FindingCount finding, String reach) {
        return new Receipt.Remark(
                finding.code().code(),
                finding.code().severity(),
                finding.code().what(),
                SwedishNumbers.counted(finding.count(), "gång", "gånger"),
                Places.inWords(finding),
                reach,
                finding.code().remedy(),
                spots(finding));
    }

    private static List<Receipt.Spot> spots(FindingCount finding) {
        var spots = new ArrayList<Receipt.Spot>();
        for (Place place : finding.examples()) {
            spots.add(
                    new Receipt.Spot(place.line(), place.heading().filter(Shown::isSafeHeading), Optional.empty(), 1));
        }
        rest(finding.count() - finding.examples().size(), Optional.empty()).ifPresent(spots::add);
        return spots;
    }

    private Weighed between(FindingCode code, List<RuleFinding> units) {
        var spots = new ArrayList<Receipt.Spot>();
        long count = 0;
        boolean hasLines = false;
        for (RuleFinding unit : units) {
            count += unit.count();
            hasLines |= !unit.lines().isEmpty();
            Optional<String> shown = unit.unit().filter(Shown::isSafeUnit).map(Shown::line);
            for (int line : unit.lines()) {
                spots.add(new Receipt.Spot(line, Optional.empty(), shown, 1));
            }
            rest(unit.count() - unit.lines().size(), shown).ifPresent(spots::add);
        }
        var reach = new Reach(measures, hasLines ? count : delivery.rowsKept(), delivery.rowsKept(), true);
        return weighed(code, count, reach, Places.inWords(units, contract), spots);
    }

    private static Optional<Receipt.Spot> rest(long count, Optional<String> unit) {
        return count > 0 ? Optional.of(new Receipt.Spot(0, Optional.empty(), unit, count)) : Optional.empty();
    }

    private Reach reach(FindingCount finding) {
        long read = delivery.rowsRead();
        return switch (finding.code().severity()) {
            case FATAL -> new Reach(measures, read, read, true);
            case ERROR ->
                new Reach(measures, Math.min(finding.count(), delivery.rowsRejected()), read, hasOneFindingARow());
            case WARNING, INFO ->
                finding.code() == FindingCode.UNKNOWN_COLUMN
                        ? new Reach(List.of(), 0, read, true)
                        : new Reach(measures, isOnLines(finding) ? Math.min(finding.count(), read) : read, read, false);
        };
    }

    private static boolean isOnLines(FindingCount finding) {
        return finding.examples().stream().anyMatch(place -> place.line() > 0);
    }

    /** Every rejected row has a finding; where there are as many as rows, none has two. */
    private boolean hasOneFindingARow() {
        return delivery.rowsRejected()
                == delivery.findings().stream()
                        .filter(finding -> finding.code().severity() == Severity.ERROR)
                        .mapToLong(FindingCount::count)
                        .sum();
    }

    private static Weighed weighed(
            FindingCode code, long count, Reach reach, List<String> places, List<Receipt.Spot> spots) {
        String counted = code.foundBy() == FoundBy.RULE && spots.stream().anyMatch(spot -> spot.line() > 0)
                ? SwedishNumbers.counted(count, "rad", "rader")
                : SwedishNumbers.counted(count, "gång", "gånger");
        var remark = new Receipt.Remark(
                code.code(), code.severity(), code.what(), counted, places, reach.inWords(), code.remedy(), spots);
        return new Weighed(code.severity(), reach, remark);
    }
}
