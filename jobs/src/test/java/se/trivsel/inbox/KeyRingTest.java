package se.trivsel.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.vocabulary.MunicipalityCode;

class KeyRingTest {
    private static final MunicipalityCode MORA = new MunicipalityCode("2062");
    private static final MunicipalityCode UPPSALA = new MunicipalityCode("0380");

    @TempDir
    Path home;

    private Path keys() {
        return home.resolve("keys");
    }

    @Test
    void aNewcomersKeyIsMadeOnceAndKept() {
        String first = KeyRing.open(keys(), true).forNewcomer(MORA).fingerprint();

        assertThat(KeyRing.open(keys(), true).forNewcomer(MORA).fingerprint()).isEqualTo(first);
        assertThat(KeyRing.open(keys(), false).asBefore(MORA, first).fingerprint())
                .isEqualTo(first);
    }

    @Test
    void eachMunicipalityHasItsOwnKey() {
        var keys = KeyRing.open(keys(), true);

        assertThat(keys.forNewcomer(MORA).fingerprint())
                .isNotEqualTo(keys.forNewcomer(UPPSALA).fingerprint());
    }

    @Test
    void keysAreForTheirOwnerOnly() throws IOException {
        KeyRing.open(keys(), true).forNewcomer(MORA);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys())))
                .isEqualTo("rwx------");
    }

    @Test
    void withoutItsKeyAMunicipalityIsRefused() {
        var keys = KeyRing.open(keys(), true);

        assertThatThrownBy(() -> keys.asBefore(MORA, "0011223344556677"))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("2062.key");
        assertThatThrownBy(() -> KeyRing.open(keys(), false).forNewcomer(MORA)).isInstanceOf(KeyRefused.class);
    }

    @Test
    void anotherKeyThanBeforeIsRefused() throws IOException {
        String before = KeyRing.open(keys(), true).forNewcomer(MORA).fingerprint();
        Files.delete(keys().resolve("2062.key"));
        KeyRing.open(keys(), true).forNewcomer(MORA);

        assertThatThrownBy(() -> KeyRing.open(keys(), true).asBefore(MORA, before))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("Put the old key back");
    }

    @Test
    void aBrokenKeyFileIsRefused() throws IOException {
        Files.createDirectories(keys());
        Files.writeString(keys().resolve("2062.key"), "not a key");

        assertThatThrownBy(() -> KeyRing.open(keys(), true).forNewcomer(MORA))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("Restore it");
    }

    @Test
    void whatKnowsASignatureCanSignAndMakesNoPseudonym() throws IOException {
        MunicipalityKey theirs = GivenKey.of(7);
        Files.createDirectories(keys());
        Files.writeString(
                keys().resolve("2062.signature-key"), theirs.signature().encoded() + "\n");
        var ours = KeyRing.open(keys(), true);

        byte[] text = {1, 2, 3};
        assertThat(ours.isPreparing(MORA)).isTrue();
        assertThat(ours.signature(MORA).hasSigned(text, theirs.signature().sign(text)))
                .isTrue();
        assertThat(ours.signature(MORA)
                        .hasSigned(text, ours.forNewcomer(MORA).signature().sign(text)))
                .isFalse();
        assertThat(ours.signature(MORA).fingerprint()).isEqualTo(theirs.fingerprint());
        assertThat(ours.forNewcomer(MORA).pseudonyms().doFinal(text))
                .as("What seals is another key")
                .isNotEqualTo(theirs.pseudonyms().doFinal(text));
    }

    @Test
    void pseudonymsAreHeldAgainstTheKeyTheyAreMadeWith() throws IOException {
        MunicipalityKey theirs = GivenKey.of(7);
        Files.createDirectories(keys());
        Files.writeString(
                keys().resolve("2062.signature-key"), theirs.signature().encoded());
        var ours = KeyRing.open(keys(), true);
        String sealing = ours.forNewcomer(MORA).fingerprint();

        ours.requirePseudonymsAsBefore(MORA, theirs.fingerprint());
        assertThatThrownBy(() -> ours.requirePseudonymsAsBefore(MORA, sealing))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("2062.signature-key");
    }

    @Test
    void anOrdinaryKeyIsNoSignatureKey() throws IOException {
        KeyRing.open(keys(), true).forNewcomer(MORA);
        Files.copy(keys().resolve("2062.key"), keys().resolve("2062.signature-key"));

        assertThatThrownBy(() -> KeyRing.open(keys(), true).signature(MORA)).isInstanceOf(KeyRefused.class);
    }
}
