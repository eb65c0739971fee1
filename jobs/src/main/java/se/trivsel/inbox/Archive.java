package se.trivsel.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * Every delivery ever received, its bytes unchanged and sealed: {@code archive/<code>/<delivery>/}.
 *
 * <p>A delivery is in the archive when its {@code delivery.json} is: that file is written last.
 */
public final class Archive {
    private static final String CONTENT = "content.sealed";
    private static final String DESCRIPTION = "delivery.json";
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final KeyRing keys;
    private final Map<Path, Object> gates = new ConcurrentHashMap<>();

    public Archive(Path folder, KeyRing keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /** What came of looking at a file. */
    public sealed interface Reception {
        /** The same content was received before. */
        record Known(Delivery delivery) implements Reception {}

        /** It is new, and now archived. */
        record Received(Delivery delivery) implements Reception {}

        /** It changed or vanished under our hands; the next night will find it finished. */
        record Unfinished(FoundFile file) implements Reception {}
    }

    /** Takes a file in, unless its content is here already. */
    public Reception receive(FoundFile file, Instant now) throws IOException {
        try {
            String sha256 = hash(file.path());
            Path target = folderOf(file.municipality())
                    .resolve(Delivery.id(file.municipality(), file.source().dataset(), file.period(), sha256));
            // The same content may lie in the inbox twice, under two names.
            synchronized (gates.computeIfAbsent(target, anybody -> new Object())) {
                if (Files.exists(target.resolve(DESCRIPTION))) {
                    return new Reception.Known(describe(target));
                }
                return archive(file, target, sha256, now);
            }
        } catch (java.nio.file.NoSuchFileException vanished) {
            return new Reception.Unfinished(file);
        }
    }

    private Reception archive(FoundFile file, Path target, String sha256, Instant now) throws IOException {
        MunicipalityKey key = key(file.municipality());
        DurableFiles.createProtectedFolder(folder);
        DurableFiles.createProtectedFolder(target);
        Path content = target.resolve(CONTENT);
        Path temporary = DurableFiles.temporaryBeside(content);
        MessageDigest digest = sha256();
        long bytes;
        try (InputStream in = new DigestInputStream(Files.newInputStream(file.path()), digest);
                OutputStream out = SealedFile.write(temporary, key)) {
            bytes = in.transferTo(out);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            Files.delete(temporary);
            Files.delete(target);
            return new Reception.Unfinished(file);
        }
        DurableFiles.commit(temporary, content);
        var delivery = new Delivery(
                String.valueOf(target.getFileName()),
                file.municipality(),
                file.kind(),
                file.source().system(),
                file.source().dataset(),
                file.period(),
                file.source().full(),
                String.valueOf(file.path().getFileName()),
                bytes,
                sha256,
                now,
                key.fingerprint());
        DurableFiles.write(target.resolve(DESCRIPTION), Json.write(delivery));
        return new Reception.Received(delivery);
    }

    /** All deliveries, in the order of municipalities and ids. */
    public List<Delivery> deliveries() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        var deliveries = new ArrayList<Delivery>();
        for (Path municipality : entries(folder)) {
            for (Path entry : entries(municipality)) {
                if (Files.exists(entry.resolve(DESCRIPTION))) {
                    deliveries.add(describe(entry));
                }
            }
        }
        return List.copyOf(deliveries);
    }

    public Optional<Delivery> delivery(MunicipalityCode municipality, String deliveryId) {
        Path entry = folderOf(municipality).resolve(deliveryId);
        return Files.exists(entry.resolve(DESCRIPTION)) ? Optional.of(describe(entry)) : Optional.empty();
    }

    /** The bytes as they were sent. */
    public InputStream open(Delivery delivery) throws IOException {
        MunicipalityKey key = keys.asBefore(delivery.municipality(), delivery.keyId());
        return SealedFile.read(
                folderOf(delivery.municipality()).resolve(delivery.id()).resolve(CONTENT), key);
    }

    /** Only a municipality that has sent nothing yet may be given a new key. */
    private MunicipalityKey key(MunicipalityCode municipality) {
        Path deliveries = folderOf(municipality);
        if (Files.exists(deliveries)) {
            for (Path entry : entries(deliveries)) {
                if (Files.exists(entry.resolve(DESCRIPTION))) {
                    return keys.asBefore(municipality, describe(entry).keyId());
                }
            }
        }
        return keys.forNewcomer(municipality);
    }

    private Path folderOf(MunicipalityCode municipality) {
        return folder.resolve(municipality.value());
    }

    private static Delivery describe(Path entry) {
        try {
            return Json.read(Files.readAllBytes(entry.resolve(DESCRIPTION)), Delivery.class);
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalStateException("Cannot read " + entry.resolve(DESCRIPTION), unreadable);
        }
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + folder, unreadable);
        }
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
