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
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * Every delivery ever received, its bytes unchanged and sealed: {@code archive/<code>/<delivery>/}.
 *
 * <p>A delivery is in the archive when its {@code delivery.json} is: that file is written last. It stays when the bytes are
 * disposed of, so that the same file does not come in again.
 */
public final class Archive {
    private static final String CONTENT = "content.sealed";
    private static final String DESCRIPTION = "delivery.json";
    private static final String DISPOSAL = "disposal.json";
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final KeyRing keys;
    private final KnownFiles<Delivery> descriptions = new KnownFiles<>(Delivery.class);
    private final Map<Path, Object> gates = new ConcurrentHashMap<>();
    private final Map<MunicipalityCode, Map<String, Delivery>> newestByName = new ConcurrentHashMap<>();

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

    /**
     * Takes a file in, unless its content is here already.
     *
     * <p>Content that a name brought before and brings again after something else is a delivery of its own: the sender
     * took the correction back. Under a name of its own, content that is here already is only a copy.
     */
    public Reception receive(FoundFile file, Instant now) throws IOException {
        return receive(file, now, this::isReturned);
    }

    /**
     * Takes a file in, unless its content was ever here: for two files of one name in two folders. Nobody could tell which of
     * them is the newer, and each would return every night.
     */
    public Reception receiveOnce(FoundFile file, Instant now) throws IOException {
        return receive(file, now, (same, known) -> false);
    }

    private Reception receive(FoundFile file, Instant now, BiPredicate<FoundFile, Delivery> isReturned)
            throws IOException {
        try {
            String sha256 = hash(file.path());
            Path first = folderOf(file.municipality())
                    .resolve(Delivery.id(file.municipality(), file.source().dataset(), file.period(), sha256));
            // The same content may lie in the inbox twice, under two names.
            synchronized (gates.computeIfAbsent(first, anybody -> new Object())) {
                Path target = first;
                for (int arrival = 2; Files.exists(target.resolve(DESCRIPTION)); arrival++) {
                    Path next = first.resolveSibling(first.getFileName() + "-" + arrival);
                    if (!Files.exists(next.resolve(DESCRIPTION))) {
                        Delivery known = describe(target);
                        if (!isReturned.test(file, known)) {
                            return new Reception.Known(known);
                        }
                    }
                    target = next;
                }
                return archive(file, target, sha256, now);
            }
        } catch (java.nio.file.NoSuchFileException vanished) {
            return new Reception.Unfinished(file);
        }
    }

    /** A delivery that only adds to others is still in use, whatever came after it. */
    private boolean isReturned(FoundFile file, Delivery known) {
        if (!file.source().full()) {
            return false;
        }
        Delivery newest =
                newestByName(file.municipality()).get(String.valueOf(file.path().getFileName()));
        return newest != null && newest.receivedAt().isAfter(known.receivedAt());
    }

    /** What each file name brought last. */
    private Map<String, Delivery> newestByName(MunicipalityCode municipality) {
        return newestByName.computeIfAbsent(municipality, code -> {
            var newest = new ConcurrentHashMap<String, Delivery>();
            for (Delivery delivery : deliveries(folderOf(code))) {
                newest.merge(
                        delivery.fileName(),
                        delivery,
                        BinaryOperator.maxBy(Comparator.comparing(Delivery::receivedAt)));
            }
            return newest;
        });
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
        Delivery delivery = Delivery.of(file, String.valueOf(target.getFileName()), bytes, sha256, now, key);
        DurableFiles.write(target.resolve(DESCRIPTION), Json.write(delivery));
        newestByName.computeIfPresent(file.municipality(), (municipality, newest) -> {
            newest.put(delivery.fileName(), delivery);
            return newest;
        });
        return new Reception.Received(delivery);
    }

    /** All deliveries, in the order of municipalities and ids. */
    public List<Delivery> deliveries() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        return entries(folder).stream()
                .flatMap(municipality -> deliveries(municipality).stream())
                .toList();
    }

    private List<Delivery> deliveries(Path municipality) {
        return entries(municipality).stream()
                .filter(entry -> Files.exists(entry.resolve(DESCRIPTION)))
                .map(this::describe)
                .toList();
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

    /**
     * Seals a delivery anew in another archive, with a key of that one.
     *
     * @throws IOException also when the bytes are not those that were received
     */
    public void seal(Delivery delivery, Archive other, MunicipalityKey key) throws IOException {
        Path target = other.folderOf(delivery.municipality()).resolve(delivery.id());
        DurableFiles.createProtectedFolder(other.folder);
        DurableFiles.createProtectedFolder(target);
        if (disposal(delivery.id()).isEmpty()) {
            Path content = target.resolve(CONTENT);
            Path temporary = DurableFiles.temporaryBeside(content);
            MessageDigest digest = sha256();
            try (InputStream in = new DigestInputStream(open(delivery), digest);
                    OutputStream out = SealedFile.write(temporary, key)) {
                in.transferTo(out);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(delivery.sha256())) {
                throw new IOException("Delivery " + delivery.id() + " is another in the archive than was received");
            }
            DurableFiles.commit(temporary, content);
        }
        DurableFiles.write(target.resolve(DESCRIPTION), Json.write(delivery.sealedWith(key)));
    }

    /** Why a delivery's bytes are gone; nothing where they are kept. */
    public Optional<Disposal> disposal(String deliveryId) {
        Path municipality = folder.resolve(Delivery.municipalityOf(deliveryId));
        return Disposal.read(municipality.resolve(deliveryId).resolve(DISPOSAL));
    }

    /** Removes a delivery's bytes for good; what is known of it stays, and why they went. */
    public void dispose(Delivery delivery, Disposal disposal) throws IOException {
        Path entry = folderOf(delivery.municipality()).resolve(delivery.id());
        disposal.remove(entry.resolve(CONTENT), entry.resolve(DISPOSAL));
    }

    /** Notes in another archive, which is to replace this one, that a delivery's bytes go; returns what then has to be removed here. */
    public Path stageDisposal(Delivery delivery, Disposal disposal, Archive other) throws IOException {
        disposal.write(
                other.folderOf(delivery.municipality()).resolve(delivery.id()).resolve(DISPOSAL));
        return folderOf(delivery.municipality()).resolve(delivery.id()).resolve(CONTENT);
    }

    /** How many bytes a delivery takes in the archive; none when they are gone. */
    public long storedBytes(Delivery delivery) throws IOException {
        Path content = folderOf(delivery.municipality()).resolve(delivery.id()).resolve(CONTENT);
        return Files.exists(content) ? Files.size(content) : 0;
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

    private Delivery describe(Path entry) {
        return descriptions.read(entry.resolve(DESCRIPTION));
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + folder, unreadable);
        }
    }

    /** What a file's content is known by. */
    public static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return hash(in);
        }
    }

    /** The same of bytes that are read to their end. */
    public static String hash(InputStream in) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
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
