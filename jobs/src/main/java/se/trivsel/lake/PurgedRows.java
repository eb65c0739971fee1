package se.trivsel.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.trivsel.contract.Column;
import se.trivsel.contract.Contract;
import se.trivsel.normalise.NormalisedBlock;
import se.trivsel.normalise.NormalisedRow;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

/**
 * What is kept out of one reading because persons were purged: rows about them, and keys by which rows about others name them.
 *
 * <p>A refused delivery is judged as it was sent: nothing of it was kept in the first place.
 */
final class PurgedRows {
    private final PurgedPersons persons;
    private final List<Integer> own = new ArrayList<>();
    private final List<Integer> naming = new ArrayList<>();
    private final Tally tally = new Tally();

    PurgedRows(PurgedPersons persons, Contract contract) {
        this.persons = persons;
        List<Column> columns = contract.storedColumns();
        for (int position = 0; position < columns.size(); position++) {
            Column column = columns.get(position);
            if (column.type().isPseudonym()) {
                (Column.NAMING_ANOTHER.contains(column.storedName()) ? naming : own).add(position);
            }
        }
    }

    /** What is left of a block. */
    NormalisedBlock leaveOut(NormalisedBlock block) {
        if (persons.pseudonyms().isEmpty()) {
            return block;
        }
        List<NormalisedRow> left =
                block.rows().stream().flatMap(row -> left(row).stream()).toList();
        return new NormalisedBlock(left, block.rejected(), block.warnings(), block.setAside(), block.last());
    }

    private Optional<NormalisedRow> left(NormalisedRow row) {
        if (own.stream().anyMatch(column -> isPurged(row, column))) {
            tally.add(new Finding(FindingCode.PURGED_PERSON, Place.line(row.line())));
            return Optional.empty();
        }
        List<Integer> named =
                naming.stream().filter(column -> isPurged(row, column)).toList();
        return Optional.of(named.isEmpty() ? row : row.without(named));
    }

    private boolean isPurged(NormalisedRow row, int column) {
        return row.value(column) instanceof String pseudonym
                && persons.pseudonyms().contains(pseudonym);
    }

    /** Tells how many rows were kept out. */
    void tell(Assessment assessment) {
        if (assessment.status() == DeliveryManifest.Status.ACCEPTED) {
            tally.counts().forEach(assessment::keepOut);
        }
    }
}
