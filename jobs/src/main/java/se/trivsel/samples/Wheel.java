package se.trivsel.samples;

import java.util.ArrayList;
import java.util.List;

/** Words of which some come up more often than others. */
final class Wheel {
    private final List<String> words = new ArrayList<>();
    private final List<Integer> upTo = new ArrayList<>();
    private int total;

    Wheel with(String word, int weight) {
        total += weight;
        words.add(word);
        upTo.add(total);
        return this;
    }

    String spin(Chance chance) {
        int at = chance.below(total);
        int slot = 0;
        while (upTo.get(slot) <= at) {
            slot++;
        }
        return words.get(slot);
    }
}
