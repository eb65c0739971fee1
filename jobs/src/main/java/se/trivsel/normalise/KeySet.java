package se.trivsel.normalise;

import java.util.Arrays;

/**
 * The keys seen in a delivery, eight to sixteen bytes each, so that ten million fit beside everything else.
 *
 * <p>It keeps 64-bit hashes, not keys: among ten million keys the chance that any two different ones are taken for the
 * same is about one in 400,000, and the row would then be quarantined and reported, not lost.
 */
final class KeySet {
    private static final long EMPTY = 0;
    private long[] slots = new long[1 << 12];
    private int size;

    /** Adds a key; false when it was there. */
    boolean add(Object[] parts) {
        long hash = hash(parts);
        if (2 * size >= slots.length) {
            grow();
        }
        int slot = slot(hash);
        if (slots[slot] == hash) {
            return false;
        }
        slots[slot] = hash;
        size++;
        return true;
    }

    private int slot(long hash) {
        int slot = (int) hash & (slots.length - 1);
        while (slots[slot] != EMPTY && slots[slot] != hash) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        Arrays.stream(old).filter(hash -> hash != EMPTY).forEach(hash -> slots[slot(hash)] = hash);
    }

    private static long hash(Object[] parts) {
        long hash = 0xcbf29ce484222325L;
        for (Object part : parts) {
            String text = part.toString();
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            hash = mix(hash ^ 0x1f);
        }
        return hash == EMPTY ? 1 : hash;
    }

    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
