package se.trivsel.extract;

import java.util.List;
import java.util.Optional;
import se.trivsel.vocabulary.FindingCode;

/**
 * One row of a file as text: a cell for each column of the contract, in its order, and after them one for each heading
 * that decides about rows.
 *
 * <p>A cell without text is empty, also where the file has no such column. Where {@code fault} says that the row could
 * not be taken apart, the cells are of no use; one that is only a warning leaves them as they are.
 *
 * @param line the line the row begins on, counted from 1
 * @param start where the row's own text begins in the block's
 * @param end where it ends, line end included
 */
public record ExtractedRow(int line, List<String> cells, Optional<FindingCode> fault, int start, int end) {}
