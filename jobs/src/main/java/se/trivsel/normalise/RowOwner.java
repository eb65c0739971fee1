package se.trivsel.normalise;

import java.util.Optional;
import java.util.Set;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Sharing;
import se.trivsel.contract.Source;
import se.trivsel.extract.ExtractedRow;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Place;
import se.trivsel.vocabulary.Severity;

/**
 * Tells whose each row is, in a file with rows of several municipalities.
 *
 * <p>A row that could not be taken apart is nobody's: its cells may have moved, and it could land with a stranger.
 */
public final class RowOwner {
    private final Sharing sharing;
    private final Set<MunicipalityCode> senders;
    private final int cell;

    /**
     * Tells it for the files of a source.
     *
     * @param senders who may have rows in them
     * @throws IllegalArgumentException when the source's files have rows of one municipality only
     */
    public RowOwner(Source source, Contract contract, Set<MunicipalityCode> senders) {
        this.sharing = source.sharing()
                .orElseThrow(() -> new IllegalArgumentException("Not a shared file: " + source.dataset()));
        this.senders = Set.copyOf(senders);
        this.cell = source.cellUnder(sharing.heading(), contract);
    }

    /** The municipality whose row it is, if it sends by this system. */
    public Optional<MunicipalityCode> of(ExtractedRow row) {
        return isWhole(row) ? sharing.municipality(row.cells().get(cell)).filter(senders::contains) : Optional.empty();
    }

    /** What to say of a row that is nobody's. */
    public Finding whyNobodys(ExtractedRow row) {
        return row.fault()
                .filter(fault -> !isWhole(row))
                .map(fault -> new Finding(fault, Place.line(row.line())))
                .orElseGet(
                        () -> new Finding(FindingCode.UNKNOWN_MUNICIPALITY, Place.cell(row.line(), sharing.heading())));
    }

    private static boolean isWhole(ExtractedRow row) {
        return row.fault().filter(fault -> fault.severity() != Severity.WARNING).isEmpty();
    }
}
