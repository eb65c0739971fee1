package se.trivsel.normalise;

import java.util.Set;

/** Which cell texts mean that there is no value: the empty one, and the words a source uses for it. */
record EmptyCells(Set<String> words) {
    EmptyCells {
        words = Set.copyOf(words);
    }

    boolean isEmpty(String text) {
        return text.isEmpty() || words.contains(text);
    }
}
