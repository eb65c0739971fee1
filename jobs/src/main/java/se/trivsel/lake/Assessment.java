package se.trivsel.lake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.trivsel.contract.Source;
import se.trivsel.contract.Trailer;
import se.trivsel.extract.DeliveredFile;
import se.trivsel.normalise.Amounts;
import se.trivsel.normalise.NormalisedBlock;
import se.trivsel.normalise.RejectedRow;
import se.trivsel.normalise.RowNormaliser;
import se.trivsel.normalise.WrittenPersonalNumber;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;
import se.trivsel.vocabulary.Severity;

/**
 * What is known so far about a delivery being read, and in the end whether it is taken in.
 *
 * <p>The same judgement for a delivery that is only checked and for one that goes into the lake.
 */
public final class Assessment {
    private final Source source;
    private final Tally tally = new Tally();
    private final List<ControlTotal> controlTotals = new ArrayList<>();
    private long kept;
    private long rejected;
    private long setAside;
    private long purged;
    private boolean isRefused;

    public Assessment(Source source) {
        this.source = source;
    }

    /** The judgement that the municipality came to when it prepared the delivery. */
    static Assessment of(Source source, PreparedManifest prepared) {
        var assessment = new Assessment(source);
        assessment.kept = prepared.rowsKept();
        assessment.rejected = prepared.rowsRejected();
        assessment.setAside = prepared.rowsRead() - prepared.rowsKept() - prepared.rowsRejected();
        prepared.findings().forEach(assessment.tally::add);
        assessment.controlTotals.addAll(prepared.controlTotals());
        return assessment;
    }

    /** Notes a finding; a fatal one refuses the delivery. */
    public void note(Finding finding) {
        tally.add(finding);
        isRefused |= finding.code().severity() == Severity.FATAL;
    }

    public void note(Collection<Finding> findings) {
        findings.forEach(this::note);
    }

    /** Counts the rows of a block and what is wrong with them. */
    public void count(NormalisedBlock block) {
        kept += block.rows().size();
        rejected += block.rejected().size();
        setAside += block.setAside();
        note(block.warnings());
        for (RejectedRow row : block.rejected()) {
            note(row.findings());
        }
    }

    /** Notes that rows it has counted as kept were kept out after all. */
    void keepOut(FindingCount rows) {
        kept -= rows.count();
        purged += rows.count();
        tally.add(rows);
    }

    /** Judges a file that was read to its end: the share of rejected rows, and the sums its trailer states. */
    public void conclude(DeliveredFile file, RowNormaliser rows) {
        if (isRefused) {
            return;
        }
        if (rejected * 100.0 > source.rejectAbovePercent() * (kept + rejected)) {
            note(new Finding(FindingCode.TOO_MANY_REJECTED, Place.WHOLE_FILE));
        }
        Trailer trailer = source.trailer();
        Map<String, String> stated = file.statedTotals();
        trailer.totals()
                .forEach((column, heading) -> compare(
                        column,
                        heading,
                        Optional.ofNullable(stated.get(column)),
                        rows.sumRead(column),
                        rows.sumKept(column)));
        trailer.count()
                .ifPresent(heading -> compare(
                        ControlTotal.ROWS,
                        heading,
                        file.statedCount(),
                        BigDecimal.valueOf(rowsRead()),
                        BigDecimal.valueOf(kept)));
    }

    /** A total that is not there refuses the delivery whatever its source says: the file's end may be gone. */
    private void compare(String column, String heading, Optional<String> text, BigDecimal sumRead, BigDecimal sumKept) {
        Optional<ControlTotal> total = text.flatMap(
                        amount -> Amounts.read(amount, source.format().numbers()))
                .filter(amount -> !WrittenPersonalNumber.is(amount))
                .map(stated -> new ControlTotal(column, stated, sumRead, sumKept));
        if (total.isEmpty() || !total.get().agrees()) {
            boolean isTold = total.isPresent() && !source.trailer().refusesDifference();
            var code = isTold ? FindingCode.CONTROL_TOTAL_DEVIATES : FindingCode.CONTROL_TOTAL_DIFFERS;
            note(new Finding(code, Place.cell(0, heading)));
        }
        total.ifPresent(controlTotals::add);
    }

    public DeliveryManifest.Status status() {
        return isRefused ? DeliveryManifest.Status.REJECTED : DeliveryManifest.Status.ACCEPTED;
    }

    public long rowsRead() {
        return kept + rejected + setAside + purged;
    }

    public long rowsSetAside() {
        return setAside;
    }

    public long rowsKept() {
        return kept;
    }

    public long rowsRejected() {
        return rejected;
    }

    public long rowsPurged() {
        return purged;
    }

    public List<FindingCount> findings() {
        return tally.counts();
    }

    public List<ControlTotal> controlTotals() {
        return List.copyOf(controlTotals);
    }
}
