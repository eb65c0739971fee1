package se.trivsel.normalise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The keys seen in a delivery, eight to sixteen bytes each: the first two million on the heap, more in a mapped file.
 *
 * <p>It keeps 64-bit hashes, not keys: among a hundred million keys the chance that any two different ones are taken for the
 * same is about one in 4,000, and the row would then be quarantined and reported, not lost.
 */
final class KeySet {
    private static final long EMPTY = 0;
    private static final int HELD_SLOTS = 1 << 22;
    private static final int CHUNK_BITS = 24;

    private final int heldSlots;
    private LongBuffer[] chunks = {LongBuffer.allocate(1 << 12)};
    private int capacity = 1 << 12;
    private int size;

    KeySet() {
        this(HELD_SLOTS);
    }

    /** @param heldSlots how many slots may lie on the heap, a power of two */
    KeySet(int heldSlots) {
        this.heldSlots = heldSlots;
    }

    /** Adds a key; false when it was there. */
    boolean add(Object[] parts) {
        long hash = hash(parts);
        if (2 * size >= capacity) {
            grow();
        }
        if (!put(hash)) {
            return false;
        }
        size++;
        return true;
    }

    private boolean put(long hash) {
        int slot = (int) hash & (capacity - 1);
        while (true) {
            LongBuffer chunk = chunks[slot >>> CHUNK_BITS];
            int place = slot & ((1 << CHUNK_BITS) - 1);
            long there = chunk.get(place);
            if (there == hash) {
                return false;
            }
            if (there == EMPTY) {
                chunk.put(place, hash);
                return true;
            }
            slot = (slot + 1) & (capacity - 1);
        }
    }

    private void grow() {
        LongBuffer[] old = chunks;
        capacity *= 2;
        chunks = capacity <= heldSlots ? new LongBuffer[] {LongBuffer.allocate(capacity)} : mapped(capacity);
        for (LongBuffer chunk : old) {
            for (int place = 0; place < chunk.capacity(); place++) {
                long hash = chunk.get(place);
                if (hash != EMPTY) {
                    put(hash);
                }
            }
        }
    }

    /** In a file that has no name any more: it goes with the last use of it, however the program ends. */
    private static LongBuffer[] mapped(int slots) {
        try {
            Path file = Files.createTempFile("trivsel-keys", "");
            try (var channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
                var chunks = new LongBuffer[Math.max(1, slots >>> CHUNK_BITS)];
                long bytes = (long) slots / chunks.length * Long.BYTES;
                for (int i = 0; i < chunks.length; i++) {
                    chunks[i] = channel.map(FileChannel.MapMode.READ_WRITE, i * bytes, bytes)
                            .asLongBuffer();
                }
                return chunks;
            }
        } catch (IOException full) {
            throw new UncheckedIOException("Cannot write the keys of a large delivery to the temporary folder", full);
        }
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
