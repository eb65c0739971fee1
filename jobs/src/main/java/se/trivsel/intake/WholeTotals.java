package se.trivsel.intake;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Source;
import se.trivsel.contract.Trailer;
import se.trivsel.extract.DeliveredFile;
import se.trivsel.extract.RowBlock;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.lake.Assessment;
import se.trivsel.normalise.RowNormaliser;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Period;

/**
 * What the last rows of a file with rows of several municipalities say, held against all its rows.
 *
 * <p>The rows are read by the same rules as a delivery's, to count and sum them the same way; what else is wrong with them
 * each municipality is told of its own.
 */
final class WholeTotals {
    private static final Set<FindingCode> OF_THE_WHOLE =
            EnumSet.of(FindingCode.CONTROL_TOTAL_DIFFERS, FindingCode.CONTROL_TOTAL_DEVIATES);

    private final DeliveredFile file;
    private final RowNormaliser rows;
    private final Assessment assessment;

    private WholeTotals(DeliveredFile file, RowNormaliser rows, Assessment assessment) {
        this.file = file;
        this.rows = rows;
        this.assessment = assessment;
    }

    /** Nothing where the description names no total: then nobody has to read the cells. */
    static Optional<WholeTotals> of(DeliveredFile file, Source whole, Period period, Configuration configuration) {
        Trailer trailer = whole.trailer();
        if (trailer.totals().isEmpty() && trailer.count().isEmpty()) {
            return Optional.empty();
        }
        var rows = new RowNormaliser(configuration, whole, MunicipalityKey.forThrowAway(), period, file.headings());
        return Optional.of(new WholeTotals(file, rows, new Assessment(whole)));
    }

    void count(RowBlock block) {
        assessment.count(rows.normalise(block));
    }

    /** The totals that differ; to be asked after the last block. */
    List<Finding> differences() {
        assessment.conclude(file, rows);
        return assessment.findings().stream()
                .filter(finding -> OF_THE_WHOLE.contains(finding.code()))
                .flatMap(finding -> finding.examples().stream().map(place -> new Finding(finding.code(), place)))
                .toList();
    }
}
