package se.trivsel.samples;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that falls the same way every time and on every Java.
 *
 * <p>Only {@code nextLong} is taken from the JDK: how it makes smaller numbers of it has changed between versions.
 */
final class Chance {
    private final SplittableRandom source;

    private Chance(long seed) {
        source = new SplittableRandom(seed);
    }

    /** The chance of one matter; what befalls one matter never moves another. */
    static Chance of(long seed, String matter) {
        long mixed = seed;
        for (int i = 0; i < matter.length(); i++) {
            mixed = (mixed ^ matter.charAt(i)) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 29;
        }
        return new Chance(mixed);
    }

    /** A whole number from 0 up to, not including, {@code bound}. */
    int below(int bound) {
        return (int) (((source.nextLong() >>> 33) * bound) >>> 31);
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** A number from 0 up to, not including, 1. */
    double share() {
        return (source.nextLong() >>> 11) * 0x1.0p-53;
    }

    double between(double least, double most) {
        return least + (most - least) * share();
    }

    boolean happens(double probability) {
        return share() < probability;
    }

    <T> T oneOf(List<T> things) {
        return things.get(below(things.size()));
    }
}
