package se.trivsel.contract;

import java.util.Collection;
import java.util.Comparator;

/** Finds the word that somebody most likely meant; a guess is only made when the two are nearly the same. */
final class Similar {
    private Similar() {}

    /** {@code " (did you mean employment?)"}, or nothing when no known word is near. */
    static String didYouMean(String word, Collection<String> known) {
        int furthest = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= furthest)
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .map(candidate -> " (did you mean " + candidate + "?)")
                .orElse("");
    }

    /** The number of letters to change, add or take away (Levenshtein). */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(above[column - 1] + change, Math.min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[other.length()];
    }
}
