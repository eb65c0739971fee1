package se.trivsel.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

    @Test
    void allOfManyKeysAreKnownAgain() {
        for (int round = 0; round < 2; round++) {
            int added = 0;
            for (int i = 0; i < 300_000; i++) {
                added += keys.add(new Object[] {"F" + i, i % 365}) ? 1 : 0;
            }
            assertThat(added).isEqualTo(round == 0 ? 300_000 : 0);
        }
    }
}
