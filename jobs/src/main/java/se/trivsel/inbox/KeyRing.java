package se.trivsel.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * The municipalities' keys, one Base64 file each: {@code <code>.key}.
 *
 * <p>A key is generated only for a municipality that never had one. Where something was already written with a key, a
 * new key would silently break every link between old and new rows, so that is refused.
 */
public final class KeyRing {
    private final Path folder;
    private final boolean generates;
    private final Map<MunicipalityCode, MunicipalityKey> opened = new ConcurrentHashMap<>();

    private KeyRing(Path folder, boolean generates) {
        this.folder = folder;
        this.generates = generates;
    }

    /**
     * The keys in a folder, which need not exist yet.
     *
     * @param generates whether a municipality's first key may be made here; where the municipality holds its key
     *     itself, it may not
     */
    public static KeyRing open(Path folder, boolean generates) {
        return new KeyRing(folder, generates);
    }

    /** The key, made now if the municipality is new and that is allowed. */
    public MunicipalityKey forNewcomer(MunicipalityCode municipality) {
        return opened.computeIfAbsent(
                municipality, code -> Files.exists(file(code)) || !generates ? read(code) : generate(code));
    }

    /** The key with which something was written before; it has to be there, and the same. */
    public MunicipalityKey asBefore(MunicipalityCode municipality, String fingerprint) {
        MunicipalityKey key = opened.computeIfAbsent(municipality, this::read);
        if (!key.fingerprint().equals(fingerprint)) {
            throw new KeyRefused("The key of municipality " + municipality + " in " + file(municipality)
                    + " is not the one its earlier deliveries were read with (" + key.fingerprint() + ", expected "
                    + fingerprint + "). Put the old key back: with another key no person could be followed over time.");
        }
        return key;
    }

    private MunicipalityKey read(MunicipalityCode municipality) {
        Path file = file(municipality);
        try {
            byte[] secret = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            return new MunicipalityKey(secret);
        } catch (java.nio.file.NoSuchFileException missing) {
            throw new KeyRefused(
                    "No key for municipality " + municipality + ": put its key (32 bytes, Base64) into " + file + ".");
        } catch (IllegalArgumentException broken) {
            throw new KeyRefused("The key in " + file + " is not 32 bytes in Base64. Restore it from your backup.");
        } catch (IOException unreadable) {
            throw new KeyRefused("Cannot read the key in " + file + ": " + unreadable.getMessage());
        }
    }

    private MunicipalityKey generate(MunicipalityCode municipality) {
        byte[] secret = MunicipalityKey.newSecret();
        try {
            DurableFiles.createProtectedFolder(folder);
            DurableFiles.write(file(municipality), Base64.getEncoder().encode(secret));
        } catch (IOException full) {
            throw new UncheckedIOException("Cannot write the new key " + file(municipality), full);
        }
        return new MunicipalityKey(secret);
    }

    private Path file(MunicipalityCode municipality) {
        return folder.resolve(municipality + ".key");
    }
}
