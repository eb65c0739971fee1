package se.trivsel.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {
    private final KeySet keys = new KeySet();

    @Test
    void aKeyIsNewOnce() {
        assertThat(keys.add(new Object[] {"F1", 16_000})).isTrue();
        assertThat(keys.add(new Object[] {"F1", 16_001})).isTrue();
        assertThat(keys.add(new Object[] {"F1", 16_000})).isFalse();
    }

    @Test
    void partsAreNotJoined() {
        assertThat(keys.add(new Object[] {"1", "23"})).isTrue();
        assertThat(keys.add(new Object[] {"12", "3"})).isTrue();
        assertThat(keys.add(new Object[] {"123", ""})).isTrue();
        assertThat(keys.add(new Object[] {"", "123"})).isTrue();
    }

    @ParameterizedTest(name = "{0} slots on the heap")
    @ValueSource(ints = {1 << 22, 1 << 12})
    void allOfManyKeysAreKnownAgainOnTheHeapAndInAFile(int heldSlots) {
        var many = new KeySet(heldSlots);
        for (int round = 0; round < 2; round++) {
            int added = 0;
            for (int i = 0; i < 300_000; i++) {
                added += many.add(new Object[] {"F" + i, i % 365}) ? 1 : 0;
            }
            assertThat(added).isEqualTo(round == 0 ? 300_000 : 0);
        }
    }
}
