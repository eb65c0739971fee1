package se.trivsel.normalise;

import java.util.Optional;
import se.trivsel.vocabulary.FindingCode;

/**
 * Reads the cells of one column.
 *
 * <p>Values are what the lake stores: {@code String}, {@code Integer} (numbers, and days since 1970), {@code Long}
 * (unscaled decimals) and {@code Boolean}.
 */
interface CellReader {
    /** The value of a cell that is not empty, or nothing where it is not of the column's form. */
    Optional<?> read(String text);

    /** What is wrong with a cell that could not be read. */
    FindingCode fault();

    /** What a cell that could not be read is taken for, where that was agreed; then its fault is a warning. */
    default Optional<?> otherwise() {
        return Optional.empty();
    }
}
