package se.trivsel.normalise;

import java.util.Map;
import java.util.Set;
import se.trivsel.contract.MissingReason;

/**
 * Which cell texts mean that there is no value: the empty one, and the words a source uses for it.
 *
 * @param reasonByWord the words that also say why
 */
record EmptyCells(Set<String> words, Map<String, MissingReason> reasonByWord) {
    EmptyCells {
        words = Set.copyOf(words);
        reasonByWord = Map.copyOf(reasonByWord);
    }

    boolean isEmpty(String text) {
        return text.isEmpty() || words.contains(text) || (!reasonByWord.isEmpty() && reasonByWord.containsKey(text));
    }

    /** Notes the reason that a column has no value, where its cell says one. */
    void tellReason(RowState row, int column, String text) {
        if (!reasonByWord.isEmpty() && !text.isEmpty()) {
            MissingReason reason = reasonByWord.get(text);
            if (reason != null) {
                row.missing(column, reason);
            }
        }
    }
}
