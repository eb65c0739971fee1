package se.trivsel.contract;

import java.util.Set;

/**
 * Which rows of a file are meant at all, by the word under one of its headings.
 *
 * <p>A row that is not meant is neither kept nor rejected; it is counted as set aside, and its amounts still count in
 * the file's own totals.
 *
 * @param keeps whether only rows with one of the words are meant, or all others
 */
public record RowFilter(String heading, Set<String> words, boolean keeps) {
    public RowFilter {
        words = Set.copyOf(words);
    }

    public boolean admits(String word) {
        return words.contains(word) == keeps;
    }
}
