package se.trivsel.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileTest {
    private final MunicipalityKey key = key(1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2_047, 2_048, 2_049, 16_383, 16_384, 16_385, 1_000_000})
    void givesBackWhatWasWritten(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);

        assertThat(open(seal(content), key)).isEqualTo(content);
    }

    @Test
    void opensWhatWasSealedInLongSegments() throws Exception {
        byte[] content = new byte[300_000];
        new Random(3).nextBytes(content);
        byte[] prefix = "8 random".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(content.length + 100);
        file.put("TRV1".getBytes(StandardCharsets.US_ASCII)).put(prefix);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        for (int segment = 0; segment < 2; segment++) {
            byte[] plain =
                    Arrays.copyOfRange(content, segment * 262_144, Math.min(content.length, (segment + 1) * 262_144));
            byte[] nonce = ByteBuffer.allocate(12)
                    .put(prefix)
                    .putInt(segment << 1 | segment)
                    .array();
            cipher.init(Cipher.ENCRYPT_MODE, key.sealing(), new GCMParameterSpec(128, nonce));
            file.putInt(plain.length + 16 | segment << 31).put(cipher.doFinal(plain));
        }
        Path sealed = folder.resolve("sealed before");
        Files.write(sealed, Arrays.copyOf(file.array(), file.position()));

        assertThat(open(sealed, key)).isEqualTo(content);
    }

    @Test
    void holdsNothingReadable() throws IOException {
        byte[] content = "Personnummer 19850415-2385".repeat(100).getBytes(StandardCharsets.UTF_8);

        assertThat(Files.readString(seal(content), StandardCharsets.ISO_8859_1)).doesNotContain("19850415");
    }

    @Test
    void aCutOffFileIsNoticed() throws IOException {
        Path sealed = seal(new byte[600_000]);
        byte[] bytes = Files.readAllBytes(sealed);
        int firstSegment = 4 + 8 + 4 + 16_384 + 16;
        Files.write(sealed, Arrays.copyOf(bytes, firstSegment));

        assertThatThrownBy(() -> open(sealed, key))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void aChangedByteIsNoticed() throws IOException {
        Path sealed = seal(new byte[1000]);
        byte[] bytes = Files.readAllBytes(sealed);
        bytes[500] ^= 1;
        Files.write(sealed, bytes);

        assertThatThrownBy(() -> open(sealed, key))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void anotherKeyDoesNotOpenIt() throws IOException {
        Path sealed = seal(new byte[1000]);

        assertThatThrownBy(() -> open(sealed, key(2)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another key");
    }

    private Path seal(byte[] content) throws IOException {
        Path file = folder.resolve("sealed");
        try (var out = SealedFile.write(file, key)) {
            out.write(content);
        }
        return file;
    }

    private static byte[] open(Path file, MunicipalityKey key) throws IOException {
        try (var in = SealedFile.read(file, key)) {
            return in.readAllBytes();
        }
    }

    static MunicipalityKey key(int seed) {
        byte[] secret = new byte[MunicipalityKey.BYTES];
        Arrays.fill(secret, (byte) seed);
        return new MunicipalityKey(secret);
    }
}
