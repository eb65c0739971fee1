package se.trivsel.normalise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.trivsel.contract.Column;
import se.trivsel.contract.ColumnType;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Source;
import se.trivsel.extract.ExtractedRow;
import se.trivsel.extract.RowBlock;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Period;

/**
 * Turns the text rows of one delivery into rows of its contract, pseudonymised, or into rejected rows.
 *
 * <p>One a delivery, not for use by two threads: it remembers the keys it has seen and the sums of the columns that
 * have a control total.
 */
public final class RowNormaliser {
    private final Contract contract;
    private final List<Field> fields;
    private final LeakingCells leaks;
    private final ErrorCells errors;
    private final RowState row;
    private final RowChoice choice;
    private final int[] stored;
    private final int[] required;
    private final int[] key;
    private final int[][] intervals;
    private final KeySet keysSeen = new KeySet();
    private final Map<Integer, Sum> sums = new LinkedHashMap<>();

    /**
     * A normaliser for a delivery.
     *
     * @param period what the delivery covers; its last day settles two-digit years
     * @param headings what the sender calls the contract's columns, for the findings
     */
    public RowNormaliser(
            Configuration configuration,
            Source source,
            MunicipalityKey municipalityKey,
            Period period,
            List<String> headings) {
        this.contract = Objects.requireNonNull(configuration.contracts().get(source.dataset()));
        var pseudonyms = new Pseudonyms(municipalityKey);
        LocalDate reference = period.to().atEndOfMonth();
        this.fields = new Fields(configuration, contract, source, pseudonyms, reference).inOrder();
        this.row = new RowState(
                headings,
                contract.columns().stream()
                        .map(column -> column.isStored() ? column.storedName() : "")
                        .toList());
        this.choice = new RowChoice(source, contract);
        this.leaks = LeakingCells.of(contract, pseudonyms);
        this.errors = new ErrorCells(source.format());
        this.stored =
                positions(contract.storedColumns().stream().map(Column::name).toList());
        this.required = positions(contract.columns().stream()
                .filter(Column::required)
                .map(Column::name)
                .toList());
        this.key = positions(contract.key());
        this.intervals = contract.intervals().stream()
                .map(interval -> new int[] {position(interval.from()), position(interval.to())})
                .toArray(int[][]::new);
        source.trailer().totals().keySet().forEach(column -> sums.put(position(column), new Sum()));
    }

    /** What becomes of a block; blocks are given in the file's order. */
    public NormalisedBlock normalise(RowBlock block) {
        var kept = new ArrayList<NormalisedRow>(block.rows().size());
        var rejected = new ArrayList<RejectedRow>();
        var warnings = new ArrayList<Finding>();
        int setAside = 0;
        for (ExtractedRow extracted : block.rows()) {
            row.begin(extracted.line(), extracted.cells());
            Optional<FindingCode> fault = extracted.fault();
            if (fault.isPresent()) {
                row.fault(fault.get());
            }
            if (!row.isFaulty() && !choice.admits(extracted.cells())) {
                setAside++;
                fields.forEach(field -> field.fill(row));
                sums.forEach((column, sum) -> row.value(column).ifPresent(sum::read));
                continue;
            }
            if (!row.isFaulty()) {
                fill();
            }
            if (row.isFaulty()) {
                rejected.add(new RejectedRow(extracted.line(), block.raw(extracted), row.findings()));
                continue;
            }
            if (row.hasFindings()) {
                warnings.addAll(row.findings());
            }
            sums.forEach((column, sum) -> row.value(column).ifPresent(sum::keep));
            kept.add(new NormalisedRow(extracted.line(), storedValues(), row.reasons()));
        }
        return new NormalisedBlock(kept, rejected, warnings, setAside, block.last());
    }

    private void fill() {
        row.tellErrors(errors);
        fields.forEach(field -> field.fill(row));
        leaks.mend(row);
        sums.forEach((column, sum) -> row.value(column).ifPresent(sum::read));
        boolean isComplete = true;
        for (int column : required) {
            if (row.value(column).isEmpty() && !row.hasFault(column)) {
                row.fault(column, row.hasReason(column) ? FindingCode.VALUE_WITHHELD : FindingCode.MISSING_VALUE);
            }
            isComplete &= row.value(column).isPresent();
        }
        for (int[] interval : intervals) {
            if (isReversed(interval)) {
                row.fault(interval[1], FindingCode.END_BEFORE_START);
            }
        }
        if (key.length > 0 && isComplete && !row.isFaulty() && !keysSeen.add(keyValues())) {
            row.fault(FindingCode.DUPLICATE_KEY);
        }
    }

    private boolean isReversed(int[] interval) {
        Optional<Object> from = row.value(interval[0]);
        Optional<Object> to = row.value(interval[1]);
        return from.isPresent() && to.isPresent() && (Integer) to.get() < (Integer) from.get();
    }

    private Object[] keyValues() {
        Object[] values = new Object[key.length];
        for (int i = 0; i < key.length; i++) {
            values[i] = row.value(key[i]).orElse("");
        }
        return values;
    }

    private @Nullable Object[] storedValues() {
        @Nullable Object[] values = new @Nullable Object[stored.length];
        for (int i = 0; i < stored.length; i++) {
            values[i] = row.values()[stored[i]];
        }
        return values;
    }

    /** The sum of a column with a control total, over all rows in which it could be read. */
    public BigDecimal sumRead(String column) {
        return sum(column).read(scale(column));
    }

    /** The sum of a column with a control total, over the rows that were kept. */
    public BigDecimal sumKept(String column) {
        return sum(column).kept(scale(column));
    }

    private Sum sum(String column) {
        return Objects.requireNonNull(sums.get(position(column)), () -> "No control total for " + column);
    }

    private int scale(String column) {
        return contract.columns().get(position(column)).type() instanceof ColumnType.Decimal decimal
                ? decimal.scale()
                : 0;
    }

    private int[] positions(List<String> names) {
        return names.stream().mapToInt(this::position).toArray();
    }

    private int position(String name) {
        for (int i = 0; i < contract.columns().size(); i++) {
            if (contract.columns().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No column " + name + " in contract " + contract.dataset());
    }

    private static final class Sum {
        private long read;
        private long kept;

        void read(Object unscaled) {
            read = Math.addExact(read, ((Number) unscaled).longValue());
        }

        void keep(Object unscaled) {
            kept = Math.addExact(kept, ((Number) unscaled).longValue());
        }

        BigDecimal read(int scale) {
            return BigDecimal.valueOf(read, scale);
        }

        BigDecimal kept(int scale) {
            return BigDecimal.valueOf(kept, scale);
        }
    }
}
