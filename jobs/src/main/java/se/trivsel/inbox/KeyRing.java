package se.trivsel.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * The municipalities' keys, one Base64 file each: {@code <code>.key}.
 *
 * <p>A key is generated only for a municipality that never had one. Where something was already written with a key, a
 * new key would silently break every link between old and new rows, so that is refused.
 *
 * <p>A municipality that prepares its deliveries keeps the key of its pseudonyms to itself. Then {@code
 * <code>.signature-key} lies here too, and {@code <code>.key} only seals what came.
 */
public final class KeyRing {
    private static final Pattern KEY_FILE = Pattern.compile("([0-9]{4})\\.(signature-key|key)(\\.[0-9a-f]+)?");

    private final Path folder;
    private final Optional<Path> onlyKey;
    private final boolean generates;
    private final Map<MunicipalityCode, MunicipalityKey> opened = new ConcurrentHashMap<>();
    private final Map<MunicipalityCode, SignatureKey> signatures = new ConcurrentHashMap<>();

    private KeyRing(Path folder, Optional<Path> onlyKey, boolean generates) {
        this.folder = folder;
        this.onlyKey = onlyKey;
        this.generates = generates;
    }

    /**
     * The keys in a folder, which need not exist yet.
     *
     * @param generates whether a municipality's first key may be made here; where the municipality holds its key
     *     itself, it may not
     */
    public static KeyRing open(Path folder, boolean generates) {
        return new KeyRing(folder, Optional.empty(), generates);
    }

    /** The one key that a municipality keeps in a file of its own choice, which has to exist. */
    public static KeyRing ofFile(Path key) {
        return new KeyRing(key.toAbsolutePath().resolveSibling(""), Optional.of(key), false);
    }

    /** What a key file says without its secret: whose, what kind, which key, since when it lies there. */
    public record KeyFile(String municipality, String kind, String fingerprint, Instant since) {}

    /** All keys that lie here, in the order of their names. */
    public List<KeyFile> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var keys = new ArrayList<KeyFile>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Matcher name = KEY_FILE.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    var municipality = new MunicipalityCode(name.group(1));
                    boolean isSignature = name.group(2).equals("signature-key");
                    keys.add(new KeyFile(
                            municipality.value(),
                            isSignature ? "signature" : name.group(3) == null ? "in use" : "replaced",
                            isSignature
                                    ? read(municipality, file, SignatureKey::new)
                                            .fingerprint()
                                    : read(municipality, file, MunicipalityKey::new)
                                            .fingerprint(),
                            Files.getLastModifiedTime(file).toInstant()));
                }
            }
        }
        return keys;
    }

    /** Lays the municipality's key into another folder, by a name under which nothing reads it. */
    public void keepReplaced(MunicipalityCode municipality, Path other) throws IOException {
        MunicipalityKey key = inUse(municipality);
        DurableFiles.createProtectedFolder(other);
        DurableFiles.write(
                other.resolve(municipality + ".key." + key.fingerprint()), Files.readAllBytes(file(municipality)));
    }

    /** The key in use. */
    public MunicipalityKey inUse(MunicipalityCode municipality) {
        return opened.computeIfAbsent(municipality, this::read);
    }

    /** The key, made now if the municipality is new and that is allowed. */
    public MunicipalityKey forNewcomer(MunicipalityCode municipality) {
        return opened.computeIfAbsent(
                municipality, code -> Files.exists(file(code)) || !generates ? read(code) : generate(code));
    }

    /** The key with which something was written before; it has to be there, and the same. */
    public MunicipalityKey asBefore(MunicipalityCode municipality, String fingerprint) {
        MunicipalityKey key = inUse(municipality);
        if (!key.fingerprint().equals(fingerprint)) {
            throw new KeyRefused("The key of municipality " + municipality + " in " + file(municipality)
                    + " is not the one its earlier deliveries were read with (" + key.fingerprint() + ", expected "
                    + fingerprint + "). Put the old key back: with another key no person could be followed over time.");
        }
        return key;
    }

    /** Whether the municipality makes its pseudonyms itself, with a key that is not here. */
    public boolean isPreparing(MunicipalityCode municipality) {
        return Files.exists(signatureFile(municipality));
    }

    /** What tells the municipality's prepared deliveries from others'. */
    public SignatureKey signature(MunicipalityCode municipality) {
        return signatures.computeIfAbsent(
                municipality,
                code -> isPreparing(code)
                        ? read(code, signatureFile(code), SignatureKey::new)
                        : inUse(code).signature());
    }

    /** Whether pseudonyms made with a key that is known here by its fingerprint may stand beside what comes now. */
    public boolean makesPseudonyms(MunicipalityCode municipality, String fingerprint) {
        return !isPreparing(municipality)
                || signature(municipality).fingerprint().equals(fingerprint);
    }

    /** Refuses when the municipality's pseudonyms are now made with another key than those read before. */
    public void requirePseudonymsAsBefore(MunicipalityCode municipality, String fingerprint) {
        if (!makesPseudonyms(municipality, fingerprint)) {
            throw new KeyRefused("Municipality " + municipality + " prepares its deliveries with another key than "
                    + fingerprint + ", which those in use were read with. Let it prepare with that key, or remove "
                    + signatureFile(municipality) + ": with two keys no person could be followed over time.");
        }
        if (!isPreparing(municipality)) {
            asBefore(municipality, fingerprint);
        }
    }

    private MunicipalityKey read(MunicipalityCode municipality) {
        return read(municipality, file(municipality), MunicipalityKey::new);
    }

    private static <K> K read(MunicipalityCode municipality, Path file, Function<byte[], K> form) {
        try {
            return form.apply(Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip()));
        } catch (java.nio.file.NoSuchFileException missing) {
            throw new KeyRefused(
                    "No key for municipality " + municipality + ": put its key (32 bytes, Base64) into " + file + ".");
        } catch (IllegalArgumentException broken) {
            throw new KeyRefused("The key in " + file + " is not a whole key in Base64. Restore it from your backup.");
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

    private Path signatureFile(MunicipalityCode municipality) {
        return folder.resolve(municipality + ".signature-key");
    }

    private Path file(MunicipalityCode municipality) {
        return onlyKey.orElseGet(() -> folder.resolve(municipality + ".key"));
    }
}
