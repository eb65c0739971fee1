package se.trivsel.normalise;

import java.util.HashSet;
import java.util.Set;
import se.trivsel.contract.FileFormat;

/**
 * Which cell texts are errors that a spreadsheet shows where a value should be, in whatever layout they come.
 *
 * <p>Left alone, they would be kept as texts and identities like any other: every employment without a number would be
 * the one called {@code #N/A}. What the source itself says to mean something is no error.
 */
final class ErrorCells {
    /** As files have them, and as a Swedish Excel writes them into text. */
    private static final Set<String> SHOWN = Set.of(
            "#N/A",
            "#DIV/0!",
            "#VALUE!",
            "#REF!",
            "#NAME?",
            "#NUM!",
            "#NULL!",
            "#CALC!",
            "#SPILL!",
            "#FIELD!",
            "#BLOCKED!",
            "#CONNECT!",
            "#UNKNOWN!",
            "#BUSY!",
            "#EXTERNAL!",
            "#PYTHON!",
            "#GETTING_DATA",
            "#SAKNAS!",
            "#DIVISION/0!",
            "#VÄRDEFEL!",
            "#REFERENS!",
            "#NAMN?",
            "#OGILTIGT!",
            "#SKÄRNING!");

    private final Set<String> meant;

    ErrorCells(FileFormat format) {
        this.meant = new HashSet<>(format.noValue());
        meant.addAll(format.reasonBySign().keySet());
        meant.addAll(format.numbers().zero());
    }

    boolean isError(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == '#' && SHOWN.contains(cell) && !meant.contains(cell);
    }
}
