package se.trivsel.normalise;

import java.math.BigDecimal;
import java.util.Optional;
import se.trivsel.contract.ColumnType;
import se.trivsel.contract.NumberForm;

/** Amounts outside the rows, such as the sum in a trailer; written as those in the rows are. */
public final class Amounts {
    private static final ColumnType.Decimal WIDEST = new ColumnType.Decimal(18, 2);

    private Amounts() {}

    public static Optional<BigDecimal> read(String text, NumberForm form) {
        return new DecimalReader(WIDEST, form, false)
                .read(text.strip())
                .map(unscaled -> BigDecimal.valueOf(unscaled, WIDEST.scale()));
    }
}
