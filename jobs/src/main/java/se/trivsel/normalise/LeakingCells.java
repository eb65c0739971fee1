package se.trivsel.normalise;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import se.trivsel.contract.Column;
import se.trivsel.contract.ColumnType;
import se.trivsel.contract.Contract;
import se.trivsel.vocabulary.FindingCode;

/**
 * The cells that are kept as they were written, and in which a personal number may stand all the same.
 *
 * <p>A text becomes a pseudonym, the same each time, so that what has the same number still belongs together; of an
 * amount nothing can be made, and its row is kept out.
 */
final class LeakingCells {
    private final int[] texts;
    private final int[] amounts;
    private final int[] scales;
    private final Pseudonyms pseudonyms;

    private LeakingCells(int[] texts, int[] amounts, int[] scales, Pseudonyms pseudonyms) {
        this.texts = texts;
        this.amounts = amounts;
        this.scales = scales;
        this.pseudonyms = pseudonyms;
    }

    static LeakingCells of(Contract contract, Pseudonyms pseudonyms) {
        List<Column> columns = contract.columns();
        int[] texts = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).isStored() && columns.get(i).type() instanceof ColumnType.Text)
                .toArray();
        int[] amounts = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).isStored()
                        && columns.get(i).type() instanceof ColumnType.Decimal decimal
                        && decimal.precision() - decimal.scale() >= 10)
                .toArray();
        int[] scales = IntStream.of(amounts)
                .map(i -> columns.get(i).type() instanceof ColumnType.Decimal decimal ? decimal.scale() : 0)
                .toArray();
        return new LeakingCells(texts, amounts, scales, pseudonyms);
    }

    void mend(RowState row) {
        for (int column : texts) {
            if (row.values()[column] instanceof String text && WrittenPersonalNumber.isIn(text)) {
                row.set(column, pseudonyms.ofText(text));
                row.fault(column, FindingCode.PERSONAL_NUMBER_IN_TEXT);
            }
        }
        for (int i = 0; i < amounts.length; i++) {
            if (row.values()[amounts[i]] instanceof Long unscaled
                    && unscaled >= 1_000_000_000L
                    && WrittenPersonalNumber.is(BigDecimal.valueOf(unscaled, scales[i]))) {
                row.clear(amounts[i]);
                row.fault(amounts[i], FindingCode.NOT_A_NUMBER);
            }
        }
    }
}
